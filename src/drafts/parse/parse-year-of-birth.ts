import { yearOf } from '../../plan/calendar.ts';
import type { LocalDate } from '../../plan/plan.ts';
import { fold } from '../../text/fold.ts';
import { oneLine } from '../../text/normalise.ts';
import { dateOf } from './parse-date.ts';
import { type Parsed, refused, understood } from './parsed.ts';
import { readDay } from './read-day.ts';

const earliest = 1900;

/**
 * A person's year of birth: 1980, sn 1980, sinh năm 1980, 8/1980, or a whole date of birth, of
 * which the year is kept. Problems: `two-digits` ("80" may be wrong by a century or an age);
 * `unreadable`; `no-such-day`; `too-early`; `future`.
 */
export function parseYearOfBirth(
  text: string,
  today: LocalDate,
): Parsed<number, 'unreadable' | 'two-digits' | 'no-such-day' | 'too-early' | 'future'> {
  const written = fold(oneLine(text)).replace(
    /^(?:(?:nam sinh|ngay sinh|sinh|sn|ns|nam|ngay|born|in)[\s:.]*)+/,
    '',
  );
  const year = /^(?:(?:thang\s*)?(?:0?[1-9]|1[0-2])\s*(?:[/.\-–]|nam)\s*)?(\d{4})$/.exec(written)?.[1];
  if (year !== undefined) return within(Number(year), today);
  if (/^\d{2}$/.test(written)) return refused('two-digits');

  const date = readDay(written);
  if (date?.year === undefined) return refused('unreadable');
  // A year of two digits is as ambiguous at the end of a date.
  if (!written.includes(String(date.year))) return refused('two-digits');
  if (dateOf(date.year, date.month, date.day) === undefined) return refused('no-such-day');
  return within(date.year, today);
}

function within(year: number, today: LocalDate): Parsed<number, 'too-early' | 'future'> {
  if (year < earliest) return refused('too-early');
  return year > yearOf(today) ? refused('future') : understood(year);
}
