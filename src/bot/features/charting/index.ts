import { localDate, yearOf } from '../../../plan/calendar.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import { type Chart, charts, makeChart } from '../../../reports/chart/charts.ts';
import { type ChartLine, readChartLine } from '../../../reports/chart/read-line.ts';
import { sumUpBars } from '../../../reports/chart/sum-up-bars.ts';
import { findUnfit, isFiltering } from '../../../reports/filter/report-filter.ts';
import { sayReportFilter } from '../../../reports/filter/say-filter.ts';
import { writeReportFilter } from '../../../reports/filter/write-filter.ts';
import { type ReportPeriod, readReportPeriod, writeReportPeriod } from '../../../reports/report-period.ts';
import { findYearTrouble, listYearsBegun } from '../../../reports/years.ts';
import { withoutAnyCourtesy } from '../../../text/courtesy.ts';
import { matchUnits } from '../../../units/match-units.ts';
import { findUnit, listUnits, type Unit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import {
  inMeantPlan,
  markMeantPlan,
  nameMeantPlan,
  narrowToYear,
  takeMeantPlans,
} from '../../core/meant-plan.ts';
import { codeAlone, codeInPlan, codeOfPlan, inItsPlan, lookAtPlan } from '../../core/named-plan.ts';
import { pageOf } from '../../core/pages.ts';
import { onPress } from '../../core/press.ts';
import { readUnit } from '../../core/read-unit.ts';
import { sendPicture } from '../../core/send-picture.ts';
import { arrangeRows } from '../../forms/buttons.ts';
import type { Feature } from '../feature.ts';
import { filterOf } from '../reporting/filtered.ts';
import { chooseChart, drawChart } from './presses.ts';

/** The feature of /bieudo [picture] [year] [unit]: pictures of the registration for the office. */
export const chartingFeature: Feature = {
  commands: [
    {
      name: 'bieudo',
      right: 'seeProgress',
      words: { vi: ['biểu đồ'], en: ['chart'] },
      takesArgs: true,
      run: inOneLine,
    },
  ],
  presses(table) {
    const reading = { right: 'seeProgress', about: 'unit' } as const;
    onPress(table, chooseChart, { ...reading, at: 2 }, async (ctx, planId, period, unitId) => {
      lookAtPlan(ctx, planId);
      await askChart(ctx, periodIn(ctx, period), await unitOf(ctx, unitId));
    });
    onPress(
      table,
      drawChart,
      { ...reading, at: 2 },
      inItsPlan(async (ctx, code, written: string, unitId: number | null) => {
        const chart = charts.find((one) => one.code === codeAlone(code));
        const unit = await unitOf(ctx, unitId);
        const period = periodIn(ctx, written);
        await (chart ? sendChart(ctx, chart, period, unit) : askChart(ctx, period, unit));
      }),
    );
  },
};

/** "biểu đồ lĩnh vực năm 2021 xã Glar": asks for the missing parts and keeps the others. */
async function inOneLine(ctx: BotContext, typed: string): Promise<void> {
  const { plan, clock, db } = ctx.house;
  const taken = await takeMeantPlans(ctx, withoutAnyCourtesy(typed) === '' ? '' : typed);
  const thisYear = yearOf(localDate(clock.now(), plan.zone));
  const lineIn = (of: LoadedPlan) => readChartLine(taken.rest, thisYear, of);
  const { chart, years, unitWords } = lineIn(taken.meant[0] ?? plan);
  const units = await listUnits(db.prisma, ctx.house.officeIds);
  const read = unitWords ? readUnit(ctx, units, unitWords) : undefined;
  const unitId = read?.ok ? read.unit.id : null;
  const plans = narrowToYear(ctx, taken, years[0]);
  const one = new Set(years).size > 1 ? undefined : chart;
  await inMeantPlan(
    ctx,
    plans,
    {
      ask: 'chart-which-plan',
      data: (of) => {
        const written = writeReportPeriod({ year: years[0] ?? 0, filtered: filteredIn(of, lineIn(of)) });
        return one
          ? drawChart.data(codeOfPlan(of.id, one.code), written, unitId)
          : chooseChart.data(of.id, written, unitId);
      },
    },
    () => sendOrAsk(ctx, lineIn(ctx.house.plan), units, read),
  );
}

/** Sends the picture of one plan, or asks for the parts that are missing. */
async function sendOrAsk(
  ctx: BotContext,
  line: ChartLine,
  units: Unit[],
  read: ReturnType<typeof readUnit> | undefined,
): Promise<void> {
  const { chart, years, openYear, unitWords } = line;
  const period = { year: years[0] ?? latestYear(ctx), filtered: filteredIn(ctx.house.plan, line) };
  if (read && !read.ok) {
    const { items } = pageOf(matchUnits(units, unitWords), 0, 10);
    const buttons = items.map(({ id, name }) => [
      {
        text: name,
        callback_data: chart
          ? drawChart.data(codeInPlan(ctx, chart.code), writeReportPeriod(period), id)
          : chooseChart.data(ctx.house.plan.id, writeReportPeriod(period), id),
      },
    ]);
    return ctx.say({ text: read.say, buttons });
  }
  const unit = read?.unit;
  if (new Set(years).size > 1 || (openYear && years.length === 0))
    return ctx.say({ text: ctx.html('chart-which-year'), buttons: yearButtons(ctx, period, chart, unit) });
  await (chart ? sendChart(ctx, chart, period, unit) : askChart(ctx, period, unit));
}

async function askChart(ctx: BotContext, period: ReportPeriod, unit?: Unit): Promise<void> {
  if (await sayNoChart(ctx, period, undefined, unit)) return;
  const scope = [unit?.name ?? ctx.t('report-all-units'), ...sayFilter(ctx, period)].join(', ');
  const buttons = chartButtons(ctx, period, unit);
  if (buttons.length === 0) return sayUnfitChart(ctx, period, undefined, unit);
  await ctx.say({
    text: ctx.html('chart-which', { year: String(period.year), scope }) + markMeantPlan(ctx),
    buttons,
  });
}

async function sendChart(ctx: BotContext, chart: Chart, period: ReportPeriod, unit?: Unit): Promise<void> {
  if (await sayNoChart(ctx, period, chart, unit)) return;
  const filter = filterOf(ctx, period);
  if (!filter || findUnfit(filter, chart.filters).length > 0) return sayUnfitChart(ctx, period, chart, unit);
  const { db, plan, clock } = ctx.house;
  const scope = {
    ...{ year: period.year, unitId: unit?.id ?? null, unit: unit?.name, plan: nameMeantPlan(ctx), filter },
    ...{ locale: ctx.locale, now: clock.now() },
  };
  await ctx.replyWithChatAction('upload_photo');
  const made = await makeChart({ db, plan }, chart, scope);
  const figures = await sumUpBars({ db, plan }, scope);
  await sendPicture(ctx, made, {
    text: [
      ctx.html('report-caption', {
        report: ctx.t(chart.title),
        year: String(period.year),
        scope: unit?.name ?? ctx.t('report-all-units'),
      }) + markMeantPlan(ctx),
      ...sayFilter(ctx, period).map((said) => ctx.html('report-filtered', { filter: said })),
      // The figures are of units and their quotas: a category or a state has none.
      ...(filter.categories.length + filter.states.length > 0 ? [] : [ctx.html('chart-figures', figures)]),
    ].join('\n'),
    buttons: chartButtons(ctx, period, unit, chart),
  });
}

/** Says why there is no picture of that year, with the years that there are. */
async function sayNoChart(
  ctx: BotContext,
  period: ReportPeriod,
  chart?: Chart,
  unit?: Unit,
): Promise<boolean> {
  const { year } = period;
  const { plan, clock } = ctx.house;
  const trouble = findYearTrouble(plan, clock.now(), year);
  if (!trouble) return false;
  const { from, to } = plan.period;
  const begun = listYearsBegun(plan, clock.now()).length > 0;
  await ctx.say({
    text:
      trouble === 'outside'
        ? ctx.html('report-year-outside', { year: String(year), from, to })
        : ctx.html(begun ? 'report-year-not-begun' : 'report-plan-not-begun', { year }),
    buttons: yearButtons(ctx, period, chart, unit),
  });
  return true;
}

/** Says that no picture, or not this one, can be filtered so, with the way to it without. */
async function sayUnfitChart(
  ctx: BotContext,
  period: ReportPeriod,
  chart?: Chart,
  unit?: Unit,
): Promise<void> {
  const bare = writeReportPeriod({ ...period, filtered: undefined });
  const data = chart
    ? drawChart.data(codeInPlan(ctx, chart.code), bare, unit?.id ?? null)
    : chooseChart.data(ctx.house.plan.id, bare, unit?.id ?? null);
  const filter = sayFilter(ctx, period).join();
  await ctx.say({
    text: filter === '' ? ctx.html('report-filter-gone') : ctx.html('chart-unfit', { filter }),
    buttons: [[{ text: ctx.t('chart-unfiltered'), callback_data: data }]],
  });
}

/** The filter of a picture in words; none where it has none. */
function sayFilter(ctx: BotContext, period: ReportPeriod): string[] {
  const said = sayReportFilter(ctx.locale, ctx.house.plan, filterOf(ctx, period));
  return said === '' ? [] : [said];
}

/** Writes the filter of a line for a button. */
function filteredIn(plan: LoadedPlan, { filter }: ChartLine): string | undefined {
  return isFiltering(filter) ? writeReportFilter(plan, filter) : undefined;
}

/** The period of a button; year 0 is the latest. */
function periodIn(ctx: BotContext, written: string): ReportPeriod {
  const { year, filtered } = readReportPeriod(written) ?? { year: 0 };
  return { year: year || latestYear(ctx), filtered };
}

/** A button for each picture that can be filtered so, but the one shown. */
function chartButtons(ctx: BotContext, period: ReportPeriod, unit?: Unit, shown?: Chart) {
  const filter = filterOf(ctx, period);
  return charts
    .filter((chart) => chart !== shown && filter && findUnfit(filter, chart.filters).length === 0)
    .map((chart) => [
      {
        text: ctx.t(chart.name),
        callback_data: drawChart.data(
          codeInPlan(ctx, chart.code),
          writeReportPeriod(period),
          unit?.id ?? null,
        ),
      },
    ]);
}

function yearButtons(ctx: BotContext, { filtered }: ReportPeriod, chart?: Chart, unit?: Unit) {
  return arrangeRows(
    listYearsBegun(ctx.house.plan, ctx.house.clock.now()).map((year) => ({
      text: String(year),
      callback_data: chart
        ? drawChart.data(codeInPlan(ctx, chart.code), writeReportPeriod({ year, filtered }), unit?.id ?? null)
        : chooseChart.data(ctx.house.plan.id, writeReportPeriod({ year, filtered }), unit?.id ?? null),
    })),
  );
}

function latestYear({ house }: BotContext): number {
  return listYearsBegun(house.plan, house.clock.now())[0] ?? house.plan.period.from;
}

async function unitOf({ house }: BotContext, id: number | null): Promise<Unit | undefined> {
  return id === null ? undefined : await findUnit(house.db.prisma, id);
}
