import type { ProgressList } from '../../../duties/progress.ts';
import { byUnit } from '../../../reports/by-unit.ts';
import { charts } from '../../../reports/chart/charts.ts';
import { dutyProgress } from '../../../reports/duty-progress.ts';
import type { Report } from '../../../reports/report.ts';
import { type ReportPeriod, writeReportPeriod } from '../../../reports/report-period.ts';
import type { Unit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { codeInPlan } from '../../core/named-plan.ts';
import { sendChart } from '../charting/send-chart.ts';
import { makeReport } from '../report-presses.ts';
import { progressNames } from './list-names.ts';
import { showProgressList, showProgressOf } from './presses.ts';

/** The code of the picture that stands above progress. */
export const chartOfProgress = 'donvi';

/**
 * Answers "tiến độ 6 tháng đầu năm 2022", "tiến độ đến ngày 15/9/2021". The picture and its figures
 * are of that time, of all units or one; lists and nudges are of now, and the reply says so.
 */
export async function sayProgressThen(
  ctx: BotContext,
  period: ReportPeriod,
  { unit, list }: { unit?: Unit | undefined; list?: ProgressList | undefined },
): Promise<void> {
  const chart = charts.find(({ code }) => code === chartOfProgress);
  if (!chart) return;
  const written = writeReportPeriod(period);
  const report = ({ code, name }: Report) => [
    {
      text: ctx.t(name),
      callback_data: makeReport.data(codeInPlan(ctx, code), written, unit?.id ?? null),
    },
  ];
  const now = list
    ? { text: ctx.t(progressNames[list]), callback_data: showProgressList.data(codeInPlan(ctx, list), 0) }
    : { text: ctx.t('progress-overview'), callback_data: showProgressOf.data(ctx.house.plan.id) };
  await sendChart(ctx, chart, period, unit, {
    lines: [
      list
        ? ctx.html('progress-list-of-now', { list: ctx.t(progressNames[list]) })
        : ctx.html('progress-lists-of-now'),
    ],
    buttons: [[now], report(byUnit), report(dutyProgress)],
  });
}
