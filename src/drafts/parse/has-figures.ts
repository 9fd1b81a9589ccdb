import { fold } from '../../text/fold.ts';

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
