import { fold } from './fold.ts';

/** Years that a line names, and its other words. */
export interface YearsInWords {
  /** In the order typed; also one that no year is. */
  years: number[];
  /** `năm` stands there without saying which. */
  openYear: boolean;
  rest: string[];
}

/** Words that mean a year counted from this one; accents do not matter. */
const relative: Record<string, number> = {
  'nam nay': 0,
  'nam ngoai': -1,
  'nam truoc': -1,
  'nam roi': -1,
  'nam kia': -2,
  'nam sau': 1,
  'nam toi': 1,
  'this year': 0,
  'last year': -1,
  'next year': 1,
};

/**
 * Takes the years out of a line. A number of four digits or more is a year, and so is any number
 * after `năm`: neither is ever a unit. Shorter numbers stay with the words (`Trường số 2`).
 */
export function yearsInWords(line: string, thisYear: number): YearsInWords {
  const tokens = line
    .normalize('NFC')
    .replace(/(?<!\p{L})(n[ăa]m)(?=\d)/giu, '$1 ')
    .replace(/(?<!\d)(\d{4})\s*[-–—]\s*(?=\d{4}(?!\d))/g, '$1 ')
    .split(/[\s,;]+/)
    .filter((token) => fold(token) !== '');
  const found: YearsInWords = { years: [], openYear: false, rest: [] };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? '';
    const next = tokens[at + 1] ?? '';
    const offset = relative[fold(`${token} ${next}`)];
    const says = ['nam', 'year'].includes(fold(token));
    const named = says ? yearIn(next, 1) : undefined;
    const bare = yearIn(token, 4);
    if (offset !== undefined) found.years.push(thisYear + offset);
    else if (named !== undefined) found.years.push(named);
    else if (bare !== undefined) found.years.push(bare);
    else if (isOpenYear(token, next)) found.openYear = true;
    else found.rest.push(token);
    if (offset !== undefined || named !== undefined) at++;
  }
  return found;
}

/** `năm` with its accent, which no unit has in its name, or `nam` at the very end. */
function isOpenYear(token: string, next: string): boolean {
  return token.toLowerCase() === 'năm' || (fold(token) === 'nam' && fold(next) === '');
}

/**
 * `2021`, `-5`, `2021.5`, `2021,`: a number of at least so many digits before the point; undefined
 * for anything else.
 */
function yearIn(token: string, digits: number): number | undefined {
  const number = /^([+-]?)(\d+)((?:[.,]\d+)?)[.,;:?!]?$/.exec(token);
  if (!number) return undefined;
  const [, sign = '', whole = '', part = ''] = number;
  if (whole.length < digits && sign !== '-') return undefined;
  return Number(`${sign}${whole}${part.replace(',', '.')}`);
}
