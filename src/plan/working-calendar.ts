import { addDays } from './calendar.ts';
import type { LocalDate } from './plan.ts';

/** Tells on which days offices work. */
export interface WorkingCalendar {
  isWorkingDay(date: LocalDate): boolean;
  /** Its exceptions: plain data, from which a thread creates the same calendar. */
  readonly exceptions: CalendarDays;
}

/** The days on which a calendar differs from Monday to Friday. */
export interface CalendarDays {
  /** Days from Monday to Friday on which offices are closed. */
  daysOff: Iterable<LocalDate>;
  /** Saturdays and Sundays on which offices work, mostly in exchange for a day off. */
  workingDays: Iterable<LocalDate>;
}

/**
 * Creates a calendar from its exceptions: a look-up costs the same for one year and for ten. A day
 * in both lists is a working day.
 */
export function createWorkingCalendar({ daysOff, workingDays }: CalendarDays): WorkingCalendar {
  const off = new Set(daysOff);
  const working = new Set(workingDays);
  return {
    exceptions: { daysOff: [...off], workingDays: [...working] },
    isWorkingDay: (date) => working.has(date) || !(off.has(date) || isWeekend(date)),
  };
}

/** Works from Monday to Friday, without holidays. */
export const weekdaysOnly: WorkingCalendar = createWorkingCalendar({ daysOff: [], workingDays: [] });

/** Returns the first working day after `date`. */
export function nextWorkingDay(calendar: WorkingCalendar, date: LocalDate): LocalDate {
  return seek(calendar, addDays(date, 1), 1);
}

/** Returns the last working day before `date`. */
export function previousWorkingDay(calendar: WorkingCalendar, date: LocalDate): LocalDate {
  return seek(calendar, addDays(date, -1), -1);
}

/** Returns `date` when offices work on it, otherwise the first working day after it. */
export function workingDayFrom(calendar: WorkingCalendar, date: LocalDate): LocalDate {
  return seek(calendar, date, 1);
}

/** Returns `date` when offices work on it, otherwise the last working day before it. */
export function workingDayUpTo(calendar: WorkingCalendar, date: LocalDate): LocalDate {
  return seek(calendar, date, -1);
}

/** Tells whether this is the first working day of its week; weeks begin on Monday. */
export function isFirstWorkingDayOfWeek(calendar: WorkingCalendar, date: LocalDate): boolean {
  if (!calendar.isWorkingDay(date)) return false;
  const sinceMonday = (weekdayOf(date) + 6) % 7;
  for (let days = 1; days <= sinceMonday; days++) {
    if (calendar.isWorkingDay(addDays(date, -days))) return false;
  }
  return true;
}

/** Maximum number of days without a working day: a mistake in a file must not hang the program. */
const longestBreak = 400;

function seek(calendar: WorkingCalendar, from: LocalDate, step: 1 | -1): LocalDate {
  let day = from;
  for (let tried = 0; tried < longestBreak; tried++) {
    if (calendar.isWorkingDay(day)) return day;
    day = addDays(day, step);
  }
  return from;
}

/** Tells whether a day is a Saturday or a Sunday. */
export function isWeekend(date: LocalDate): boolean {
  return weekdayOf(date) % 6 === 0;
}

/** Returns the day of the week; 0 is Sunday. Temporal takes a hundred times as long. */
export function weekdayOf(date: LocalDate): number {
  return new Date(`${date}T00:00Z`).getUTCDay();
}
