import { addDays, isDate, yearOf } from '../../plan/calendar.ts';
import type { LocalDate } from '../../plan/plan.ts';
import { fold } from '../../text/fold.ts';
import { oneLine } from '../../text/normalise.ts';
import { type Parsed, refused, understood } from './parsed.ts';
import { readDay } from './read-day.ts';

const relative = new Map([
  ['hom nay', 0],
  ['ngay hom nay', 0],
  ['today', 0],
  ['hom qua', -1],
  ['ngay hom qua', -1],
  ['yesterday', -1],
  ['hom kia', -2],
  ['ngay hom kia', -2],
]);

const earliestYear = 1900;
// 29/2 comes again after eight years at most (1896–1904, 2096–2104).
const longestWait = 8;

/**
 * A day that has been: see `readDay` for the forms; hôm nay, hôm qua, hôm kia too. Without a year
 * it is the latest such day that is not in the future. `today` is the day in the plan's zone.
 * Problems: `unreadable` no known form; `no-such-day` as 31/2; `future` after today.
 */
export function parseDate(
  text: string,
  today: LocalDate,
): Parsed<LocalDate, 'unreadable' | 'no-such-day' | 'future'> {
  const typed = fold(oneLine(text));
  const days = relative.get(typed.replace(/\s+a$/, ''));
  if (days !== undefined) return understood(addDays(today, days));

  const thisYear = yearOf(today);
  const written = readDay(
    typed.replace(/nam nay$/, `nam ${thisYear}`).replace(/nam (?:ngoai|truoc)$/, `nam ${thisYear - 1}`),
  );
  if (!written) return refused('unreadable');
  const { day, month, year } = written;
  if (year !== undefined) {
    const date = dateOf(year, month, day);
    if (date === undefined || year < earliestYear) return refused('no-such-day');
    return date > today ? refused('future') : understood(date);
  }
  for (let candidate = thisYear; candidate >= thisYear - longestWait; candidate--) {
    const date = dateOf(candidate, month, day);
    if (date !== undefined && date <= today) return understood(date);
  }
  return refused('no-such-day');
}

/** The day as `YYYY-MM-DD`; undefined when the calendar does not have it. */
export function dateOf(year: number, month: number, day: number): LocalDate | undefined {
  const date = [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(day).padStart(2, '0'),
  ].join('-');
  return isDate(date) ? date : undefined;
}
