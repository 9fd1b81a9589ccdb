import { addDays, instantOf, localDate } from '../plan/calendar.ts';
import { isNudgingTime } from '../plan/ladder.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * Returns when people may be nudged next: `now` itself within the plan's hours, otherwise the next
 * beginning of those hours.
 */
export function findNextNudgingHour(plan: Plan, now: Date): Date {
  if (isNudgingTime(plan, now)) return now;
  const today = instantOf(localDate(now, plan.zone), plan.ladder.at, plan.zone);
  return today > now ? today : findTomorrowMorning(plan, now);
}

/** Returns the ladder's hour on the day after `now`, in the plan's zone. */
export function findTomorrowMorning(plan: Plan, now: Date): Date {
  return instantOf(addDays(localDate(now, plan.zone), 1), plan.ladder.at, plan.zone);
}
