import { localDate } from '../../../plan/calendar.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import { type ChartLine, readChartLine } from '../../../reports/chart/read-line.ts';
import { writeReportPeriod } from '../../../reports/report-period.ts';
import { withoutAnyCourtesy } from '../../../text/courtesy.ts';
import { shorten } from '../../../text/shorten.ts';
import { findNamedUnits, type NamedUnits } from '../../../units/named-units.ts';
import { listUnits, type Unit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { inMeantPlan, narrowToYear, takeMeantPlans } from '../../core/meant-plan.ts';
import { codeOfPlan } from '../../core/named-plan.ts';
import { pageOf } from '../../core/pages.ts';
import { readUnit } from '../../core/read-unit.ts';
import { periodAsked, yearAsked } from '../reporting/line-parts.ts';
import { latestYear } from '../reporting/years.ts';
import { chartData, chartPeriodRows, chartYearRows } from './chart-rows.ts';
import { chooseChart, drawChart } from './presses.ts';
import { askChart, sendChart } from './send-chart.ts';

/**
 * Reads a request such as "lĩnh vực 6 tháng đầu năm 2021 xã Glar". Asks for the missing parts and
 * keeps the others.
 */
export async function chartInOneLine(ctx: BotContext, typed: string): Promise<void> {
  const { plan, clock, db } = ctx.house;
  const taken = await takeMeantPlans(ctx, withoutAnyCourtesy(typed) === '' ? '' : typed);
  const today = localDate(clock.now(), plan.zone);
  const lineIn = (of: LoadedPlan) => readChartLine(taken.rest, today, of);
  const line = lineIn(taken.meant[0] ?? plan);
  const { years, unitWords } = line;
  const chart = line.unclear === undefined ? line.chart : undefined;
  const units = await listUnits(db.prisma, ctx.house.officeIds);
  const named = findNamedUnits(units, unitWords, line.all);
  const unitId = named.are === 'one' ? named.unit.id : null;
  const plans = narrowToYear(ctx, taken, years[0] ?? yearAsked(line));
  const [year, ...more] = new Set(years);
  if (plans.length > 1 && more.length > 0)
    await ctx.say({ text: ctx.html('chart-one-year', { year: String(year) }) });
  const data = (of: LoadedPlan) => {
    const written = writeReportPeriod(periodAsked(of, lineIn(of), 0));
    return chart
      ? drawChart.data(codeOfPlan(of.id, chart.code), written, unitId)
      : chooseChart.data(of.id, written, unitId);
  };
  await inMeantPlan(ctx, plans, { ask: 'chart-which-plan', data }, () =>
    sendOrAsk(ctx, lineIn(ctx.house.plan), units, named),
  );
}

/** Sends the picture of one plan, or asks for the parts that are missing. */
async function sendOrAsk(ctx: BotContext, line: ChartLine, units: Unit[], named: NamedUnits): Promise<void> {
  const { chart, years, openYear, unitWords, unclear } = line;
  const period = periodAsked(ctx.house.plan, line, latestYear(ctx));
  if (line.period !== undefined)
    await ctx.say({ text: ctx.html('chart-no-such-part', { period: shorten(line.period, 50) }) });
  const unit = named.are === 'one' ? named.unit : undefined;
  if (unclear !== undefined)
    return ctx.say({
      text: ctx.html('chart-time-unclear', { words: shorten(unclear, 50) }),
      buttons: chartPeriodRows(ctx, period, chart, unit),
    });
  if (new Set(years).size > 1 || (openYear && years.length === 0))
    return ctx.say({
      text: ctx.html('chart-which-year'),
      buttons: chartYearRows(ctx, period, chart, unit),
    });
  if (named.are === 'unclear' || named.are === 'several') {
    const read = readUnit(ctx, units, unitWords);
    return ctx.say({
      text: named.are === 'several' || read.ok ? ctx.html('chart-one-unit-at-once') : read.say,
      buttons: [
        ...pageOf(named.units, 0, 10).items.map(({ id, name }) => [
          { text: name, callback_data: chartData(ctx, period, chart, id) },
        ]),
        [{ text: ctx.t('report-all-units'), callback_data: chartData(ctx, period, chart) }],
      ],
    });
  }
  await (chart ? sendChart(ctx, chart, period, unit) : askChart(ctx, period, unit));
}
