import { listVisibleUnits } from '../../people/rights.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import { takePlansInWords } from '../../plans/plans-in-words.ts';
import { shorten } from '../../text/shorten.ts';
import { listPlansOfUnits } from '../../units/units.ts';
import type { BotContext } from './context.ts';
import type { House } from './house.ts';
import { lookAtPlan } from './named-plan.ts';

// A *screen of a plan* is about one plan, as a form is: progress, pictures, criteria, reports. The
// person chooses the plan where they have a choice; from there on the screen sees it as
// `house.plan`, and its buttons name it.

/** The question for the plan. */
export interface PlanQuestion {
  /** Key of the question. */
  ask: string;
  /** Writes the data of a plan's button. */
  data(plan: LoadedPlan): string;
}

/**
 * Shows a screen of the only plan of a list; asks for the plan where there are several. The list
 * is never empty.
 */
export async function inMeantPlan(
  ctx: BotContext,
  plans: LoadedPlan[],
  { ask, data }: PlanQuestion,
  show: () => Promise<unknown>,
): Promise<void> {
  const [only, ...more] = plans;
  if (only && more.length === 0) {
    lookAtPlan(ctx, only.id);
    await show();
    return;
  }
  const newestFirst = plans.toReversed();
  await ctx.say({
    text: [
      ctx.html(ask),
      ...newestFirst.map(({ code, title }) =>
        ctx.html('plan-choice-line', { plan: code, title: shorten(title[ctx.locale], 150) }),
      ),
    ].join('\n'),
    buttons: newestFirst.map((plan) => [{ text: namePlan(ctx, plan), callback_data: data(plan) }]),
  });
}

/** Names a plan with its years, and says where it is closed: `101/KH-UBND (2021–2025)`. */
export function namePlan({ t }: Pick<BotContext, 't'>, { code, period, closed }: LoadedPlan): string {
  const args = { plan: shorten(code, 30), from: String(period.from), to: String(period.to) };
  return t(closed ? 'report-plan-closed' : 'report-plan-open', args);
}

/** Lists the open plans in which one of these units takes part; undefined: every open plan. */
export async function listOpenPlans(
  { db, plans }: Pick<House, 'db' | 'plans'>,
  unitIds: number[] | undefined,
): Promise<LoadedPlan[]> {
  const open = plans.open();
  if (unitIds === undefined) return open;
  const taking = await listPlansOfUnits(db.pool, unitIds);
  return open.filter(({ id }) => taking.includes(id));
}

/**
 * Lists the plans that a screen may be about. They are the open ones of the person's units, for the
 * office all open ones. Where none is open, it is the leading one.
 */
export async function listPlansAtHand({ house, person }: Pick<BotContext, 'house' | 'person'>) {
  const open = house.plans.open();
  if (open.length === 0) return [house.plan];
  if (open.length === 1) return open;
  const visible = listVisibleUnits(person);
  const mine = await listOpenPlans(house, visible === 'all' || visible.length === 0 ? undefined : visible);
  return mine.length > 0 ? mine : open;
}

/**
 * Lists the plans that the words of a request name, or else those at hand, and the other words.
 */
export async function takeMeantPlans(
  ctx: BotContext,
  typed: string,
): Promise<{ meant: LoadedPlan[]; named: boolean; rest: string }> {
  const { named, rest } = takePlansInWords(typed, ctx.house.plans.all());
  return named.length > 0
    ? { meant: named, named: true, rest }
    : { meant: await listPlansAtHand(ctx), named: false, rest: typed };
}

/**
 * Narrows plans to those that have a year, also closed ones where none was named. Where no plan has
 * it one stays, and its screen says so.
 */
export function narrowToYear(
  { house }: Pick<BotContext, 'house'>,
  { meant, named }: { meant: LoadedPlan[]; named: boolean },
  year: number | undefined,
): LoadedPlan[] {
  if (year === undefined) return meant;
  const ids = new Set(meant.map(({ id }) => id));
  const known = house.plans.all().filter(({ id, closed }) => ids.has(id) || (closed && !named));
  const covering = known.filter(({ period }) => period.from <= year && year <= period.to);
  return covering.length > 0 ? covering : meant.slice(0, 1);
}

/** Names the plan that a screen is about, where the database has several; undefined with one. */
export function nameMeantPlan({ house }: Pick<BotContext, 'house'>): string | undefined {
  return house.plans.all().length > 1 ? house.plan.code : undefined;
}

/** Marks a line with the plan that a screen is about; empty where the database has one (HTML). */
export function markMeantPlan(ctx: Pick<BotContext, 'house' | 'html'>): string {
  const plan = nameMeantPlan(ctx);
  return plan === undefined ? '' : ` ${ctx.html('plan-meant', { plan })}`;
}
