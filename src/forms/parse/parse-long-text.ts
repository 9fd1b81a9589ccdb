import { fold } from '../fold.ts';
import { lengthOf, normalise } from './normalise.ts';
import { type Parsed, refused, understood } from './parsed.ts';

/**
 * A text of several lines, such as achievements. Problems: `too-short`, `too-long`; `length` then says how long it is,
 * in characters as a person counts them.
 */
export function parseLongText(
  text: string,
  { min, max }: { min: number; max: number },
): Parsed<string, never> | { ok: false; problem: 'too-short' | 'too-long'; length: number } {
  const value = normalise(text);
  const length = lengthOf(value);
  if (length < min) return { ...refused('too-short'), length };
  return length > max ? { ...refused('too-long'), length } : understood(value);
}

const dates = /\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?!\d)|(?:ngay|thang|nam|quy)\s+\d+/g;
const years = /(?<![\d.,])(?:19|20)\d{2}(?![\d%]|[.,]\d)(?:\s*[-–]\s*(?:19|20)\d{2})?/g;
const numberWords = /(?<![a-z])(?:chuc|muoi|tram|nghin|ngan|trieu|ty)(?![a-z])/;

/** Whether a text has figures, in digits or words; years and dates alone do not count. */
export function hasFigures(text: string): boolean {
  const rest = fold(text).replace(dates, ' ').replace(years, ' ');
  return /\d/.test(rest) || numberWords.test(rest);
}
