import { addDays } from '../../plan/calendar.ts';
import type { LocalDate } from '../../plan/plan.ts';
import { withoutCourtesy } from '../../text/courtesy.ts';
import { fold } from '../../text/fold.ts';
import { replaceNumberWords } from './number-words.ts';
import { dateOf } from './parse-date.ts';

/** Days relative to today. */
const named = new Map([
  ['hom nay', 0],
  ['today', 0],
  ['mai', 1],
  ['tomorrow', 1],
  ['mot', 2],
  ['kia', 2],
]);
const leading = /^(?:(?:den|het|toi|vao|ngay|hom|sang|trua|chieu) )+(?!nay$)/;
/** "Nữa" is courtesy elsewhere: a sign keeps it. */
const more = /(ngày|ngay|hôm|hom|tuần|tuan|tháng|thang)\s+(?:nữa|nua)(?!\p{L})/giu;
const ahead = /^(\d{1,3}) (?:(ngay|hom)\+?|(tuan|thang)\+)$/;
const weekday = /^(?:(?:thu |t)([2-7]|hai|ba|tu|nam|sau|bay)|(chu nhat|cn))(?: (tuan )?(nay|sau|toi))?$/;
const weekdays: Record<string, number> = { hai: 2, ba: 3, tu: 4, nam: 5, sau: 6, bay: 7 };
// "10 tháng sau" alone may be ten months later.
const ofMonth = /^(?:ngay|mung|mong|ngay mung|ngay mong) (\d{1,2}) thang (nay|sau|toi)$/;

/**
 * Reads a day that is said from today on: mai, "10 ngày nữa", "hai tuần nữa", "thứ sáu tuần sau",
 * "mùng 5 tháng sau". Weeks begin on Monday. `no-such-day`: that month does not have it. Undefined
 * for other forms.
 */
export function readComingDay(text: string, today: LocalDate): LocalDate | 'no-such-day' | undefined {
  // "Thứ sáu" is read as it is; "tháng sáu" is no "tháng sau".
  if (/th[aá]ng\s+sáu/iu.test(text.normalize('NFC'))) return undefined;
  const typed = fold(replaceNumberWords(withoutCourtesy(text.normalize('NFC').replace(more, '$1+'))));
  const said = typed.replace(leading, '');
  const offset = named.get(said) ?? named.get(typed);
  if (offset !== undefined) return addDays(today, offset);
  const [, count, days, longer] = ahead.exec(said) ?? [];
  if (days !== undefined) return addDays(today, Number(count));
  if (longer === 'tuan') return addDays(today, Number(count) * 7);
  if (longer === 'thang') return sameDayInMonths(today, Number(count));
  const [, day, month] = ofMonth.exec(typed.replace(/^(?:(?:den|het|toi|vao) )+/, '')) ?? [];
  if (day !== undefined) return dayOfMonth(today, Number(day), month === 'nay' ? 0 : 1);
  const found = weekday.exec(said);
  return found ? dayOfWeek(today, found) : undefined;
}

/** The same day some months later, or the last day of a month that does not have it. */
function sameDayInMonths(today: LocalDate, count: number): LocalDate | undefined {
  const day = Number(today.slice(8));
  for (let back = 0; back < 4; back++) {
    const found = dayOfMonth(today, day - back, count);
    if (found !== 'no-such-day') return found;
  }
  return undefined;
}

/** The day of a month that lies `ahead` months after the present one. */
function dayOfMonth(today: LocalDate, day: number, ahead: number): LocalDate | 'no-such-day' {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + ahead;
  return dateOf(Math.floor(months / 12), (months % 12) + 1, day) ?? 'no-such-day';
}

/** "Thứ sáu tuần sau" is of the calendar week after; "thứ sáu" the next one, today included. */
function dayOfWeek(today: LocalDate, [, word = '', sunday, ofWeek, when]: RegExpExecArray): LocalDate {
  // Monday is 0.
  const wanted = sunday === undefined ? (weekdays[word] ?? Number(word)) - 2 : 6;
  const now = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  if (ofWeek !== undefined) return addDays(today, wanted - now + (when === 'nay' ? 0 : 7));
  const wait = (wanted - now + 7) % 7;
  return addDays(today, wait === 0 && (when === 'sau' || when === 'toi') ? 7 : wait);
}
