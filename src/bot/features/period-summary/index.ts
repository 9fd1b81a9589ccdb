import { findSummaryKind, type SummaryKind } from '../../../duties/kinds/index.ts';
import { listOwedDuties } from '../../../duties/owed.ts';
import { isLacking, listStandings } from '../../../duties/standing.ts';
import { DomainError } from '../../../errors.ts';
import { listUnitsWithin } from '../../../people/rights.ts';
import { listApprovedOfUnit } from '../../../period-summaries/approved-of-unit.ts';
import type { SummaryOf } from '../../../period-summaries/period-summary.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import { withoutAnyCourtesy } from '../../../text/courtesy.ts';
import { oneLine } from '../../../text/normalise.ts';
import { shorten } from '../../../text/shorten.ts';
import { listPlansOfUnits, listUnits, type Unit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { onPress } from '../../core/press.ts';
import { readUnit } from '../../core/read-unit.ts';
import { beginForm } from '../../forms/begin-form.ts';
import type { Feature } from '../feature.ts';
import { saidNoPlanIsOpen } from '../no-open-plan.ts';
import { summaryForm } from './form.ts';
import { nilSummaryForm } from './nil-form.ts';
import { mendSummaryOf, openSummaryOf, requireAsked } from './open-summary.ts';
import { mendSummary, openSummary, returnNoSummary } from './presses.ts';
import { readSummaryWords } from './words.ts';

const writing = { right: 'writeSummary', about: 'unit', writesUnder: 1 } as const;

/**
 * The feature of /tongket: summaries of a unit, and its nominations (Plan 101, II.6, IV.3).
 */
export const periodSummaryFeature: Feature = {
  commands: [
    {
      name: 'tongket',
      right: 'seeSummary',
      words: {
        vi: ['tổng kết', 'tổng kết giai đoạn', 'sơ kết', 'giới thiệu dự hội nghị'],
        en: ['period summary', 'nominations'],
      },
      takesArgs: true,
      run: summaryInWords,
    },
  ],
  forms: [summaryForm, nilSummaryForm],
  presses(table) {
    onPress(
      table,
      openSummary,
      { right: 'seeSummary', about: 'unit', writesUnder: 1 },
      async (ctx, unitId, of, occurrence) => {
        if (unitId !== null) return openSummaryOf(ctx, { unitId, ...of, occurrence });
        const plan = ctx.house.plans.find(of.planId);
        return chooseUnit(ctx, plan && findSummaryKind(plan, of.duty));
      },
    );
    onPress(table, mendSummary, writing, (ctx, unitId, of, occurrence) =>
      mendSummaryOf(ctx, { unitId, ...of, occurrence }),
    );
    onPress(table, returnNoSummary, writing, async (ctx, unitId, of, occurrence) => {
      const duty = { unitId, ...of, occurrence };
      const kind = await requireAsked(ctx, duty);
      const exemplars = await listApprovedOfUnit(ctx.house.db.prisma, duty);
      // One was approved since: there is something to sum up.
      if (exemplars.length > 0) return openSummaryOf(ctx, duty);
      await beginForm(ctx, nilSummaryForm, { subject: { ...duty, kind } });
    });
  },
};

/** `/tongket`, "sơ kết giai đoạn", for officers "/tongket xã Glar". */
async function summaryInWords(ctx: BotContext, args: string): Promise<unknown> {
  if (await saidNoPlanIsOpen(ctx)) return;
  const { kind = kindInWords(ctx), rest } = readSummaryWords(oneLine(withoutAnyCourtesy(args)));
  if (rest === '') return chooseUnit(ctx, kind);
  const all = await listUnits(ctx.house.db.prisma, ctx.house.officeIds);
  const within = listUnitsWithin(ctx.person, 'seeSummary');
  const units = within === 'all' ? all : all.filter(({ id }) => within.includes(id));
  const read = readUnit(ctx, units, rest);
  if (!read.ok) return ctx.say({ text: read.say });
  return openFor(ctx, read.unit, kind);
}

/** Reads which one plain words mean: "sơ kết" without the slash is taken as the command itself. */
function kindInWords({ message }: BotContext): SummaryKind | undefined {
  return readSummaryWords(oneLine(message?.text ?? '')).kind;
}

/** Opens what the person's only unit owes, or asks which unit is meant. */
async function chooseUnit(ctx: BotContext, kind: SummaryKind | undefined): Promise<unknown> {
  const all = await listUnits(ctx.house.db.prisma, ctx.house.officeIds);
  const within = listUnitsWithin(ctx.person, 'seeSummary');
  const own = within === 'all' ? [] : all.filter(({ id }) => within.includes(id));
  const [only, ...more] = own;
  if (!only) return ctx.say({ text: ctx.html('summary-which-unit', { example: all[0]?.name ?? '' }) });
  if (more.length === 0) return openFor(ctx, only, kind);
  const buttons = [];
  for (const unit of own) {
    const [of] = await listMeant(ctx, unit, kind);
    if (of) buttons.push([{ text: unit.name, callback_data: openSummary.data(unit.id, of, of.occurrence) }]);
  }
  if (buttons.length === 0) throw new DomainError('summary-not-asked');
  return ctx.say({ text: ctx.html('summary-unit'), buttons });
}

/** Opens what is meant; where several plans ask for it, the person chooses. */
async function openFor(ctx: BotContext, unit: Unit, kind: SummaryKind | undefined): Promise<unknown> {
  const [only, ...more] = await listMeant(ctx, unit, kind);
  if (!only) throw new DomainError('summary-not-asked');
  if (more.length === 0) return openSummaryOf(ctx, only);
  return ctx.say({
    text: ctx.html('summary-which-plan'),
    buttons: [only, ...more].map((of) => {
      const plan = ctx.house.plans.find(of.planId);
      const title = plan ? `${plan.code}: ${plan.title[ctx.locale]}` : '';
      return [{ text: shorten(title, 60), callback_data: openSummary.data(unit.id, of, of.occurrence) }];
    }),
  });
}

/** Lists what is meant, one a plan. */
async function listMeant(ctx: BotContext, unit: Unit, kind: SummaryKind | undefined): Promise<SummaryOf[]> {
  const { db, plans } = ctx.house;
  const taking = await listPlansOfUnits(db.pool, [unit.id]);
  const found = [];
  for (const plan of plans.open().filter(({ id }) => taking.includes(id))) {
    const of = await findMeant(ctx, plan, unit.id, kind);
    if (of) found.push(of);
  }
  return found;
}

/**
 * Finds what a unit means under a plan. Without words it is the summary that is due next of those
 * that are lacking, else that of the period, else nominations. The latest occurrence is meant where
 * a summary comes again.
 */
async function findMeant(
  ctx: BotContext,
  plan: LoadedPlan,
  unitId: number,
  kind: SummaryKind | undefined,
): Promise<SummaryOf | undefined> {
  const now = ctx.house.clock.now();
  const owed = listOwedDuties(plan, now).flatMap(({ duty, occurrence }) => {
    const of = findSummaryKind(plan, duty);
    return of ? [{ planId: plan.id, unitId, duty, occurrence, of }] : [];
  });
  const pick = (...wanted: SummaryKind[]) => {
    const last = owed.findLast(({ of }) => wanted.includes(of));
    return last && { planId: last.planId, unitId, duty: last.duty, occurrence: last.occurrence };
  };
  if (kind) return pick(kind);
  const standings = await listStandings({ db: ctx.house.db, plan, now }, { unitIds: [unitId] });
  const lacking = standings
    .filter((one) => isLacking(one) && ['interim', 'summary'].includes(findSummaryKind(plan, one.duty) ?? ''))
    .sort((one, other) => ((one.due?.lastDay ?? '') < (other.due?.lastDay ?? '') ? -1 : 1));
  const [first] = lacking;
  if (first) return { planId: plan.id, unitId, duty: first.duty, occurrence: first.occurrence };
  return pick('summary') ?? pick('nominations', 'interim');
}
