import { localDate } from '../plan/calendar.ts';
import type { LocalDate, Plan } from '../plan/plan.ts';
import { type ReportPeriod, spanOf } from './report-period.ts';

/** Returns the day whose units a report shows: the last of its period, at most today. */
export function reportDay(plan: Plan, period: ReportPeriod, now: Date): LocalDate {
  const today = localDate(now, plan.zone);
  const { to } = spanOf(plan, period);
  if (to > today) return today;
  return to;
}
