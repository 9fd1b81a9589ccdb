import { localDate, yearOf } from '../plan/calendar.ts';
import type { Plan } from '../plan/plan.ts';
import { momentOf, type ReportPeriod, spanOf } from './report-period.ts';

/** Why there is no report of a year: it is outside the plan's period, or has not begun. */
export type YearTrouble = 'outside' | 'not-begun';

/**
 * Lists the years of the plan that have begun in its zone, the latest first. Before the plan's
 * first year there is none; after its last all of them stay.
 */
export function listYearsBegun(plan: Plan, now: Date): number[] {
  const { from, to } = plan.period;
  const last = Math.min(yearOf(localDate(now, plan.zone)), to);
  return Array.from({ length: Math.max(0, last - from + 1) }, (_, index) => last - index);
}

/** Explains why a report of `year` would be empty; undefined when it can be made. */
export function findYearTrouble(plan: Plan, now: Date, year: number): YearTrouble | undefined {
  const { from, to } = plan.period;
  if (!Number.isInteger(year) || year < from || year > to) return 'outside';
  return listYearsBegun(plan, now).includes(year) ? undefined : 'not-begun';
}

/** Tells whether the day of which a report is asked has not come. */
export function isDayToCome(plan: Plan, now: Date, { asOf }: ReportPeriod): boolean {
  return asOf !== undefined && asOf > localDate(now, plan.zone);
}

/**
 * Explains why a report of a period would be empty; undefined when it can be made. `day-to-come`:
 * the day that it is asked for has not come.
 */
export function findPeriodTrouble(
  plan: Plan,
  now: Date,
  period: ReportPeriod,
): YearTrouble | 'day-to-come' | undefined {
  if (isDayToCome(plan, now, period)) return 'day-to-come';
  const today = localDate(now, plan.zone);
  const trouble = findYearTrouble(plan, momentOf(plan, period, now), period.year);
  if (trouble) return trouble;
  return spanOf(plan, period).from > (period.asOf ?? today) ? 'not-begun' : undefined;
}

/**
 * Lists the parts of the plan's time that have begun. They are the halves of the latest year, the
 * half-year before it, and the whole period so far.
 */
export function listPartsBegun(plan: Plan, now: Date): ReportPeriod[] {
  const latest = listYearsBegun(plan, now)[0] ?? plan.period.from;
  const parts: ReportPeriod[] = [
    { year: latest, half: 1 },
    { year: latest, half: 2 },
    { year: latest - 1, half: 2 },
    { year: latest, whole: true },
  ];
  return parts.filter((part) => findPeriodTrouble(plan, now, part) === undefined);
}
