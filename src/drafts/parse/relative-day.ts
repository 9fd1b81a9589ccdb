import { addDays } from '../../plan/calendar.ts';
import type { LocalDate } from '../../plan/plan.ts';
import { withoutCourtesy } from '../../text/courtesy.ts';
import { fold } from '../../text/fold.ts';
import { replaceNumberWords } from './number-words.ts';

const named = new Map([
  ['nay', 0],
  ['today', 0],
  ['qua', -1],
  ['wa', -1],
  ['yesterday', -1],
  ['kia', -2],
]);

/** "Tuần rồi" is last week; elsewhere "rồi" is courtesy. */
const justPast = /(tuần|tuan|tháng|thang|năm|nam)\s+(?:rồi|roi)(?!\p{L})/giu;

/** Words before the day: "vào", "mới hôm", "chiều ngày". */
const leading = /^(?:(?:vao|hop|la|moi|hoi|tu|luc|ngay|hom|hum|bua|buoi|sang|trua|chieu|toi|dem|cach day) )+/;
const weekday =
  /^(?:(?:thu |t)([2-7]|hai|ba|tu|nam|sau|bay)|(chu nhat|cn))(?: (tuan )?(nay|truoc|roi|qua|vua(?: roi| qua)?))?$/;
const weekdays: Record<string, number> = { hai: 2, ba: 3, tu: 4, nam: 5, sau: 6, bay: 7 };
const daysAgo = /^(\d{1,3}) (?:ngay|hom|bua)(?: (?:truoc|roi))?$/;
const ofMonth = /^(?:(?:mung|mong) )?(\d{1,2}) thang (nay|truoc|roi|vua(?: roi| qua)?)$/;

/**
 * Reads a day that is said from today: hôm qua, "thứ sáu tuần trước", "chủ nhật vừa rồi", "3 ngày
 * trước", "mùng 5 tháng trước". Weeks begin on Monday. Undefined for other forms.
 */
export function readRelativeDay(text: string, today: LocalDate): LocalDate | undefined {
  // "Tuần trước nữa" is a week earlier than "tuần trước, nữa".
  if (/(?:truoc|kia) nua/.test(fold(text))) return undefined;
  const typed = fold(
    withoutCourtesy(replaceNumberWords(text.normalize('NFC').replace(justPast, '$1 trước'))),
  );
  const said = typed.replace(leading, '');
  const offset = named.get(said);
  if (offset !== undefined && (said !== typed || said.length > 4)) return addDays(today, offset);
  const ago = daysAgo.exec(said)?.[1];
  if (ago !== undefined && /truoc|roi|cach day/.test(typed)) return addDays(today, -Number(ago));
  const [, day, month] = ofMonth.exec(said) ?? [];
  if (day !== undefined) return dayOfMonth(today, Number(day), month === 'nay' ? 0 : -1);
  // "Thứ năm" may have become "thứ 5": both are read.
  const found = weekday.exec(said);
  return found ? dayOfWeek(today, found) : undefined;
}

/** The day of this month or the one before; undefined where the month does not have it. */
function dayOfMonth(today: LocalDate, day: number, offset: number): LocalDate | undefined {
  const first = `${today.slice(0, 7)}-01`;
  const month = offset === 0 ? first.slice(0, 7) : addDays(first, -1).slice(0, 7);
  const date = addDays(`${month}-01`, day - 1);
  return day >= 1 && date.startsWith(month) ? date : undefined;
}

/** "Thứ sáu tuần trước" is of the calendar week before; "thứ sáu (vừa rồi)" the latest one. */
function dayOfWeek(today: LocalDate, [, word = '', sunday, ofWeek, when]: RegExpExecArray): LocalDate {
  // Monday is 0.
  const wanted = sunday === undefined ? (weekdays[word] ?? Number(word)) - 2 : 6;
  const now = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  if (ofWeek !== undefined) return addDays(today, wanted - now - (when === 'nay' ? 0 : 7));
  const back = (now - wanted + 7) % 7;
  return addDays(today, when !== undefined && when !== 'nay' && back === 0 ? -7 : -back);
}
