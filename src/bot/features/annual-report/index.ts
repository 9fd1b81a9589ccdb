import { findReportDuty } from '../../../duties/kinds/index.ts';
import { listOwedDuties } from '../../../duties/owed.ts';
import { isLacking, listStandings } from '../../../duties/standing.ts';
import { DomainError } from '../../../errors.ts';
import { listReportedExemplars } from '../../../evaluations/evaluation.ts';
import { listUnitsWithin } from '../../../people/rights.ts';
import { localDate, yearOf } from '../../../plan/calendar.ts';
import type { Occurrence } from '../../../plan/occurrence.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import { withoutAnyCourtesy } from '../../../text/courtesy.ts';
import { shorten } from '../../../text/shorten.ts';
import { withoutEmptyWords } from '../../../text/speech.ts';
import { yearsInWords } from '../../../text/years-in-words.ts';
import { listPlansOfUnits, listUnits, type Unit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { onPress } from '../../core/press.ts';
import { readUnit } from '../../core/read-unit.ts';
import { beginForm } from '../../forms/begin-form.ts';
import type { Feature } from '../feature.ts';
import { saidNoPlanIsOpen } from '../no-open-plan.ts';
import { sendEvidence } from './evidence.ts';
import { annualReportForm } from './form.ts';
import { nilReportForm } from './nil-form.ts';
import { dutyOfReport, mendAnnualReport, openAnnualReport } from './open-report.ts';
import { mendReport, openReport, returnNil, seeEvidence } from './presses.ts';

const writing = { right: 'writeReport', about: 'unit', writesUnder: 1 } as const;

/** The feature of /baocaonam: a unit's annual evaluation and report (Plan 101, IV.3). */
export const annualReportFeature: Feature = {
  commands: [
    {
      name: 'baocaonam',
      right: 'seeAnnualReport',
      words: {
        vi: ['đánh giá năm', 'đánh giá điển hình', 'làm báo cáo năm', 'viết báo cáo năm'],
        en: ['annual report'],
      },
      liaisonWords: ['báo cáo năm'],
      takesArgs: true,
      run: reportInWords,
    },
  ],
  forms: [annualReportForm, nilReportForm],
  presses(table) {
    onPress(
      table,
      openReport,
      { right: 'seeAnnualReport', about: 'unit', writesUnder: 1 },
      async (ctx, unitId, of, occurrence) => {
        const { year, planId } = readReport(ctx, of, occurrence);
        if (unitId === null) return reportOfYear(ctx, year);
        await openAnnualReport(ctx, { planId, unitId, year });
      },
    );
    onPress(table, mendReport, writing, (ctx, unitId, of, occurrence) =>
      mendAnnualReport(ctx, { unitId, ...readReport(ctx, of, occurrence) }),
    );
    onPress(table, seeEvidence, { right: 'seeUnit', about: 'filing' }, sendEvidence);
    onPress(table, returnNil, writing, async (ctx, unitId, of, occurrence) => {
      const subject = { unitId, ...readReport(ctx, of, occurrence) };
      const exemplars = await listReportedExemplars(ctx.house.db.prisma, subject);
      // One was approved since: there is something to report.
      if (exemplars.length > 0) return openAnnualReport(ctx, subject);
      await beginForm(ctx, nilReportForm, { subject });
    });
  },
};

/** Reads which report a button names. Throws `report-not-asked` where its plan asks for none. */
function readReport(ctx: BotContext, of: { planId: number; duty: string }, occurrence: Occurrence) {
  const plan = ctx.house.plans.find(of.planId);
  const year = Number(occurrence);
  if (!plan || plan.closed || findReportDuty(plan)?.code !== of.duty || !Number.isInteger(year) || year === 0)
    throw new DomainError('report-not-asked', { year });
  return { planId: plan.id, year };
}

/** `/baocaonam`, "báo cáo năm 2021", for officers "/baocaonam 2021 xã Glar". */
async function reportInWords(ctx: BotContext, args: string): Promise<unknown> {
  if (await saidNoPlanIsOpen(ctx)) return;
  const { plan, clock } = ctx.house;
  const words = withoutAnyCourtesy(args);
  const { years, rest } = yearsInWords(words, yearOf(localDate(clock.now(), plan.zone)));
  const [year, ...more] = new Set(years);
  if (more.length > 0)
    return ctx.say({
      text: ctx.html('annual-one-year', { year: years[0] ?? yearOf(localDate(clock.now(), plan.zone)) }),
    });
  return reportOfYear(ctx, year, withoutEmptyWords(rest).join(' '));
}

/** Opens the report of a year, of the unit that words name or of the person's only one. */
async function reportOfYear(ctx: BotContext, year?: number, words = ''): Promise<unknown> {
  const all = await listUnits(ctx.house.db.prisma, ctx.house.officeIds);
  const within = listUnitsWithin(ctx.person, 'seeAnnualReport');
  const units = within === 'all' ? all : all.filter(({ id }) => within.includes(id));
  const own = within === 'all' ? [] : units;
  const [only, ...more] = own;
  if (words !== '') {
    const read = readUnit(ctx, units, words);
    if (!read.ok) return ctx.say({ text: read.say });
    return openFor(ctx, read.unit, year);
  }
  if (only && more.length === 0) return openFor(ctx, only, year);
  if (!only) return ctx.say({ text: ctx.html('annual-which-unit', { example: all[0]?.name ?? '' }) });
  const buttons = [];
  for (const unit of own) {
    const [of] = await listReports(ctx, unit, year);
    if (of) {
      const { duty, occurrence } = dutyOfReport(ctx, of);
      buttons.push([{ text: unit.name, callback_data: openReport.data(unit.id, duty, occurrence) }]);
    }
  }
  if (buttons.length === 0) throw new DomainError('report-not-asked', { year: year ?? 'none' });
  return ctx.say({ text: ctx.html('annual-unit'), buttons });
}

/** Opens the unit's report; where several plans ask for one, the person chooses. */
async function openFor(ctx: BotContext, unit: Unit, year: number | undefined): Promise<unknown> {
  const [only, ...more] = await listReports(ctx, unit, year);
  if (!only) throw new DomainError('report-not-asked', { year: year ?? 'none' });
  if (more.length === 0) return openAnnualReport(ctx, only);
  return ctx.say({
    text: ctx.html('annual-which-plan'),
    buttons: [only, ...more].map((of) => {
      const { duty, occurrence } = dutyOfReport(ctx, of);
      const plan = ctx.house.plans.find(of.planId);
      const title = plan ? `${plan.code}: ${plan.title[ctx.locale]}` : '';
      return [{ text: shorten(title, 60), callback_data: openReport.data(unit.id, duty, occurrence) }];
    }),
  });
}

/**
 * Lists the reports that are meant, one a plan: of the year, or without one the earliest that the
 * unit still owes, else the latest that has begun.
 */
async function listReports(ctx: BotContext, unit: Unit, year: number | undefined) {
  const { db, plans, clock } = ctx.house;
  const taking = await listPlansOfUnits(db.pool, [unit.id]);
  const found = [];
  for (const plan of plans.open().filter(({ id }) => taking.includes(id))) {
    const chosen = year ?? (await yearToReport(ctx, plan, unit.id));
    if (chosen !== undefined && listYears(plan, clock.now()).includes(chosen))
      found.push({ planId: plan.id, unitId: unit.id, year: chosen });
  }
  return found;
}

function listYears(plan: LoadedPlan, now: Date): number[] {
  const code = findReportDuty(plan)?.code;
  return listOwedDuties(plan, now)
    .filter(({ duty }) => duty === code)
    .map(({ occurrence }) => Number(occurrence));
}

async function yearToReport(ctx: BotContext, plan: LoadedPlan, unitId: number): Promise<number | undefined> {
  const { db, clock } = ctx.house;
  const now = clock.now();
  const code = findReportDuty(plan)?.code;
  const standings = await listStandings({ db, plan, now }, { unitIds: [unitId] });
  const owed = standings.find((one) => one.duty === code && isLacking(one));
  return owed ? Number(owed.occurrence) : listYears(plan, now).at(-1);
}
