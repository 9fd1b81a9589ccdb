import type { LoadedPlan } from '../../plan/plan.ts';
import { halfParameters } from '../counted-times.ts';
import type { ReportRequest } from '../report.ts';
import { reportDay } from '../report-day.ts';
import { type ReportPeriod, spanOf } from '../report-period.ts';

/** Builds the parameters of `awardListSql`. */
export function buildAwardParameters(
  plan: LoadedPlan,
  { unitIds, now, ...period }: ReportPeriod & Pick<ReportRequest, 'unitIds' | 'now'>,
): unknown[] {
  const { fromYear, toYear } = spanOf(plan, period);
  const levels = plan.awards.levels.map(({ code }) => code);
  return [
    ...[reportDay(plan, period, now), unitIds ?? null, levels, plan.id, fromYear, toYear],
    ...halfParameters(plan, period),
  ];
}
