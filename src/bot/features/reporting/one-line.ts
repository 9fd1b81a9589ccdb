import { localDate, yearOf } from '../../../plan/calendar.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import { takePlansInWords } from '../../../plans/plans-in-words.ts';
import { type ReportLine, readReportLine } from '../../../reports/read-line.ts';
import { type ReportPeriod, writeReportPeriod } from '../../../reports/report-period.ts';
import { findPeriodTrouble, listYearsBegun } from '../../../reports/years.ts';
import { shorten } from '../../../text/shorten.ts';
import { matchUnits } from '../../../units/match-units.ts';
import type { Unit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { inMeantPlan, listPlansAtHand, narrowToYear } from '../../core/meant-plan.ts';
import { codeInPlan, codeOfPlan } from '../../core/named-plan.ts';
import { pageOf } from '../../core/pages.ts';
import { readUnit } from '../../core/read-unit.ts';
import { requireAccess } from '../../core/rights.ts';
import { makeReport } from '../report-presses.ts';
import { sendOrAskUnit, unitsPerPage } from './ask.ts';
import { filteredBy, hasPart, partAsked, periodAsked, readCategoryWords, yearAsked } from './line-parts.ts';
import { chooseKind, chooseReport, chooseScope, noPeriod, rightToReport, withoutYear } from './presses.ts';
import { sayKinds, sayUnknownReport } from './say-kinds.ts';
import { listSeenUnits } from './seen-units.ts';
import { latestYear, sayNoPeriod, sayTrouble, troubleWith, yearButtons, yearsOfAny } from './years.ts';

/**
 * Takes report, year and unit in one line: `tonghop 2021`, `danh sách năm ngoái xã glar`, `2021`.
 * Asks for the missing parts and keeps the others.
 */
export async function reportInOneLine(ctx: BotContext, typed: string): Promise<void> {
  const { plan, clock } = ctx.house;
  const { named, rest } = takePlansInWords(typed, ctx.house.plans.all());
  const thisYear = yearOf(localDate(clock.now(), plan.zone));
  const { report } = readReportLine(rest, thisYear, plan);
  const units = await listSeenUnits(ctx, report?.right ?? 'askReports');
  const lineIn = (of: LoadedPlan) => readCategoryWords(of, readReportLine(rest, thisYear, of), units);
  const line = lineIn(named[0] ?? plan);
  const { unitWords, all } = line;
  if (report) requireAccess(ctx.person, rightToReport(report));
  const given = { meant: named.length > 0 ? named : await listPlansAtHand(ctx), named: named.length > 0 };
  const plans = narrowToYear(ctx, given, (report?.ofNow ? undefined : line.years[0]) ?? yearAsked(line));
  const read = unitWords && plans.length > 1 ? readUnit(ctx, units, unitWords) : undefined;
  const unit = read?.ok ? read.unit : undefined;
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
    if (more.length > 0 || (line.openYear && !said && !report.ofNow)) return chooseReport.data(code);
    const asked = report.ofNow ? writeReportPeriod(withoutYear(period)) : written;
    return makeReport.data(code, asked, unit?.id ?? null);
  };
  // The unit that was not found would be asked for after the plan, without these words.
  if (read && !read.ok)
    await ctx.say({
      text: report ? read.say : ctx.html('report-unknown', { typed: shorten(typed, 50) }),
    });
  await inMeantPlan(ctx, plans, { ask: 'report-which-plan', data }, () =>
    ofPlanLookedAt(ctx, typed, lineIn(ctx.house.plan), units),
  );
}

/** Sends the report of one plan, or asks for the parts that are missing. */
async function ofPlanLookedAt(
  ctx: BotContext,
  typed: string,
  line: ReportLine,
  units: Unit[],
): Promise<void> {
  const { report, unitWords } = line;
  if (line.period !== undefined) {
    const period = shorten(line.period, 50);
    await ctx.say({
      text: report?.ofNow
        ? ctx.html('report-now-not-part', { report: ctx.t(report.name), period })
        : ctx.html('report-whole-year', { period }),
    });
  }
  const code = report && codeInPlan(ctx, report.code);
  const read = unitWords ? readUnit(ctx, units, unitWords) : undefined;
  const unit = read?.ok ? read.unit : undefined;
  if (!report || !code) return read && !read.ok ? sayUnknownReport(ctx, typed) : askWhich(ctx, line, unit);
  const [named, ...more] = new Set(line.years);
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
  const asked = periodAsked(ctx.house.plan, line, latestYear(ctx));
  const period = report.ofNow ? withoutYear(asked) : asked;
  const said = { unit, all: line.all, filtered: period.filtered, part: partAsked(line) };
  if (read && !read.ok) {
    const text = report.filters ? `${read.say}\n${ctx.html('report-filter-hint')}` : read.say;
    return ctx.say({ text, buttons: likelyUnits(ctx, units, unitWords, code, period) });
  }
  if (more.length > 0 || (line.openYear && named === undefined && !report.ofNow)) {
    const text = ctx.html(more.length > 0 ? 'report-one-year' : 'report-year');
    return ctx.say({ text, buttons: yearButtons(ctx, code, said) });
  }
  const trouble = troubleWith(ctx, report, period);
  if (trouble) return sayNoPeriod(ctx, code, period, trouble, { ...said, part: {} });
  await sendOrAskUnit(ctx, report, period, unit);
}

/** Tells whether a line says a year, a half or the whole, which no report of the present has. */
function saysOtherThanDay(line: ReportLine): boolean {
  const day = yearAsked(line);
  return line.half !== undefined || line.whole !== undefined || line.years.some((year) => year !== day);
}

/** Which report of this year, and of this unit or of all: "báo cáo 2021", "báo cáo xã Glar". */
async function askWhich(ctx: BotContext, line: ReportLine, unit: Unit | undefined): Promise<void> {
  const [named, ...more] = new Set(line.years);
  const { plan } = ctx.house;
  const said = { unit, all: line.all, filtered: filteredBy(plan, line), part: partAsked(line) };
  if (more.length > 0) return ctx.say({ text: ctx.html('report-one-year'), buttons: yearsOfAny(ctx, said) });
  const asked = named !== undefined || hasPart(line) || said.filtered !== undefined;
  const period = asked ? periodAsked(plan, line, latestYear(ctx)) : undefined;
  const trouble = period && findPeriodTrouble(ctx.house.plan, ctx.house.clock.now(), period);
  if (period && trouble) {
    return ctx.say({
      text: sayTrouble(ctx, period, trouble),
      buttons: yearsOfAny(ctx, { ...said, part: {} }),
    });
  }
  await sayKinds(ctx, period, { unit, all: line.all });
}

/**
 * Units that the words may mean, a button each; when they are more than a page, the way to all
 * units follows.
 */
function likelyUnits(ctx: BotContext, units: Unit[], words: string, code: string, period: ReportPeriod) {
  const written = writeReportPeriod(period);
  const likely = matchUnits(units, words);
  const { items: shown, pages } = pageOf(likely, 0, unitsPerPage);
  return [
    ...shown.map((unit) => [{ text: unit.name, callback_data: makeReport.data(code, written, unit.id) }]),
    ...(pages > 1
      ? [[{ text: ctx.t('report-other-unit'), callback_data: chooseScope.data(code, written, 0) }]]
      : []),
  ];
}
