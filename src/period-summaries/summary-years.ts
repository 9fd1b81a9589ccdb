import { localDate, yearOf } from '../plan/calendar.ts';
import { dueOf } from '../plan/due.ts';
import { lastDayOf, type Occurrence, periodOf } from '../plan/occurrence.ts';
import type { LoadedPlan } from '../plan/plan.ts';

/** The years that a summary covers, both inclusive. */
export interface SummaryYears {
  from: number;
  to: number;
}

/**
 * Finds the years that a unit's summary covers (Plan 101, II.6, IV.3). The summary of the period
 * covers the period. That of a stage covers what the plan says; without words, the years from the
 * period's first to that of its due, or while it has none, to the present one.
 */
export function findSummaryYears(
  plan: LoadedPlan,
  of: { duty: string; occurrence: Occurrence; unitId: number },
  now: Date,
): SummaryYears {
  const duty = plan.duties.find(({ code }) => code === of.duty);
  if (duty?.fulfilledBy !== 'interim') return plan.period;
  if (duty.covers) return duty.covers;
  const period = periodOf(of.occurrence);
  const last = period
    ? lastDayOf(period)
    : (dueOf(plan, of.duty, of.occurrence, of.unitId)?.lastDay ?? localDate(now, plan.zone));
  const { from, to } = plan.period;
  return { from, to: Math.min(Math.max(yearOf(last), from), to) };
}
