import type { ExemplarStatus } from '../../store/generated/enums.ts';
import { writtenBothWays } from '../../text/abbreviations.ts';
import { fold } from '../../text/fold.ts';
import { yearsInWords } from '../../text/years-in-words.ts';

/**
 * A *part* of a search: one word, or an abbreviation with its full form. An exemplar fits where it
 * has all words of one of the ways to write it, or one of the `marks`.
 */
export interface SearchPart {
  ways: string[][];
  /** Marks of the index that fit as well: `c=community`, `u=7`, `p=12`. */
  marks: string[];
}

/** The wish of a person who searches; all parts of it must fit. */
export interface SearchQuestion {
  parts: SearchPart[];
  /** Years of registration; empty: every year. */
  years: number[];
  status?: ExemplarStatus;
  /** The same question in folded words: reading them again asks the same. */
  text: string;
}

/** The words by which a language calls the states of exemplars and its subjects. */
export interface SearchLabels {
  statuses: [ExemplarStatus, string][];
  subjects: [string, string][];
}

/** Words between what is meant; they say nothing about an exemplar. */
const between = new Set(
  'o tai cua ve do cac nhung co la thuoc nao trong va cho nhu tu den toi the of in at from and with by'.split(
    ' ',
  ),
);

/** Words that every exemplar has, and words for what is looked for. */
const asides =
  /(?<![a-z0-9])(?:dien hinh tien tien|dien hinh|tien tien|mo hinh|ho so|linh vuc|dia ban|don vi|can bo dau moi|dau moi|nguoi dai dien|exemplars?)(?![a-z0-9])/g;

/** The most words of one search. */
export const mostSearchWords = 20;

/**
 * Reads what a person looks for: "cồng chiêng xã Glar năm 2022", "CLB đã duyệt". Years and states
 * are filters; all other words are looked for, in any order. Words between them are left out where
 * others remain.
 */
export function readSearch(text: string, labels: SearchLabels, thisYear: number): SearchQuestion {
  const { years, rest } = readYears(text, thisYear);
  let words = splitWords(rest).join(' ');
  const status = takeLabel(words, labels.statuses);
  if (status) words = status.rest;
  const subject = takeLabel(words, labels.subjects);
  const named = (subject?.rest ?? words).split(' ').filter(Boolean);
  const telling = named.join(' ').replaceAll(asides, ' ').split(' ').filter(Boolean);
  const wanted = telling.filter((word) => !between.has(word));
  const filters = years.length > 0 || status !== undefined || subject !== undefined;
  const chosen = (filters ? [wanted] : [wanted, telling, named]).find((list) => list.length > 0) ?? [];
  const onlySubject = chosen.length === 0 && subject;
  return {
    parts: [
      ...writtenBothWays(chosen).map((ways) => ({ ways, marks: [] })),
      ...(subject ? [subjectPart(subject.value, onlySubject ? [] : subject.words)] : []),
    ],
    years,
    ...(status && { status: status.value }),
    text: [
      ...joinYears(chosen),
      ...(subject?.words ?? []),
      ...(status?.words ?? []),
      ...sayYears(years),
    ].join(' '),
  };
}

function subjectPart(subject: string, words: string[]): SearchPart {
  return { ways: words.length > 0 ? [words] : [], marks: [`o=${subject}`] };
}

/** In letters. Longer words are cut: PostgreSQL takes none of more than 2 kB, and looks in vain. */
const longestWord = 60;

/** Splits a text into words as the index has them: folded, letters and digits alone. */
export function splitWords(text: string): string[] {
  return fold(text.normalize('NFC'))
    .replaceAll('ƀ', 'b')
    .replaceAll("'", '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => Array.from(word).slice(0, longestWord).join(''));
}

/** Takes the years out; `2021-2023`, "từ 2021 đến 2023" mean those between as well. */
function readYears(text: string, thisYear: number): { years: number[]; rest: string } {
  const found = yearsInWords(text, thisYear);
  const isYear = (year: number) => Number.isInteger(year) && year >= 1900 && year <= 2999;
  const odd = found.years.filter((year) => !isYear(year)).map(String);
  const [first = 0, last = 0, ...more] = found.years.filter(isYear);
  const range =
    last > first &&
    last - first < 50 &&
    more.length === 0 &&
    /\d{4}\s*(?:[-–—]|đến|den|tới|toi|to)\s*\d{4}/iu.test(text);
  const years = range
    ? Array.from({ length: last - first + 1 }, (_, i) => first + i)
    : [...new Set(found.years.filter(isYear))];
  return { years, rest: [...found.rest, ...odd].join(' ') };
}

/** A year within other signs, as in a code, stays with them: alone it would be a filter. */
function joinYears(words: string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const before = /^\d{4}$/.test(word) ? joined.pop() : undefined;
    joined.push(before === undefined ? word : `${before}-${word}`);
  }
  return joined;
}

function sayYears(years: number[]): string[] {
  const [first = 0, last = first] = [years[0], years.at(-1)];
  const inARow = years.length > 2 && last - first === years.length - 1;
  return inARow ? [`${first}-${last}`] : years.map(String);
}

/** Takes the longest of these labels out of folded words. */
function takeLabel<T extends string>(
  words: string,
  labels: [T, string][],
): { value: T; words: string[]; rest: string } | undefined {
  const found = labels
    .map(([value, label]) => ({ value, words: splitWords(label) }))
    .sort((a, b) => b.words.length - a.words.length)
    .find((label) => ` ${words} `.includes(` ${label.words.join(' ')} `));
  if (!found) return undefined;
  return { ...found, rest: ` ${words} `.replace(` ${found.words.join(' ')} `, ' ').trim() };
}

/** Tells whether a search has a word long enough to find anything by. */
export function isLongEnough({ parts, years, status }: SearchQuestion): boolean {
  if (parts.length === 0) return years.length > 0 || status !== undefined;
  return parts.some(({ ways, marks }) => marks.length > 0 || (ways[0] ?? []).some((word) => word.length > 1));
}
