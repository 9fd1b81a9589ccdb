import { addDays, daysBetween, endOfDay, localDate } from './calendar.ts';
import type { Duty, LocalDate, Plan } from './plan.ts';

/** One occurrence of a duty and its deadline. */
export interface Due {
  /** Code of the duty. */
  duty: string;
  /** The year of the occurrence; 0 for a one-off duty. */
  year: number;
  /** The last day that is on time. */
  lastDay: LocalDate;
  /** The last millisecond that is on time, in the plan's zone. */
  lastMoment: Date;
}

/**
 * Lists the plan's dues that have a date, earliest first. Plan 101, V.1: before 25/8/2021 means by
 * the end of 24/8; IV.3: each year by the end of 15/12.
 */
export function duesOf(plan: Plan): Due[] {
  return plan.duties
    .flatMap((duty) => lastDays(duty).map(({ year, lastDay }) => dueOn(plan, duty.code, year, lastDay)))
    .sort((a, b) => a.lastMoment.getTime() - b.lastMoment.getTime());
}

/**
 * Returns the plan's due of a duty for a year (0: one-off). Undefined when it has no date or the
 * plan does not have the duty.
 */
export function dueOf(plan: Plan, duty: string, year: number): Due | undefined {
  const found = plan.duties.find(({ code }) => code === duty);
  const last = found && lastDays(found).find((one) => one.year === year);
  return last && dueOn(plan, duty, year, last.lastDay);
}

/** Builds the due of a duty from its last day. */
export function dueOn(plan: Plan, duty: string, year: number, lastDay: LocalDate): Due {
  return { duty, year, lastDay, lastMoment: endOfDay(lastDay, plan.zone) };
}

/** Tells whether something handed in at `at` is late. */
export function isLate(due: Due, at: Date): boolean {
  return at.getTime() > due.lastMoment.getTime();
}

/**
 * Counts the calendar days in `zone` from now to the last day: 0 on the last day, negative after
 * it.
 */
export function daysLeft(due: Due, now: Date, zone: string): number {
  return daysBetween(localDate(now, zone), due.lastDay);
}

function lastDays({ due }: Duty): { year: number; lastDay: LocalDate }[] {
  switch (due.rule) {
    case 'before':
      return [{ year: 0, lastDay: addDays(due.date, -1) }];
    case 'on':
      return [{ year: 0, lastDay: due.date }];
    case 'yearly':
      return Array.from({ length: due.to - due.from + 1 }, (_, i) => {
        const year = due.from + i;
        return { year, lastDay: `${year}-${two(due.month)}-${two(due.day)}` };
      });
    case 'unset':
      return [];
  }
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
