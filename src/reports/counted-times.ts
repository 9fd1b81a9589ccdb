import { findRegistrationDuty } from '../duties/kinds/index.ts';
import { listOwedDuties } from '../duties/owed.ts';
import { sayOccurrence } from '../duties/say-occurrence.ts';
import { instantOf } from '../plan/calendar.ts';
import { dueOf } from '../plan/due.ts';
import { firstDayOf, lastDayOf, type Occurrence, oneOff, periodOf } from '../plan/occurrence.ts';
import type { LoadedPlan, Plan } from '../plan/plan.ts';
import { endOfSpan, type PeriodSpan, type ReportPeriod, spanOf } from './report-period.ts';

// A registration that is due once has one quota for the whole period: a report of a year counts
// from the period's first year to the end of that year. One that recurs has its quota each time: a
// report of a year counts each occurrence of that year by itself, and adds them up.

/** Tells whether the registration of a plan recurs, with its quota each time. */
export function hasRecurringRegistration(plan: Plan): boolean {
  const rule = findRegistrationDuty(plan)?.due;
  return rule !== undefined && rule.rule !== 'unset' && !('date' in rule);
}

/** Finds the years whose registrations count in the report of a period. */
export function findYearsCounted(plan: Plan, period: ReportPeriod): { from: number; to: number } {
  const { fromYear, toYear } = spanOf(plan, period);
  return {
    from: hasRecurringRegistration(plan) ? fromYear : Math.min(plan.period.from, fromYear),
    to: toYear,
  };
}

/**
 * Lists the occurrences of the registration that a report counts. They have begun by `now`, and
 * were not over before the period.
 */
export function listTimesCounted(plan: LoadedPlan, period: ReportPeriod, now: Date): Occurrence[] {
  if (!hasRecurringRegistration(plan)) return [oneOff];
  const duty = findRegistrationDuty(plan);
  return listOwedDuties(plan, now)
    .filter((one) => one.duty === duty?.code && isWithin(spanOf(plan, period), one.occurrence))
    .map(({ occurrence }) => occurrence);
}

/** Tells whether an occurrence has a day in a span; one that is due once has not. */
export function isWithin({ from, to }: PeriodSpan, occurrence: Occurrence): boolean {
  const time = periodOf(occurrence);
  return time !== undefined && firstDayOf(time) <= to && lastDayOf(time) >= from;
}

/**
 * Builds the parameter of the occurrences that count; null where the years say it, since the
 * registration is due once.
 */
export function timesParameter(plan: LoadedPlan, period: ReportPeriod, now: Date): Occurrence[] | null {
  return hasRecurringRegistration(plan) ? listTimesCounted(plan, period, now) : null;
}

/**
 * Builds the first and last moment of a half-year, null for other periods. An exemplar bears its
 * year already.
 */
export function halfParameters(plan: Plan, period: ReportPeriod): [Date | null, Date | null] {
  if (!period.half) return [null, null];
  return [instantOf(spanOf(plan, period).from, '00:00', plan.zone), endOfSpan(plan, period)];
}

/**
 * Writes the SQL condition that an exemplar counts in the report of a year. `$from`, `$to` and
 * `$times` are the years and `timesParameter`.
 */
export function countedInSql(from: string, to: string, times: string): string {
  return `CASE WHEN ${times}::text[] IS NULL THEN year BETWEEN ${from} AND ${to} ELSE occurrence = ANY (${times}) END`;
}

/** Tells whether a unit owes an occurrence: what was due before it began is not its own. */
export function owesTime(
  plan: LoadedPlan,
  unit: { unitId: number; owesFrom: string | null },
  occurrence: Occurrence,
): boolean {
  if (unit.owesFrom === null) return true;
  const duty = findRegistrationDuty(plan);
  const due = duty && dueOf(plan, duty.code, occurrence, unit.unitId);
  return due === undefined || due.lastDay >= unit.owesFrom;
}

/** Says in Vietnamese which occurrences a report counts: `tháng 1/2026 đến tháng 9/2026`. */
export function sayTimesCounted(times: Occurrence[]): string {
  const first = times[0] ?? oneOff;
  const last = times.at(-1) ?? oneOff;
  const [from, to] = [first, last].map((one) => sayOccurrence('vi', one));
  return first === last ? (from ?? '') : `${from} đến ${to}`;
}
