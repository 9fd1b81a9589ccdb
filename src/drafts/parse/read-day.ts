import { withoutCourtesy } from '../../text/courtesy.ts';
import { fold } from '../../text/fold.ts';
import { digitsForLetters } from '../../text/plain-digits.ts';
import { monthsInDigits } from './month-words.ts';
import { replaceNumberWords } from './number-words.ts';

/** A written day, not yet checked against a calendar. */
export interface WrittenDay {
  day: number;
  month: number;
  /** As written in four digits, or 2000 plus the two digits. */
  year?: number;
}

const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Words of the lunar calendar: its first and last month, the leap month, the full moon, Tết. */
const lunar =
  /(?<![a-z])(?:am lich|lich am|a\.l|gieng|chap|nhuan|ram|tet|lunar)(?![a-z])|(?<![a-z])al\)?$|(?:[/-]|thang |nam )\d{1,4}\s*\(?am\)?$/;

const weekday =
  '(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|t[2-7]|chu nhat|cn|mon|tue|wed|thu|fri|sat|sun)[a-z]*';
const clockTime = String.raw`\d{1,2}\s*(?:h|g|gio|:)(?:\s*\d{2}(?::\d{2})?(?:\s*phut)?)?(?:\s*(?:sa|ch|am|pm|sang|chieu|toi))?`;
// Words and times of day before the day itself; "ngày" may be right at its number.
const before = new RegExp(
  `^(?:${[
    String.raw`(?:vao|hom|hoi|tu|la|hop(?: dan| thon| lang| to)?|cuoc hop|hoi nghi|suy ton|to chuc|bien ban|duoc|da|co|luc|dot|buoi|sang|trua|chieu|toi|on|date|the)[\s,:]+`,
    String.raw`${weekday}[\s,]+`,
    String.raw`(?:ngay|mung|mong|day)(?![a-z])[\s,:]*(?:(?:mung|mong)\s*)?`,
    String.raw`${clockTime}[\s,]+`,
  ].join('|')}){0,12}`,
);
// Words after it: the time, the day of the week, the place. No day has more of them: without a
// limit a long line is tried in every way to divide it.
const after = new RegExp(
  `(?:[\\sT,(]{1,4}(?:(?:vao )?luc )?${clockTime}(?:\\s?\\))?|[\\s,(]{1,4}${weekday}\\)?|[\\s,(]{0,4}(?:duong lich|dl)\\)?|[\\s,]{1,4}(?:tai|o) .*){1,4}$`,
  'i',
);
const sign = String.raw`\s*(?:[/.,\\_]|-)+\s*`;
const yearPart = String.raw`(?:[\s,./-]*(?:nam\s*)?(\d{4}|\d{2}))?`;
const iso = new RegExp(`^(\\d{4})${sign}(\\d{1,2})${sign}(\\d{1,2})$`);
const digits = new RegExp(
  `^(\\d{1,2})${sign}(\\d{1,2})(?:${sign}(?:nam\\s*)?(\\d{4}|\\d{2})|(?:\\s*,)?\\s*nam\\s*(\\d{4}|\\d{2}))?$`,
);
const spaced = /^(\d{1,2}) (\d{1,2}) (\d{4})$/;
const joined = /^(\d{2})(\d{2})(\d{4})$/;
const inWords = new RegExp(`^(\\d{1,2})[\\s,./-]*(?:tay )?(?:thang|thg|th|t)[\\s.]*(\\d{1,2})${yearPart}$`);
const monthBefore =
  /^(?:nam\s*(\d{4})[\s,]*)?thang[\s.]*(\d{1,2})[\s,]*ngay\s*(?:(?:mung|mong)\s*)?(\d{1,2})$/;
const dayFirst = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[\\s,./-]*(?:of\\s*)?([a-z]{3,9})\\.?${yearPart}$`);
const monthFirst = /^([a-z]{3,9})\.?[\s-]*(\d{1,2})(?:st|nd|rd|th)?(?:[\s,-]*(\d{4}))?$/;

/** Tells whether a text names a day by the lunar calendar: "mùng 5 tháng giêng", "15/7 âm lịch". */
export function isLunarDay(text: string): boolean {
  return lunar.test(fold(withoutCourtesy(text)).replace(new RegExp(`${clockTime}$`), ''));
}

/**
 * Reads a day in any usual form, day before month, ignoring courtesy. Examples: 5/8/2021, 5-8-21,
 * 05.08.2021, 05082021, 2021-08-05, ngày 5 tháng 8 (năm 2021), 5 thg 8, 05-Aug-21. Undefined for
 * other forms; it does not check that the day exists.
 */
export function readDay(text: string): WrittenDay | undefined {
  const written = fold(numbersInDay(withoutCourtesy(text)))
    .replace(before, '')
    .replace(after, '');
  const isoParts = iso.exec(written);
  if (isoParts) return written3(isoParts[3], isoParts[2], isoParts[1]);
  const byDigits = digits.exec(written);
  if (byDigits) return written3(byDigits[1], byDigits[2], byDigits[3] ?? byDigits[4]);
  const plain = spaced.exec(written) ?? joined.exec(written);
  if (plain) return written3(plain[1], plain[2], plain[3]);
  const byWords = inWords.exec(written);
  if (byWords) return written3(byWords[1], byWords[2], byWords[3]);
  const turned = monthBefore.exec(written);
  if (turned) return written3(turned[3], turned[2], turned[1]);
  const english = dayFirst.exec(written);
  if (english) return writtenEnglish(english[1], english[2], english[3]);
  const american = monthFirst.exec(written);
  if (american) return writtenEnglish(american[2], american[1], american[3]);
  return undefined;
}

/** "Ngày mười lăm tháng tám", as a phone writes dictation: day and month in digits. */
function numbersInDay(text: string): string {
  const [day = '', ...rest] = monthsInDigits(digitsForLetters(text)).split(/(?=tháng )/i);
  return [replaceNumberWords(day), ...rest].join('').replaceAll(/[\u2044\u2215]/g, '/');
}

function written3(day: string | undefined, month: string | undefined, year: string | undefined): WrittenDay {
  const read = { day: Number(day), month: Number(month) };
  if (year === undefined) return read;
  return { ...read, year: year.length === 2 ? 2000 + Number(year) : Number(year) };
}

function writtenEnglish(
  day: string | undefined,
  name = '',
  year: string | undefined,
): WrittenDay | undefined {
  const month = englishMonths.findIndex((short) => name.startsWith(short)) + 1;
  return month === 0 ? undefined : written3(day, String(month), year);
}
