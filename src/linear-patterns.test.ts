import { runInNewContext } from 'node:vm';
import { analyse } from 'scslre';
import { expect, test } from 'vitest';
import { type ListedPattern, listPatterns } from '../tests/support/list-patterns.ts';

/**
 * People write up to 4,096 letters, and one thread reads all of them: a pattern whose work grows
 * faster than the text holds every chat. `[.,]+$` begins again at every comma of a row, and
 * `(?:uy ban|uy ban nhan dan|nhan dan )*x` tries every way to divide what is repeated.
 */
const patterns = listPatterns();

/** Whether one place can be read by two parts of the pattern, or from every place before it. */
function isSuperLinear({ source, flags }: RegExp): boolean {
  return analyse({ source, flags }).reports.length > 0;
}

const repeated = 200;
const mostWords = 40;

/** The words of a pattern, many times over, with an end that it cannot match. */
function textsFor({ source }: RegExp): string[] {
  const words = source
    .replaceAll(/\\[pPu]\{[^}]*\}|\\[a-z]|\{[\d,]*\}/gi, '|')
    .split(/[^\p{L}\p{M}\d ]+/u)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return [...new Set(words)]
    .slice(0, mostWords)
    .flatMap((word) => ['', ' ', ', '].map((sign) => `${`${word}${sign}`.repeat(repeated)}\0`));
}

/**
 * Whether a pattern never comes to an end with its own words. Two hundred of them take a moment, or
 * longer than the world stands if each can be read in two ways. The limit only turns that into an
 * answer.
 */
function triesForEver(pattern: RegExp, milliseconds = 20_000): boolean {
  try {
    const work = 'for (const text of texts) text.search(pattern)';
    runInNewContext(work, { pattern, texts: textsFor(pattern) }, { timeout: milliseconds });
    return false;
  } catch {
    return true;
  }
}

const found = (isBad: (pattern: RegExp) => boolean) =>
  patterns
    .filter(({ pattern }) => isBad(pattern))
    .map(({ at, pattern }: ListedPattern) => `${at} ${pattern}`);

test('literals and built patterns are listed', () => {
  expect(patterns.filter(({ at }) => at.startsWith('src/')).length).toBeGreaterThan(500);
  expect(patterns.filter(({ at }) => at === 'built').length).toBeGreaterThan(50);
});

test('no pattern begins again in what it has read', () => {
  expect(found(isSuperLinear)).toEqual([]);
});

test('no pattern tries its own words in every way', () => {
  expect(found(triesForEver)).toEqual([]);
});

test.each([
  /[.,;]+$/,
  /\s*([/-])\s*/,
  /^(?<number>.*?\d.*?)[,;\s]+(?:ngày|ngay)\s+(?<day>.+?)$/,
  /(?:[\s,(]+\d{1,2}h\s*|[\s,]+cn[a-z]*)+$/,
  / *\n */,
])('%s would be found: it begins again', (pattern) => {
  expect(isSuperLinear(pattern)).toBe(true);
});

test.each([
  /^(?:(?:so|muc|dong|cau) ?[.:]? ?)*[0-9]$/,
  /^(?:(?:cua|theo|the|o) ?)+$/,
  /^(?:(?:uy ban|uy ban nhan dan|nhan dan)(?: va)? )+(?=xa)/,
  /^(?:(?:hiện nay|hiện|nay),? )*không$/,
  /(?:^| )(?:gap|ngay)(?: (?:gap|ngay|gap))*$/,
])('%s would be found: it tries every way', (pattern) => {
  expect(triesForEver(pattern, 300)).toBe(true);
});
