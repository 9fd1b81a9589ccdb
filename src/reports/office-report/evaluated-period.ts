import type { Plan } from '../../plan/plan.ts';
import type { ReportPeriod } from '../report-period.ts';

/**
 * Returns the period whose evaluations a report tells. Units evaluate in December: the first half
 * of a year tells those of the year before. Undefined in the plan's first half-year.
 */
export function findEvaluatedPeriod(
  plan: Plan,
  { year, half, whole }: ReportPeriod,
): ReportPeriod | undefined {
  if (whole) return { year, whole };
  if (half !== 1) return { year };
  return year > plan.period.from ? { year: year - 1 } : undefined;
}
