import { addDays, instantOf, localDate } from '../plan/calendar.ts';
import { isNudgingTime } from '../plan/ladder.ts';
import type { Plan } from '../plan/plan.ts';
import { nextWorkingDay, type WorkingCalendar, workingDayFrom } from '../plan/working-calendar.ts';

/**
 * Returns when people may be nudged next. It is `now` within the plan's hours, otherwise the
 * ladder's hour of the next working day.
 */
export function findNextNudgingHour(plan: Plan, calendar: WorkingCalendar, now: Date): Date {
  if (isNudgingTime(plan, calendar, now)) return now;
  const date = localDate(now, plan.zone);
  const early = now < instantOf(date, plan.ladder.at, plan.zone);
  const day = workingDayFrom(calendar, early ? date : addDays(date, 1));
  return instantOf(day, plan.ladder.at, plan.zone);
}

/** Returns the ladder's hour on the working day after `now`, in the plan's zone. */
export function findNextMorning(plan: Plan, calendar: WorkingCalendar, now: Date): Date {
  return instantOf(nextWorkingDay(calendar, localDate(now, plan.zone)), plan.ladder.at, plan.zone);
}
