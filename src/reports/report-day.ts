import { localDate } from '../plan/calendar.ts';
import type { LocalDate, Plan } from '../plan/plan.ts';

/** Returns the day whose units a report of a year shows: the year's last day, at most today. */
export function reportDay(plan: Plan, year: number, now: Date): LocalDate {
  const today = localDate(now, plan.zone);
  const last = `${year}-12-31`;
  return last < today ? last : today;
}
