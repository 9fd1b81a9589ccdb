import { isDate, yearOf } from '../../plan/calendar.ts';
import type { LocalDate } from '../../plan/plan.ts';
import { withoutCourtesy } from '../../text/courtesy.ts';
import { acceptAnswer, type Parsed, refuseAnswer } from './parsed.ts';
import { isLunarDay, readDay } from './read-day.ts';
import { readRelativeDay } from './relative-day.ts';

const earliestYear = 1900;
// 29/2 comes again after eight years at most (1896–1904, 2096–2104).
const longestWait = 8;

/**
 * Parses a past day: the forms of `readDay` and `readRelativeDay`. Without a year it is
 * the latest such day that is not in the future. `today` is the day in the plan's zone when it was
 * sent. Problems: `unreadable` no known form; `no-such-day` as 31/2; `future` after today; `lunar`
 * a day of the lunar calendar, which is another one by the sun.
 */
export function parseDate(
  text: string,
  today: LocalDate,
): Parsed<LocalDate, 'unreadable' | 'no-such-day' | 'future' | 'lunar'> {
  const said = readRelativeDay(text, today);
  if (said !== undefined) return said > today ? refuseAnswer('future') : acceptAnswer(said);
  if (isLunarDay(text)) return refuseAnswer('lunar');

  const thisYear = yearOf(today);
  const written = readDay(
    withoutCourtesy(text.replace(/(n[aă]m)\s+(?:rồi|roi)(?!\p{L})/giu, '$1 trước'))
      .replace(/n[aă]m nay$/i, `năm ${thisYear}`)
      .replace(/n[aă]m (?:ngo[aá]i|tr[uư][oớ]c|r[oồ]i)$/i, `năm ${thisYear - 1}`),
  );
  if (!written) return refuseAnswer('unreadable');
  const { day, month, year } = written;
  if (year !== undefined) {
    const date = dateOf(year, month, day);
    if (date === undefined || year < earliestYear) return refuseAnswer('no-such-day');
    return date > today ? refuseAnswer('future') : acceptAnswer(date);
  }
  for (let candidate = thisYear; candidate >= thisYear - longestWait; candidate--) {
    const date = dateOf(candidate, month, day);
    if (date !== undefined && date <= today) return acceptAnswer(date);
  }
  return refuseAnswer('no-such-day');
}

/** Returns the day as `YYYY-MM-DD`; undefined when the calendar does not have it. */
export function dateOf(year: number, month: number, day: number): LocalDate | undefined {
  const date = [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(day).padStart(2, '0'),
  ].join('-');
  return isDate(date) ? date : undefined;
}
