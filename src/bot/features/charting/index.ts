import { type Chart, charts } from '../../../reports/chart/charts.ts';
import { type ReportPeriod, readReportPeriod } from '../../../reports/report-period.ts';
import { findUnit, type Unit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { codeAlone, inItsPlan, lookAtPlan } from '../../core/named-plan.ts';
import { onPress } from '../../core/press.ts';
import type { Feature } from '../feature.ts';
import { latestYear } from '../reporting/years.ts';
import { chartInOneLine } from './one-line.ts';
import { chooseChart, chooseChartPeriod, drawChart } from './presses.ts';
import { askChart, askChartPeriod, sendChart } from './send-chart.ts';

const reading = { right: 'seeProgress', about: 'unit', at: 2 } as const;

/** The feature of /bieudo [picture] [time] [unit]: pictures of the registration for the office. */
export const chartingFeature: Feature = {
  commands: [
    {
      name: 'bieudo',
      right: 'seeProgress',
      words: { vi: ['biểu đồ', 'vẽ biểu đồ'], en: ['chart'] },
      takesArgs: true,
      run: chartInOneLine,
    },
  ],
  presses(table) {
    onPress(table, chooseChart, reading, async (ctx, planId, period, unitId) => {
      lookAtPlan(ctx, planId);
      await askChart(ctx, periodIn(ctx, period), await unitOf(ctx, unitId));
    });
    onPress(
      table,
      chooseChartPeriod,
      reading,
      inItsPlan(async (ctx, code, written: string, unitId: number | null) => {
        await askChartPeriod(ctx, periodIn(ctx, written), chartOf(code), await unitOf(ctx, unitId));
      }),
    );
    onPress(
      table,
      drawChart,
      reading,
      inItsPlan(async (ctx, code, written: string, unitId: number | null) => {
        const chart = chartOf(code);
        const unit = await unitOf(ctx, unitId);
        const period = periodIn(ctx, written);
        await (chart ? sendChart(ctx, chart, period, unit) : askChart(ctx, period, unit));
      }),
    );
  },
};

function chartOf(code: string): Chart | undefined {
  return charts.find((one) => one.code === codeAlone(code));
}

/** The period of a button; year 0 is the latest. */
function periodIn(ctx: BotContext, written: string): ReportPeriod {
  const read = readReportPeriod(written);
  return { ...read, year: read?.year || latestYear(ctx) };
}

async function unitOf({ house }: BotContext, id: number | null): Promise<Unit | undefined> {
  return id === null ? undefined : await findUnit(house.db.prisma, id);
}
