import { addDays } from '../../plan/calendar.ts';
import type { LocalDate } from '../../plan/plan.ts';
import {
  nextWorkingDay,
  previousWorkingDay,
  type WorkingCalendar,
  weekdayOf,
} from '../../plan/working-calendar.ts';
import type { ReportRhythm } from '../../store/generated/enums.ts';

/**
 * How often a standing report comes. `day`: weekly that of the week, 1 for Monday to 7, and monthly
 * that of the month, 1 to 31; otherwise null.
 */
export interface Rhythm {
  rhythm: ReportRhythm;
  day: number | null;
}

/**
 * Tells whether a standing report comes on this day. It comes on working days only: where its day
 * is one off, on the next working day, and before a due on the last working day. A month without
 * such a day has it on its last. `lastDays` are the last days of the duties.
 */
export function isReportDay(
  { rhythm, day }: Rhythm,
  today: LocalDate,
  calendar: WorkingCalendar,
  lastDays: Iterable<LocalDate>,
): boolean {
  if (!calendar.isWorkingDay(today)) return false;
  if (rhythm === 'daily') return true;
  if (rhythm === 'beforeDue') {
    const next = nextWorkingDay(calendar, today);
    return [...lastDays].some((lastDay) => today < lastDay && lastDay <= next);
  }
  const names = (one: LocalDate) =>
    rhythm === 'weekly' ? (weekdayOf(one) || 7) === day : isOfMonth(one, day);
  let one = addDays(previousWorkingDay(calendar, today), 1);
  while (one < today && !names(one)) one = addDays(one, 1);
  return names(one);
}

/** In days. A report that could not come on its day, as while the app was down, comes later. */
const longestLate = 6;

/**
 * Finds the day of the standing report that is due. It is today, or one of the last days, when the
 * app may have been down or its clock went forwards. Undefined when none is due. After a due its
 * report would say nothing new.
 */
export function findReportDay(
  rhythm: Rhythm,
  today: LocalDate,
  calendar: WorkingCalendar,
  lastDays: LocalDate[],
): LocalDate | undefined {
  const coming = lastDays.filter((lastDay) => lastDay >= today);
  for (let late = 0; late <= longestLate; late += 1) {
    const day = addDays(today, -late);
    if (isReportDay(rhythm, day, calendar, coming)) return day;
  }
  return undefined;
}

function isOfMonth(date: LocalDate, day: number | null): boolean {
  const isLast = addDays(date, 1).endsWith('-01');
  const here = Number(date.slice(8));
  return here === day || (isLast && here < (day ?? 0));
}
