import { fold } from '../../text/fold.ts';
import { oneLine } from '../../text/normalise.ts';

/** A day as somebody wrote it, not yet checked against a calendar. */
export interface WrittenDay {
  day: number;
  month: number;
  /** As written in four digits, or 2000 and what two digits said. */
  year?: number;
}

const monthWords: Record<string, number> = {
  mot: 1,
  gieng: 1,
  hai: 2,
  ba: 3,
  tu: 4,
  bon: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
  'muoi mot': 11,
  'muoi hai': 12,
};
const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

// Words and times of day that come before the day itself; "ngày" may stand right at its number.
const before = new RegExp(
  `^(?:${[
    String.raw`(?:vao|hom|tu|la|hop|luc|sang|trua|chieu|toi|on)[\s,:]+`,
    String.raw`(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|t[2-7]|chu nhat|cn)[\s,]+`,
    String.raw`(?:ngay|mung|mong)[\s,:]*`,
    String.raw`\d{1,2}\s*(?:h|g|gio|:)\s*(?:\d{2}(?:\s*phut)?)?[\s,]+`,
  ].join('|')})*`,
);
const after = /\s+(?:a|nhe|nha)$/;
const sign = String.raw`\s*[/.\-–]\s*`;
const yearPart = String.raw`(?:[\s,./\-–]*(?:nam\s*)?(\d{4}|\d{2}))?`;
const iso = new RegExp(`^(\\d{4})${sign}(\\d{1,2})${sign}(\\d{1,2})$`);
const digits = new RegExp(
  `^(\\d{1,2})${sign}(\\d{1,2})(?:${sign}(\\d{4}|\\d{2})|\\s*,?\\s*nam\\s*(\\d{4}|\\d{2}))?$`,
);
const spaced = /^(\d{1,2}) (\d{1,2}) (\d{4})$/;
const joined = /^(\d{2})(\d{2})(\d{4})$/;
const months = Object.keys(monthWords)
  .sort((a, b) => b.length - a.length)
  .join('|');
const inWords = new RegExp(
  `^(\\d{1,2})[\\s,]*(?:thang|thg|th|t)[\\s.]*(\\d{1,2}|(?:${months})(?![a-z]))${yearPart}$`,
);
const dayFirst = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?\\s*(?:of\\s*)?([a-z]{3,9})\\.?${yearPart}$`);
const monthFirst = /^([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?(?:\s*,?\s*(\d{4}))?$/;

/**
 * Reads a day in any usual form, day before month: 5/8/2021, 5-8-21, 05.08.2021, 05082021,
 * 2021-08-05, ngày 5 tháng 8 (năm 2021), 5 thg 8, 5 Aug 2021. Undefined when it is none of them;
 * whether the day exists is not looked at.
 */
export function readDay(text: string): WrittenDay | undefined {
  const written = fold(oneLine(text)).replace(before, '').replace(after, '');
  const isoParts = iso.exec(written);
  if (isoParts) return written3(isoParts[3], isoParts[2], isoParts[1]);
  const byDigits = digits.exec(written);
  if (byDigits) return written3(byDigits[1], byDigits[2], byDigits[3] ?? byDigits[4]);
  const plain = spaced.exec(written) ?? joined.exec(written);
  if (plain) return written3(plain[1], plain[2], plain[3]);
  const byWords = inWords.exec(written);
  if (byWords) return written3(byWords[1], String(monthWords[byWords[2] ?? ''] ?? byWords[2]), byWords[3]);
  const english = dayFirst.exec(written);
  if (english) return writtenEnglish(english[1], english[2], english[3]);
  const american = monthFirst.exec(written);
  if (american) return writtenEnglish(american[2], american[1], american[3]);
  return undefined;
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
