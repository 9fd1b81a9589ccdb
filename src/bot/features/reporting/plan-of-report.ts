import { findReport } from '../../../reports/index.ts';
import type { Report } from '../../../reports/report.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { inPlan } from '../../core/house.ts';
import { press } from '../../core/press.ts';
import { createWords } from '../../core/words.ts';

// A report is of one plan. Where it is not the leading one its buttons name it: `tonghop@2`.

/** Chooses the plan of a report, open or closed. */
export const choosePlan = press('baocao.kh', 'id');

/** Finds the report that a button names, of any plan. */
export function findNamedReport(code: string): Report | undefined {
  return findReport(code.split('@')[0] ?? '');
}

/** Writes a report's code for a button, with its plan where that is not the leading one. */
export function codeInPlan({ house }: BotContext, code: string): string {
  const { id } = house.plan;
  return id === house.plans.leading().id ? code : `${code}@${id}`;
}

/** Looks at a plan from here on: years, figures and words are its own. */
export function lookAtPlan(ctx: BotContext, planId: number): void {
  ctx.house = inPlan(ctx.house, { planId });
  const words = createWords(ctx.house.plan, ctx.locale);
  ctx.t = words.t;
  ctx.html = words.html;
}

/** Handles a button that names a report: looks at its plan first. */
export function inItsPlan<A extends unknown[]>(
  handle: (ctx: BotContext, code: string, ...args: A) => Promise<unknown>,
) {
  return (ctx: BotContext, code: string, ...args: A) => {
    const planId = Number(code.split('@')[1] ?? Number.NaN);
    if (ctx.house.plans.find(planId)) lookAtPlan(ctx, planId);
    return handle(ctx, code, ...args);
  };
}

/** Looks at the plan that a year belongs to, where the leading one does not have it. */
export function lookAtPlanOf(ctx: BotContext, year: number | undefined): void {
  const covers = ({ period }: BotContext['house']['plan']) =>
    year === undefined || (period.from <= year && year <= period.to);
  if (covers(ctx.house.plan)) return;
  const other = ctx.house.plans.all().findLast(covers);
  if (other) lookAtPlan(ctx, other.id);
}

/** Asks for the plan of a report; the newest first. */
export async function askReportPlan(ctx: BotContext): Promise<void> {
  await ctx.say({
    text: ctx.html('report-which-plan'),
    buttons: ctx.house.plans
      .all()
      .toReversed()
      .map(({ id, code, period, closed }) => [
        {
          text: ctx.t(closed ? 'report-plan-closed' : 'report-plan-open', {
            plan: shorten(code, 30),
            from: String(period.from),
            to: String(period.to),
          }),
          callback_data: choosePlan.data(id),
        },
      ]),
  });
}
