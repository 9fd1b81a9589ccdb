import { hasAccess } from '../../../people/rights.ts';
import { localDate } from '../../../plan/calendar.ts';
import { occurrencesOf } from '../../../plan/due.ts';
import { oneOff } from '../../../plan/occurrence.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import { takePlansInWords } from '../../../plans/plans-in-words.ts';
import { type ReportAsked, readRequest } from '../../../reports/read-request.ts';
import type { Report } from '../../../reports/report.ts';
import { type ReportPeriod, writeReportPeriod } from '../../../reports/report-period.ts';
import { findPeriodTrouble, listYearsBegun } from '../../../reports/years.ts';
import { shorten } from '../../../text/shorten.ts';
import type { Unit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { inMeantPlan, listPlansAtHand, narrowToYear } from '../../core/meant-plan.ts';
import { codeInPlan, codeOfPlan } from '../../core/named-plan.ts';
import { readUnit } from '../../core/read-unit.ts';
import { requireAccess } from '../../core/rights.ts';
import { makeReport } from '../report-presses.ts';
import { sendOrAskUnit } from './ask.ts';
import { askField, askNamedUnit, askOneReport, askTime, sayNamed, withNote } from './ask-back.ts';
import {
  askForWhole,
  filteredBy,
  hasPart,
  partAsked,
  periodAsked,
  saysOtherThanDay,
  yearAsked,
} from './line-parts.ts';
import { sayOtherUnits, sayOwnUnitsOnly } from './own-units.ts';
import { chooseKind, chooseReport, noPeriod, rightToReport, withoutYear } from './presses.ts';
import { sayKinds, sayUnknownReport } from './say-kinds.ts';
import { listSeenUnits } from './seen-units.ts';
import { latestYear, sayNoPeriod, sayTrouble, troubleWith, yearButtons, yearsOfAny } from './years.ts';

/**
 * Takes report, time and unit in one line: `tonghop 2021`, `danh sách năm ngoái xã glar`, `2021`.
 * Asks for the missing parts and keeps the others.
 */
export async function reportInOneLine(ctx: BotContext, typed: string): Promise<void> {
  const { plan, clock } = ctx.house;
  const { named: plansNamed, rest, asPeriod } = takePlansInWords(typed, ctx.house.plans.all());
  const today = localDate(clock.now(), plan.zone);
  const { report } = readRequest(rest, today, plan, []);
  const units = await listSeenUnits(ctx, report?.right ?? 'askReports');
  const lineIn = (of: LoadedPlan) => {
    const read = readRequest(rest, today, of, units);
    const whole = asPeriod || isDueOnce(of, read);
    return whole && !read.report?.ofNow ? askForWhole(read) : read;
  };
  const line = lineIn(plansNamed[0] ?? plan);
  const { unitWords, all, named } = line;
  if (report && line.several.length === 0) requireAccess(ctx.person, rightToReport(report));
  const given = {
    meant: plansNamed.length > 0 ? plansNamed : await listPlansAtHand(ctx),
    named: plansNamed.length > 0,
  };
  const plans = narrowToYear(ctx, given, (report?.ofNow ? undefined : line.years[0]) ?? yearAsked(line));
  const unit = named.are === 'one' ? named.unit : undefined;
  const [year, ...more] = new Set(line.years);
  const data = (of: LoadedPlan) => {
    const latest = listYearsBegun(of, clock.now())[0] ?? of.period.from;
    const said = year !== undefined || hasPart(line);
    const period = periodAsked(of, lineIn(of), latest);
    const written = writeReportPeriod(period);
    const { filtered } = period;
    if (!report)
      return chooseKind.data(
        of.id,
        (said || filtered) && more.length === 0 ? written : writeReportPeriod(noPeriod),
        unit?.id ?? 0,
        all ? 1 : 0,
      );
    const code = codeOfPlan(of.id, report.code);
    if (more.length > 0 || mustAsk(line) || (line.openYear && !said && !report.ofNow))
      return chooseReport.data(code);
    const asked = report.ofNow ? writeReportPeriod(withoutYear(period)) : written;
    return makeReport.data(code, asked, unit?.id ?? null);
  };
  // The unit that was not found would be asked for after the plan, without these words.
  const read = plans.length > 1 && named.are === 'unclear' ? readUnit(ctx, units, unitWords) : undefined;
  if (read && !read.ok)
    await ctx.say({
      text: report ? read.say : ctx.html('report-unknown', { typed: shorten(typed, 50) }),
    });
  await inMeantPlan(ctx, plans, { ask: 'report-which-plan', data }, () =>
    ofPlanLookedAt(ctx, typed, lineIn(ctx.house.plan), units),
  );
}

/** "Xã nào chưa nộp kế hoạch triển khai": what is due once is of no year, but of the whole plan. */
function isDueOnce({ duties }: LoadedPlan, { filter }: ReportAsked): boolean {
  const asked = duties.filter(({ code }) => filter.duties.includes(code));
  return asked.length > 0 && asked.every((duty) => occurrencesOf(duty).every((one) => one === oneOff));
}

/** Tells whether a part of a request must be asked once its plan is known. */
function mustAsk({ several, unclear, field, named, report }: ReportAsked): boolean {
  if (several.length > 0 || (unclear !== undefined && !report?.ofNow) || field !== undefined) return true;
  return named.are === 'several';
}

/** Sends the report of one plan, or asks for the parts that are missing. */
async function ofPlanLookedAt(
  ctx: BotContext,
  typed: string,
  line: ReportAsked,
  units: Unit[],
): Promise<void> {
  const { report, unitWords, named, all, unclear, field, several } = line;
  const unit = named.are === 'one' ? named.unit : undefined;
  const only = onlyMeant(ctx, line);
  if (only) return ofPlanLookedAt(ctx, typed, { ...line, report: only, several: [], also: [] }, units);
  if (!report) return named.are === 'unclear' ? sayUnknownReport(ctx, typed) : askWhich(ctx, line);
  const { plan } = ctx.house;
  const code = codeInPlan(ctx, report.code);
  const [year, ...more] = new Set(line.years);
  const asked = periodAsked(plan, line, latestYear(ctx));
  const period = report.ofNow ? withoutYear(asked) : asked;
  const said = { unit, all, filtered: period.filtered, part: partAsked(line) };
  // Asked again later; it is said here that these words mean nothing.
  const note = named.are === 'unclear' ? sayNamed(ctx, units, unitWords, named, report) : undefined;
  const known = { report, period, unit, all, note };
  if (several.length > 0) return askOneReport(ctx, several, known);
  if (line.period !== undefined) await sayNoPart(ctx, report, line.period);
  if (report.ofNow && saysOtherThanDay(line)) {
    return ctx.say({
      text: ctx.html('report-only-now', { report: ctx.t(report.name) }),
      buttons: [[{ text: ctx.t(report.name), callback_data: chooseReport.data(code) }]],
    });
  }
  // A short number alone is no unit: it was meant as a year.
  if (/^\d+$/.test(unitWords) && !report.ofNow) {
    return sayNoPeriod(ctx, code, { year: Number(unitWords) }, 'outside');
  }
  if (unclear !== undefined) return askTime(ctx, unclear, known);
  if (field !== undefined) return askField(ctx, field, known);
  if (more.length > 0 || (line.openYear && year === undefined && !report.ofNow)) {
    const text = ctx.html(more.length > 0 ? 'report-one-year' : 'report-year');
    return ctx.say({ text: withNote(note, text), buttons: yearButtons(ctx, code, said) });
  }
  if (named.are === 'unclear' && (await sayOtherUnits(ctx, known, { words: unitWords, units }))) return;
  if (named.are === 'unclear' || named.are === 'several')
    return askNamedUnit(ctx, units, unitWords, named, known);
  const trouble = troubleWith(ctx, report, period);
  if (trouble) return sayNoPeriod(ctx, code, period, trouble, { ...said, part: {} });
  if (unit === undefined) await sayOwnUnitsOnly(ctx, report, { asked: line.everyUnit, units });
  await sendOrAskUnit(ctx, report, period, unit);
}

/**
 * Of several reports that the same words mean, the only one that the person may have, and that is
 * made for the unit that was named: "kết quả năm 2021" of a head.
 */
function onlyMeant(ctx: BotContext, { report, also, several, named }: ReportAsked): Report | undefined {
  if (several.length === 0 || several.length > 1 + also.length) return undefined;
  const [only, ...more] = [...(report ? [report] : []), ...also].filter(
    (one) =>
      hasAccess(ctx.person, rightToReport(one)) && (named.are !== 'one' || one.scopes.includes('unit')),
  );
  return more.length === 0 ? only : undefined;
}

/** Says that a part of a year cannot be taken alone: "quý này". */
async function sayNoPart(ctx: BotContext, report: Report | undefined, words: string): Promise<void> {
  const period = shorten(words, 50);
  await ctx.say({
    text: report?.ofNow
      ? ctx.html('report-now-not-part', { report: ctx.t(report.name), period })
      : ctx.html('report-whole-year', { period }),
  });
}

/** Which report of this year, and of this unit or of all: "báo cáo 2021", "báo cáo xã Glar". */
async function askWhich(ctx: BotContext, line: ReportAsked): Promise<void> {
  const [year, ...more] = new Set(line.years);
  const { plan } = ctx.house;
  const unit = line.named.are === 'one' ? line.named.unit : undefined;
  const said = { unit, all: line.all, filtered: filteredBy(plan, line), part: partAsked(line) };
  if (more.length > 0) return ctx.say({ text: ctx.html('report-one-year'), buttons: yearsOfAny(ctx, said) });
  if (line.period !== undefined) await sayNoPart(ctx, undefined, line.period);
  if (line.unclear !== undefined) {
    const text = ctx.html('report-time-unclear', { words: shorten(line.unclear, 50) });
    return ctx.say({ text, buttons: yearsOfAny(ctx, said) });
  }
  const asked = year !== undefined || hasPart(line) || said.filtered !== undefined;
  const period = asked ? periodAsked(plan, line, latestYear(ctx)) : undefined;
  const trouble = period && findPeriodTrouble(plan, ctx.house.clock.now(), period);
  if (period && trouble) {
    return ctx.say({
      text: sayTrouble(ctx, period, trouble),
      buttons: yearsOfAny(ctx, { ...said, part: {} }),
    });
  }
  if (line.named.are === 'several') return askUnitOfAny(ctx, line.named.units, period);
  await sayKinds(ctx, period, { unit, all: line.all });
}

/** Asks for one of the units that were named, before it is known which report. */
async function askUnitOfAny(ctx: BotContext, units: Unit[], period: ReportPeriod | undefined): Promise<void> {
  const of = writeReportPeriod(period ?? noPeriod);
  await ctx.say({
    text: ctx.html('report-one-unit-at-once'),
    buttons: units.map(({ id, name }) => [
      { text: name, callback_data: chooseKind.data(ctx.house.plan.id, of, id, 0) },
    ]),
  });
}
