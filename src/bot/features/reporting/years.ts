import { formatDate } from '../../../plan/calendar.ts';
import type { Report } from '../../../reports/report.ts';
import { type ReportPeriod, sayPeriodOf, writeReportPeriod } from '../../../reports/report-period.ts';
import {
  findPeriodTrouble,
  isDayToCome,
  listPartsBegun,
  listYearsBegun,
  type YearTrouble,
} from '../../../reports/years.ts';
import { capitalise } from '../../../text/letters.ts';
import type { Unit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { codeInPlan } from '../../core/named-plan.ts';
import { arrangeRows } from '../../forms/buttons.ts';
import { makeReport } from '../report-presses.ts';
import { type FilterTrouble, findFilterTrouble, sayUnfit } from './filtered.ts';
import { findNamedReport } from './plan-of-report.ts';
import { chooseFilter, chooseKind, chooseYear } from './presses.ts';
import { listReportsFor } from './reports-for.ts';

/** Why a report has no such period: of its year, its day, or since it is made for years only. */
type PeriodTrouble = YearTrouble | 'day-to-come' | 'year-only' | FilterTrouble;

/** The units that were named before the year is known: one, or all of them. */
export interface UnitsSaid {
  unit?: Unit | undefined;
  all?: boolean;
  /** The filter that was named, as `writeReportFilter` writes it. */
  filtered?: string | undefined;
  /** The half, the whole or the day that was named with the year. */
  part?: Pick<ReportPeriod, 'half' | 'whole' | 'asOf'>;
}

/** Lists the plan's years that have begun, the newest first. */
export function yearsNow({ house }: BotContext): number[] {
  return listYearsBegun(house.plan, house.clock.now());
}

/** Returns the newest year that has begun, or the plan's first. */
export function latestYear(ctx: BotContext): number {
  return yearsNow(ctx)[0] ?? ctx.house.plan.period.from;
}

/** Says a period in the person's language, with the day of which the figures are. */
export function sayPeriodHere({ locale, t }: Pick<BotContext, 'locale' | 't'>, period: ReportPeriod): string {
  const said = sayPeriodOf(locale, period);
  return period.asOf ? t('report-as-of', { period: said, day: formatDate(period.asOf) }) : said;
}

/** Says a period in a caption: a year by itself, otherwise in words. */
export function sayCaptionPeriod(ctx: Pick<BotContext, 'locale' | 't'>, period: ReportPeriod): string {
  const { year, half, whole, asOf } = period;
  if (half || whole) return `– ${sayPeriodHere(ctx, period)}`;
  return asOf ? ctx.t('report-as-of', { period: String(year), day: formatDate(asOf) }) : String(year);
}

/** Builds a button a year, for the unit that was named, or for all where that was said. */
export function yearButtons(ctx: BotContext, code: string, said: UnitsSaid = {}) {
  return arrangeRows(yearsNow(ctx).map((year) => periodButton(code, String(year), { year }, said)));
}

/** Builds a button a year; reports of any period have the last halves and the whole too. */
export function periodButtons(ctx: BotContext, code: string, report: Report, said: UnitsSaid = {}) {
  const { plan, clock } = ctx.house;
  const parts = report.periods === 'any' ? listPartsBegun(plan, clock.now()) : [];
  return [
    ...yearButtons(ctx, code, said),
    ...parts.map((part) => [periodButton(code, sayPeriodHere(ctx, part), part, said)]),
  ];
}

function periodButton(code: string, text: string, period: ReportPeriod, said: UnitsSaid) {
  const { unit, all = false, filtered, part } = said;
  const written = writeReportPeriod({ ...part, ...period, filtered });
  const data =
    unit || all ? makeReport.data(code, written, unit?.id ?? null) : chooseYear.data(code, written);
  return { text, callback_data: data };
}

/** Builds a button a year, before it is known which report. */
export function yearsOfAny(ctx: BotContext, { unit, all = false, filtered, part }: UnitsSaid) {
  const planId = ctx.house.plan.id;
  return arrangeRows(
    yearsNow(ctx).map((year) => ({
      text: String(year),
      callback_data: chooseKind.data(
        planId,
        writeReportPeriod({ ...part, year, filtered }),
        unit?.id ?? 0,
        all ? 1 : 0,
      ),
    })),
  );
}

/** Says why there is no report of that period, with the years that there are. */
export async function sayNoPeriod(
  ctx: BotContext,
  code: string,
  period: ReportPeriod,
  trouble: PeriodTrouble,
  said: UnitsSaid = {},
): Promise<void> {
  if (trouble === 'filter-unfit' || trouble === 'filter-gone')
    return sayFilterTrouble(ctx, code, period, trouble, said);
  const report = findNamedReport(code);
  if (report?.ofNow) return sayDayToCome(ctx, code, report, period, said);
  const { filtered } = period;
  await ctx.say({
    text: sayTrouble(ctx, period, trouble),
    buttons: yearButtons(ctx, code, { filtered, ...said }),
  });
}

/** Says that the day of a report of the present has not come, with the way to that of now. */
async function sayDayToCome(
  ctx: BotContext,
  code: string,
  { name }: Report,
  period: ReportPeriod,
  { unit }: UnitsSaid,
): Promise<void> {
  const now = writeReportPeriod({ ...period, asOf: undefined });
  await ctx.say({
    text: ctx.html('report-day-to-come-now', { day: formatDate(period.asOf ?? '') }),
    buttons: [[{ text: ctx.t(name), callback_data: makeReport.data(code, now, unit?.id ?? null) }]],
  });
}

/** Says why a report cannot be filtered so, with the way to make it without the filter. */
async function sayFilterTrouble(
  ctx: BotContext,
  code: string,
  period: ReportPeriod,
  trouble: FilterTrouble,
  { unit, all = false }: UnitsSaid,
): Promise<void> {
  const report = findNamedReport(code);
  const others = trouble === 'filter-unfit' && report ? listThatFilter(ctx, report, period, unit) : [];
  const known = unit !== undefined || all;
  const bare = writeReportPeriod({ ...period, filtered: undefined });
  const args = report && { report: ctx.t(report.name), filter: sayUnfit(ctx, report, period) };
  await ctx.say({
    text:
      trouble === 'filter-unfit' && args
        ? ctx.html('report-filter-unfit', args)
        : ctx.html('report-filter-gone'),
    buttons: [
      ...others.map((one) => {
        const of = writeReportPeriod(period);
        const oneCode = codeInPlan(ctx, one.code);
        const data = known ? makeReport.data(oneCode, of, unit?.id ?? null) : chooseYear.data(oneCode, of);
        return [{ text: ctx.t(one.name), callback_data: data }];
      }),
      [{ text: ctx.t('report-unfiltered'), callback_data: makeReport.data(code, bare, unit?.id ?? null) }],
      ...(trouble === 'filter-gone'
        ? [[{ text: ctx.t('report-filter-open'), callback_data: chooseFilter.data(code, bare, '') }]]
        : []),
    ],
  });
}

/** Lists other reports of the same time that can be filtered so. */
function listThatFilter(
  ctx: BotContext,
  report: Report,
  period: ReportPeriod,
  unit: Unit | undefined,
): Report[] {
  return listReportsFor(ctx).filter(
    (one) =>
      one !== report &&
      !one.ofNow &&
      (unit === undefined || one.scopes.includes('unit')) &&
      troubleWith(ctx, one, period) === undefined,
  );
}

/** Says why there is no report of a period (HTML). */
export function sayTrouble(
  ctx: BotContext,
  period: ReportPeriod,
  trouble: Exclude<PeriodTrouble, FilterTrouble>,
): string {
  const { from, to } = ctx.house.plan.period;
  const { year, half, asOf } = period;
  if (trouble === 'outside') return ctx.html('report-year-outside', { year: String(year), from, to });
  if (trouble === 'year-only') return ctx.html('report-year-only');
  if (trouble === 'day-to-come')
    return ctx.html('report-day-to-come', { day: asOf ? formatDate(asOf) : '–' });
  if (yearsNow(ctx).length === 0) return ctx.html('report-plan-not-begun', { year });
  return half || asOf
    ? ctx.html('report-period-not-begun', { period: capitalise(sayPeriodHere(ctx, period)) })
    : ctx.html('report-year-not-begun', { year });
}

/** Finds the problem with the period of this report; undefined when it can be made. */
export function troubleWith(
  ctx: BotContext,
  report: Report,
  period: ReportPeriod,
): PeriodTrouble | undefined {
  const unfit = findFilterTrouble(ctx, report, period);
  const { plan, clock } = ctx.house;
  if (unfit) return unfit;
  if (report.ofNow) return isDayToCome(plan, clock.now(), period) ? 'day-to-come' : undefined;
  if (report.periods !== 'any' && (period.half || period.whole || period.asOf)) return 'year-only';
  return findPeriodTrouble(plan, clock.now(), period);
}
