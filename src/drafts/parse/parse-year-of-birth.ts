import { yearOf } from '../../plan/calendar.ts';
import type { LocalDate } from '../../plan/plan.ts';
import { withoutCourtesy } from '../../text/courtesy.ts';
import { fold } from '../../text/fold.ts';
import { digitsForLetters } from '../../text/plain-digits.ts';
import { dateOf } from './parse-date.ts';
import { acceptAnswer, type Parsed, refuseAnswer } from './parsed.ts';
import { isLunarDay, readDay } from './read-day.ts';

const earliest = 1900;

/** Words around a year of birth that change nothing. */
const around =
  'khoang|tam|chac|chac la|hinh nhu|dau|nam sinh|ngay thang nam sinh|ngay sinh|sinh ngay|sinh nam|sinh vao|sinh|sn|ns|nam|ngay|vao|la|cua|ong ay|ba ay|anh ay|chi ay|co ay|nguoi nay|dong chi|dong chi nay|em|toi|minh|ong|ba|anh|chi|co|chu|bac|ay|born|in|year of birth|year|is|was|he|she';
const leading = new RegExp(`^(?:(?:${around})(?![a-z])[\\s:.,-]*)+`);
/** "1975 (46 tuổi)": the age repeats the year. */
const age = /(?<![\s,(-])[\s,(-]+(?:nam nay )?\d{1,3} tuoi\)?$/;

/**
 * Parses a person's year of birth, ignoring courtesy: 1980, sn 1980, "dạ năm 1980 ạ", 8/1980, or a
 * whole date of birth. Of a date only the year is kept. Problems: `two-digits` ("80" may be wrong
 * by a century or an age); `unreadable`; `no-such-day`; `too-early`; `future`; `lunar` (the last
 * lunar month is in the year after).
 */
export function parseYearOfBirth(
  text: string,
  today: LocalDate,
): Parsed<number, 'unreadable' | 'two-digits' | 'no-such-day' | 'too-early' | 'future' | 'lunar'> {
  const written = fold(digitsForLetters(withoutCourtesy(text)))
    .replace(leading, '')
    .replace(age, '');
  const year = /^(?:(?:thang\s*)?(?:0?[1-9]|1[0-2])\s*(?:[/.-]|nam)\s*)?(\d{4})$/.exec(written)?.[1];
  if (year !== undefined) return within(Number(year), today);
  if (/^'?\d{2}$/.test(written)) return refuseAnswer('two-digits');
  if (isLunarDay(written)) return refuseAnswer('lunar');

  const date = readDay(written);
  if (date?.year === undefined) return refuseAnswer('unreadable');
  // A year of two digits is as ambiguous at the end of a date.
  if (!written.includes(String(date.year))) return refuseAnswer('two-digits');
  if (dateOf(date.year, date.month, date.day) === undefined) return refuseAnswer('no-such-day');
  return within(date.year, today);
}

function within(year: number, today: LocalDate): Parsed<number, 'too-early' | 'future'> {
  if (year < earliest) return refuseAnswer('too-early');
  return year > yearOf(today) ? refuseAnswer('future') : acceptAnswer(year);
}
