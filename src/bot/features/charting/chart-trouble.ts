import { hasAccess } from '../../../people/rights.ts';
import type { Chart } from '../../../reports/chart/charts.ts';
import { findUnfit } from '../../../reports/filter/report-filter.ts';
import { type ReportPeriod, writeReportPeriod } from '../../../reports/report-period.ts';
import { findPeriodTrouble } from '../../../reports/years.ts';
import type { Unit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { filterOf, sayFilterHere } from '../reporting/filtered.ts';
import { chooseKind } from '../reporting/presses.ts';
import { sayTrouble } from '../reporting/years.ts';
import { chartData, chartPeriodRows, chartRows } from './chart-rows.ts';

/**
 * Says why there is no picture of that time, with the times that there are. Returns whether it had
 * to.
 */
export async function sayNoChart(
  ctx: BotContext,
  period: ReportPeriod,
  chart?: Chart,
  unit?: Unit,
): Promise<boolean> {
  const trouble = findPeriodTrouble(ctx.house.plan, ctx.house.clock.now(), period);
  if (!trouble) return false;
  await ctx.say({
    text: sayTrouble(ctx, period, trouble),
    buttons: chartPeriodRows(ctx, period, chart, unit),
  });
  return true;
}

/**
 * Says that no picture, or not this one, can be filtered so. The ways on are the pictures and
 * reports that can, and this one without the filter. Returns whether it had to.
 */
export async function sayUnfitChart(
  ctx: BotContext,
  period: ReportPeriod,
  chart?: Chart,
  unit?: Unit,
): Promise<boolean> {
  const others = chartRows(ctx, period, unit);
  const filter = filterOf(ctx, period);
  const fits = chart ? filter && findUnfit(filter, chart.filters).length === 0 : others.length > 0;
  if (fits) return false;
  const said = sayFilterHere(ctx, period);
  const bare = chartData(ctx, { ...period, filtered: undefined }, chart, unit?.id);
  const written = writeReportPeriod(period);
  const reports = chooseKind.data(ctx.house.plan.id, written, unit?.id ?? 0, 0);
  await ctx.say({
    text:
      said === ''
        ? ctx.html('report-filter-gone')
        : ctx.html('chart-unfit', { filter: said, chosen: chart ? 'yes' : 'no' }),
    buttons: [
      [{ text: ctx.t('chart-unfiltered'), callback_data: bare }],
      ...others,
      ...(said !== '' && hasAccess(ctx.person, 'askReports')
        ? [[{ text: ctx.t('chart-in-reports'), callback_data: reports }]]
        : []),
    ],
  });
  return true;
}
