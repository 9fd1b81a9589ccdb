import { fold } from '../../text/fold.ts';
import { oneLine } from '../../text/normalise.ts';
import { whyNotAName } from './not-a-name.ts';
import { parsePhone } from './parse-phone.ts';
import { splitAnswers, splitAtCommas } from './split-answers.ts';

const phoneBehind =
  /^(?<name>\D*?\p{L}[.)]?)[\s,;:(–-]+(?<phone>(?:(?:sđt|sdt|đt|dt|số|so|điện thoại|dien thoai|tel|zalo)[\s.:]*)*\+?\(?\d[\d\s.()+–-]{7,}?)\)?$/iu;

/** Splits a name and a phone number behind it: "Nguyễn Thị Hoa, sđt 0905 123 456". */
export function splitNameAndPhone(text: string): string[] {
  const lines = splitAnswers(text);
  if (lines.length > 1) return lines;
  // "Sđt 0905 123 456" is a number alone.
  if (whyNotAName(text) === 'phone') return lines;
  const { name, phone } = phoneBehind.exec(oneLine(text))?.groups ?? {};
  return name && phone && parsePhone(phone).ok ? [name, phone] : lines;
}

const year =
  '(?:sinh nam|sinh ngay|sinh|nam sinh|sn|ns)?[\\s:.]*(?:\\d{1,2}[/.-]\\d{1,2}[/.-])?(?:19|20)\\d{2}';
const isYear = new RegExp(`^${year}$`);
const birthBehind =
  /(?<![\p{L}\d/.-])(?:(?:sinh(?: năm| ngày)?|sn|ns)[\s:.]{0,3})?(?:\d{1,2}[/.-]\d{1,2}[/.-])?(?:19|20)\d{2}\)?$/iu;
/** Signs between a name and a year. */
const between = new Set(' ,;:(–-');
/** A span of years is a term of office: "2020-2025". */
const spanOfYears = /(?:19|20)\d{2}\s*[-–]\s*(?:19|20)\d{2}/g;
/** Words before a year that is no year of birth: "nhiệm kỳ 2020", "từ năm 2015". */
const otherYear = /(?:tu|nam|khoa|nhiem ky|den|toi|giai doan)$/;

/** Tells whether a text is a year or a day of birth: "sn 1975", "12/3/1975". */
export function isBirth(text: string): boolean {
  return isYear.test(fold(text));
}

/**
 * Splits a person's name and what follows their year of birth: "Đinh Văn Hùng, 1975, nam, Ba Na",
 * "Đinh Văn Hùng (sn 1975)". A text without such a year is one part.
 */
export function splitNameAndBirth(text: string): string[] {
  for (const parts of [splitAnswers(text), splitAtCommas(text)])
    if (parts.length > 1 && isBirth(parts[1] ?? '')) return parts;
  const line = oneLine(text).replace(spanOfYears, '–');
  const found = birthBehind.exec(line);
  let end = found?.index ?? 0;
  while (end > 0 && between.has(line.charAt(end - 1))) end -= 1;
  const name = line.slice(0, end);
  const born = (found?.[0] ?? '').replace(')', '');
  const isOther = otherYear.test(fold(name)) && /^\d/.test(born);
  return name === '' || isOther ? [text] : [name, born];
}

/** Tells whether a person's name is followed by a year or a day of birth. */
export function holdsBirth(name: string): boolean {
  return splitNameAndBirth(name).length > 1;
}
