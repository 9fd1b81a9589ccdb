import { fold } from '../../text/fold.ts';
import { lengthOf, normalise } from '../../text/normalise.ts';
import { acceptAnswer, type Parsed, refuseAnswer } from './parsed.ts';

/**
 * Parses a text of several lines, such as achievements. Problems: `too-short`, `too-long`; `length`
 * is then its length in characters as a person counts them.
 */
export function parseLongText(
  text: string,
  { min, max }: { min: number; max: number },
): Parsed<string, never> | { ok: false; problem: 'too-short' | 'too-long'; length: number } {
  const value = normalise(text);
  const length = lengthOf(value);
  if (length < min) return { ...refuseAnswer('too-short'), length };
  return length > max ? { ...refuseAnswer('too-long'), length } : acceptAnswer(value);
}

const days =
  /(?:(?:ngay|thang|quy)\s+)?(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}\/\d{1,4})(?!\d)|(?:ngay|thang|quy)\s+\d{1,2}(?!\d)/g;
const year = String.raw`(?:19|20)\d{2}(?![\d%]|[.,]\d)`;
// "2000 cây" is a figure; a year is recognised by the word before it, by a range or by brackets.
const years = new RegExp(
  String.raw`${year}\s*[-–]\s*${year}|\(${year}\)|(?<![a-z])(?:nam|tu|den|dau|cuoi|truoc|sau)\s+${year}`,
  'g',
);
const numberWords = /(?<![a-z])(?:chuc|muoi|tram|nghin|ngan|trieu|ty)(?![a-z])/;

/** Tells whether a text has figures, in digits or words; years and dates alone do not count. */
export function hasFigures(text: string): boolean {
  const rest = fold(text).replace(days, ' ').replace(years, ' ');
  return /\d/.test(rest) || numberWords.test(rest);
}
