import { localDate, yearOf } from '../../../plan/calendar.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import { takePlansInWords } from '../../../plans/plans-in-words.ts';
import { type ReportLine, readReportLine } from '../../../reports/read-line.ts';
import { findYearTrouble, listYearsBegun } from '../../../reports/years.ts';
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
import { chooseKind, chooseReport, chooseScope, noYear, rightToReport } from './presses.ts';
import { sayKinds, sayUnknownReport } from './say-kinds.ts';
import { listSeenUnits } from './seen-units.ts';
import { latestYear, sayNoYear, troubleWithYear, yearButtons, yearsOfAny } from './years.ts';

/**
 * Takes report, year and unit in one line: `tonghop 2021`, `danh sách năm ngoái xã glar`, `2021`.
 * Asks for the missing parts and keeps the others.
 */
export async function reportInOneLine(ctx: BotContext, typed: string): Promise<void> {
  const { plan, clock } = ctx.house;
  const { named, rest } = takePlansInWords(typed, ctx.house.plans.all());
  const line = readReportLine(rest, yearOf(localDate(clock.now(), plan.zone)));
  const { report, unitWords, all } = line;
  if (report) requireAccess(ctx.person, rightToReport(report));
  const given = { meant: named.length > 0 ? named : await listPlansAtHand(ctx), named: named.length > 0 };
  const plans = narrowToYear(ctx, given, report?.ofNow ? undefined : line.years[0]);
  const units = await listSeenUnits(ctx, report?.right ?? 'askReports');
  const read = unitWords && plans.length > 1 ? readUnit(ctx, units, unitWords) : undefined;
  const unit = read?.ok ? read.unit : undefined;
  const [year = noYear, ...more] = new Set(line.years);
  const data = (of: LoadedPlan) => {
    if (!report) return chooseKind.data(of.id, more.length > 0 ? noYear : year, unit?.id ?? 0, all ? 1 : 0);
    const code = codeOfPlan(of.id, report.code);
    const open = more.length > 0 || (line.openYear && year === noYear && !report.ofNow);
    if (open) return chooseReport.data(code);
    const latest = listYearsBegun(of, clock.now())[0] ?? of.period.from;
    return makeReport.data(code, report.ofNow ? noYear : year || latest, unit?.id ?? null);
  };
  // The unit that was not found would be asked for after the plan, without these words.
  if (read && !read.ok)
    await ctx.say({
      text: report ? read.say : ctx.html('report-unknown', { typed: shorten(typed, 50) }),
    });
  await inMeantPlan(ctx, plans, { ask: 'report-which-plan', data }, () =>
    ofPlanLookedAt(ctx, typed, line, units),
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
  if (line.period !== undefined && !report?.ofNow) {
    await ctx.say({ text: ctx.html('report-whole-year', { period: shorten(line.period, 50) }) });
  }
  const read = unitWords ? readUnit(ctx, units, unitWords) : undefined;
  const unit = read?.ok ? read.unit : undefined;
  if (!report) return read && !read.ok ? sayUnknownReport(ctx, typed) : askWhich(ctx, line, unit);
  const [named, ...more] = new Set(line.years);
  if (report.ofNow && named !== undefined) {
    return ctx.say({
      text: ctx.html('report-only-now', { report: ctx.t(report.name) }),
      buttons: [
        [{ text: ctx.t(report.name), callback_data: chooseReport.data(codeInPlan(ctx, report.code)) }],
      ],
    });
  }
  // A short number alone is no unit: it was meant as a year.
  if (/^\d+$/.test(unitWords) && !report.ofNow) {
    return sayNoYear(ctx, codeInPlan(ctx, report.code), Number(unitWords), 'outside');
  }
  const year = report.ofNow ? noYear : (named ?? latestYear(ctx));
  if (read && !read.ok)
    return ctx.say({
      text: read.say,
      buttons: likelyUnits(ctx, units, unitWords, codeInPlan(ctx, report.code), year),
    });
  if (more.length > 0 || (line.openYear && named === undefined && !report.ofNow)) {
    const text = ctx.html(more.length > 0 ? 'report-one-year' : 'report-year');
    return ctx.say({
      text,
      buttons: yearButtons(ctx, codeInPlan(ctx, report.code), { unit, all: line.all }),
    });
  }
  const trouble = troubleWithYear(ctx, report, year);
  if (trouble) return sayNoYear(ctx, codeInPlan(ctx, report.code), year, trouble, { unit, all: line.all });
  await sendOrAskUnit(ctx, report, year, unit);
}

/** Which report of this year, and of this unit or of all: "báo cáo 2021", "báo cáo xã Glar". */
async function askWhich(ctx: BotContext, line: ReportLine, unit: Unit | undefined): Promise<void> {
  const [named, ...more] = new Set(line.years);
  if (more.length > 0)
    return ctx.say({ text: ctx.html('report-one-year'), buttons: yearsOfAny(ctx, { unit, all: line.all }) });
  const trouble =
    named === undefined ? undefined : findYearTrouble(ctx.house.plan, ctx.house.clock.now(), named);
  if (named !== undefined && trouble) {
    const { from, to } = ctx.house.plan.period;
    const key = trouble === 'outside' ? 'report-year-outside' : 'report-year-not-begun';
    return ctx.say({
      text: ctx.html(key, trouble === 'outside' ? { year: String(named), from, to } : { year: named }),
      buttons: yearsOfAny(ctx, { unit, all: line.all }),
    });
  }
  await sayKinds(ctx, named, { unit, all: line.all });
}

/**
 * Units that the words may mean, a button each; when they are more than a page, the way to all
 * units follows.
 */
function likelyUnits(ctx: BotContext, units: Unit[], words: string, code: string, year: number) {
  const likely = matchUnits(units, words);
  const { items: shown, pages } = pageOf(likely, 0, unitsPerPage);
  return [
    ...shown.map((unit) => [{ text: unit.name, callback_data: makeReport.data(code, year, unit.id) }]),
    ...(pages > 1
      ? [[{ text: ctx.t('report-other-unit'), callback_data: chooseScope.data(code, year, 0) }]]
      : []),
  ];
}
