import { type Chart, charts } from '../../../reports/chart/charts.ts';
import { findUnfit } from '../../../reports/filter/report-filter.ts';
import { type ReportPeriod, writeReportPeriod } from '../../../reports/report-period.ts';
import { listPartsBegun } from '../../../reports/years.ts';
import type { Unit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { codeInPlan } from '../../core/named-plan.ts';
import { arrangeRows } from '../../forms/buttons.ts';
import { filterOf } from '../reporting/filtered.ts';
import { sayPeriodHere, yearsNow } from '../reporting/years.ts';
import { chooseChart, chooseChartPeriod, drawChart, noChart } from './presses.ts';

/** Writes the button's data for a picture of a period; without a picture, for the choice of one. */
export function chartData(ctx: BotContext, period: ReportPeriod, chart?: Chart, unitId?: number): string {
  const written = writeReportPeriod(period);
  return chart
    ? drawChart.data(codeInPlan(ctx, chart.code), written, unitId ?? null)
    : chooseChart.data(ctx.house.plan.id, written, unitId ?? null);
}

/** Builds a button for each picture that can be filtered so, but the one shown. */
export function chartRows(ctx: BotContext, period: ReportPeriod, unit?: Unit, shown?: Chart) {
  const filter = filterOf(ctx, period);
  return charts
    .filter((chart) => chart !== shown && filter && findUnfit(filter, chart.filters).length === 0)
    .map((chart) => [{ text: ctx.t(chart.name), callback_data: chartData(ctx, period, chart, unit?.id) }]);
}

/** Builds a button for each year, half-year and period that a picture can be of. */
export function chartPeriodRows(ctx: BotContext, { filtered }: ReportPeriod, chart?: Chart, unit?: Unit) {
  const { plan, clock } = ctx.house;
  const button = (text: string, period: ReportPeriod) => ({
    text,
    callback_data: chartData(ctx, { ...period, filtered }, chart, unit?.id),
  });
  return [
    ...arrangeRows(yearsNow(ctx).map((year) => button(String(year), { year }))),
    ...listPartsBegun(plan, clock.now()).map((part) => [button(sayPeriodHere(ctx, part), part)]),
  ];
}

/** Builds a button for each year, with what else was said of the time. */
export function chartYearRows(ctx: BotContext, period: ReportPeriod, chart?: Chart, unit?: Unit) {
  return arrangeRows(
    yearsNow(ctx).map((year) => ({
      text: String(year),
      callback_data: chartData(ctx, { ...period, year }, chart, unit?.id),
    })),
  );
}

/** Builds the button that leads to other times. */
export function otherPeriodRow(ctx: BotContext, period: ReportPeriod, chart?: Chart, unit?: Unit) {
  const code = codeInPlan(ctx, chart?.code ?? noChart);
  const data = chooseChartPeriod.data(code, writeReportPeriod(period), unit?.id ?? null);
  return [{ text: ctx.t('chart-other-period'), callback_data: data }];
}
