import { yearOf } from '../../plan/calendar.ts';
import type { LocalDate } from '../../plan/plan.ts';
import { withoutCourtesy } from '../../text/courtesy.ts';
import { readComingDay } from './coming-day.ts';
import { dateOf } from './parse-date.ts';
import { acceptAnswer, type Parsed, refuseAnswer } from './parsed.ts';
import { isLunarDay, readDay } from './read-day.ts';

// 29/2 comes again after eight years at most (1896–1904, 2096–2104).
const longestWait = 8;

/**
 * Parses a day from today on: the forms of `readDay` and `readComingDay`. Without a year it is the
 * next such day. Problems: `unreadable` no known form; `no-such-day` as 31/2; `past` before today;
 * `lunar` a day of the lunar calendar.
 */
export function parseComingDate(
  text: string,
  today: LocalDate,
): Parsed<LocalDate, 'unreadable' | 'no-such-day' | 'past' | 'lunar'> {
  const said = readComingDay(text, today);
  if (said === 'no-such-day') return refuseAnswer(said);
  if (said !== undefined) return said < today ? refuseAnswer('past') : acceptAnswer(said);
  if (isLunarDay(text)) return refuseAnswer('lunar');
  const thisYear = yearOf(today);
  const written = readDay(
    withoutCourtesy(text)
      .replace(/^(?:(?:đến|hết|tới|den|het|toi)\s+)+/i, '')
      .replace(/n[aă]m nay$/i, `năm ${thisYear}`)
      .replace(/n[aă]m (?:sau|t[oớ]i)$/i, `năm ${thisYear + 1}`),
  );
  if (!written) return refuseAnswer('unreadable');
  const { day, month, year } = written;
  if (year !== undefined) {
    const date = dateOf(year, month, day);
    if (date === undefined) return refuseAnswer('no-such-day');
    return date < today ? refuseAnswer('past') : acceptAnswer(date);
  }
  for (let candidate = thisYear; candidate <= thisYear + longestWait; candidate++) {
    const date = dateOf(candidate, month, day);
    if (date !== undefined && date >= today) return acceptAnswer(date);
  }
  return refuseAnswer('no-such-day');
}
