import { addDays, yearOf } from '../../plan/calendar.ts';
import type { LocalDate } from '../../plan/plan.ts';
import { withoutCourtesy } from '../../text/courtesy.ts';
import { fold } from '../../text/fold.ts';
import { monthsInDigits } from './month-words.ts';
import { parseComingDate } from './parse-coming-date.ts';
import { dateOf } from './parse-date.ts';
import { acceptAnswer, type Parsed, refuseAnswer } from './parsed.ts';

const quarters: Record<string, number> = {
  ...{ i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 },
  ...{ mot: 1, hai: 2, ba: 3, tu: 4, bon: 4 },
};
const lead = /^(?:(?:den|het|toi|trong|vao|cuoi|cham nhat|khoang|by|end of|the end of|in) )+/;
const yearPart = String.raw`(?:[\s,/-]*(?:nam )?(\d{4}|nay|sau|toi))?`;
const month = new RegExp(`^(?:thang|thg|month|t) ?(\\d{1,2})${yearPart}$`);
const monthInDigits = /^(\d{1,2})[/-](\d{4})$/;
const quarter = new RegExp(`^(?:quy|quarter|q) ?(iv|i{1,3}|[1-4]|mot|hai|ba|tu|bon)${yearPart}$`);
const half = /^(?:6|sau) thang (dau|cuoi) nam(?: (\d{4}|nay|sau|toi))?$/;
const year = /^(?:nam|year) (\d{4}|nay|sau|toi)$/;
const before = /^(?:(?:xong|lam|phai|cham nhat) )*truoc /;
const beforeWords = /^(?:(?:xong|làm|phải|chậm nhất|lam|phai|cham nhat)\s+)*(?:trước|truoc)\s+/iu;

/**
 * Parses the last day of a piece of work. It is a day from today on (`parseComingDate`), or the
 * last day of a week, a month, a quarter, half a year or a year: "tuần sau", "tháng 11", "quý
 * IV/2021", "cuối năm". "Trước ngày 30/11" excludes that day, and "trước tháng 11" that month, as
 * in Plan 101 (V.1). Problems as in `parseComingDate`.
 */
export function parseDeadline(
  text: string,
  today: LocalDate,
): Parsed<LocalDate, 'unreadable' | 'no-such-day' | 'past' | 'lunar'> {
  const written = monthsInDigits(text);
  const typed = withoutCourtesy(written);
  const said = fold(typed);
  if (!before.test(said)) return untilEndOf(written, lastDayOfPeriod(said, today), today);
  const until = typed.replace(beforeWords, '');
  const first = firstDayOfPeriod(fold(until), today);
  const excluded = first ? acceptAnswer(first) : parseComingDate(until, today);
  if (!excluded.ok) return excluded;
  const day = addDays(excluded.value, -1);
  return day < today ? refuseAnswer('past') : acceptAnswer(day);
}

/** The period's last day; without a period the day that is written. */
function untilEndOf(
  written: string,
  last: LocalDate | 'no-such-day' | undefined,
  today: LocalDate,
): ReturnType<typeof parseDeadline> {
  if (last === undefined) return parseComingDate(written, today);
  if (last === 'no-such-day') return refuseAnswer(last);
  return last < today ? refuseAnswer('past') : acceptAnswer(last);
}

/** The first day of a month, a quarter or a year that the words name. */
function firstDayOfPeriod(said: string, today: LocalDate): LocalDate | undefined {
  const last = lastDayOfPeriod(said, today);
  if (last === undefined || last === 'no-such-day') return undefined;
  const words = said.replace(lead, '');
  const months = /^(?:quy|quarter|q)/.test(words) ? 3 : /^(?:nam|year)/.test(words) ? 12 : 1;
  if (/^(?:tuan|week)/.test(words)) return addDays(last, -6);
  // "Trước cuối tháng" is before its last day.
  if (said !== words && !/^(?:trong|vao) /.test(said)) return last;
  const first = Number(last.slice(0, 4)) * 12 + Number(last.slice(5, 7)) - months;
  return dateOf(Math.floor(first / 12), (first % 12) + 1, 1);
}

/** Returns the last day of the period that the words name; undefined where they name none. */
function lastDayOfPeriod(said: string, today: LocalDate): LocalDate | 'no-such-day' | undefined {
  const words = said.replace(lead, '');
  const thisYear = yearOf(today);
  const thisMonth = Number(today.slice(5, 7));
  if (/^(?:tuan|tuan nay|this week)$/.test(words)) return said === 'tuan' ? undefined : endOfWeek(today, 0);
  if (/^(?:tuan sau|tuan toi|next week)$/.test(words)) return endOfWeek(today, 1);
  const [, inHalf, halfYear] = half.exec(words) ?? [];
  if (inHalf) return endOf(inHalf === 'dau' ? 6 : 12, halfYear, today);
  if (said !== words && /^(?:nam|the year|year)$/.test(words)) return endOfMonth(thisYear, 12);
  if (/^(?:thang|thang nay|this month|month)$/.test(words)) return endOfMonth(thisYear, thisMonth);
  if (/^(?:thang sau|thang toi|next month)$/.test(words)) return endOfMonth(thisYear, thisMonth + 1);
  if (/^(?:quy|quy nay|this quarter)$/.test(words)) return endOfMonth(thisYear, Math.ceil(thisMonth / 3) * 3);
  const inMonth = month.exec(words) ?? monthInDigits.exec(words);
  if (inMonth) return endOf(Number(inMonth[1]), inMonth[2], today);
  const inQuarter = quarter.exec(words);
  if (inQuarter) return endOf((quarters[inQuarter[1] ?? ''] ?? 0) * 3, inQuarter[2], today);
  const inYear = year.exec(words);
  return inYear ? endOf(12, inYear[1], today) : undefined;
}

/** The Sunday of this week, or of one that lies some weeks ahead. */
function endOfWeek(today: LocalDate, weeks: number): LocalDate {
  const now = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(today, 6 - now + weeks * 7);
}

/** The end of a month; without a year the next such end. */
function endOf(ofMonth: number, written: string | undefined, today: LocalDate): LocalDate | 'no-such-day' {
  const thisYear = yearOf(today);
  if (ofMonth < 1 || ofMonth > 12) return 'no-such-day';
  if (written === 'nay') return endOfMonth(thisYear, ofMonth);
  if (written === 'sau' || written === 'toi') return endOfMonth(thisYear + 1, ofMonth);
  if (written !== undefined) return endOfMonth(Number(written), ofMonth);
  const soon = endOfMonth(thisYear, ofMonth);
  return soon < today ? endOfMonth(thisYear + 1, ofMonth) : soon;
}

/** The last day of a month; month 13 is the next January. */
function endOfMonth(inYear: number, ofMonth: number): LocalDate {
  const next = dateOf(inYear + Math.floor(ofMonth / 12), (ofMonth % 12) + 1, 1);
  if (next === undefined) throw new Error(`there is no month after ${ofMonth}/${inYear}`);
  return addDays(next, -1);
}
