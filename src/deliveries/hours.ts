import { addDays, instantOf, localDate } from '../plan/calendar.ts';
import { isNudgingTime } from '../plan/ladder.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * When people may be nudged next: `now` itself within the plan's hours, otherwise when they begin
 * again.
 */
export function nextNudgingHour(plan: Plan, now: Date): Date {
  if (isNudgingTime(plan, now)) return now;
  const today = instantOf(localDate(now, plan.zone), plan.ladder.at, plan.zone);
  return today > now ? today : tomorrowMorning(plan, now);
}

/** The ladder's hour on the day after `now`, in the plan's zone. */
export function tomorrowMorning(plan: Plan, now: Date): Date {
  return instantOf(addDays(localDate(now, plan.zone), 1), plan.ladder.at, plan.zone);
}
