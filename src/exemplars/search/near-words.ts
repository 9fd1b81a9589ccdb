import type { Sql } from '../../store/sql.ts';
import { writtenBothWays } from '../../text/abbreviations.ts';
import { withoutTelex } from '../../text/courtesy.ts';
import type { SearchPart } from './question.ts';

/** Shorter words are not taken for misspelt: too many others are near. */
const shortestMended = 4;
/** Longer ones are no words of a language: a spelling more for each letter is tried in vain. */
const longestMended = 30;
/** "tdp2", "lang3": a number without the space before it. */
const glued = /^([a-z]{2,10})(\d{1,3})$/;
const letters = [...'abcdefghijklmnopqrstuvwxyz'];
/** The most words of the index that are tried in place of one. */
const mostNear = 12;

/**
 * Lists spellings near a word. They have one letter more, less or other, two neighbours exchanged,
 * no keys of Telex, or a space that is missing.
 */
export function listNearSpellings(word: string): string[][] {
  const [, before, number] = glued.exec(word) ?? [];
  if (before && number) return (writtenBothWays([before])[0] ?? []).map((way) => [...way, number]);
  const cuts = Array.from({ length: word.length + 1 }, (_, i): [string, string] => [
    word.slice(0, i),
    word.slice(i),
  ]);
  const near = new Set<string>([withoutTelex(word)]);
  for (const [before, after] of cuts) {
    if (after !== '') near.add(before + after.slice(1));
    if (after.length > 1) near.add(`${before}${after[1]}${after[0]}${after.slice(2)}`);
    for (const letter of letters) {
      near.add(before + letter + after);
      if (after !== '') near.add(before + letter + after.slice(1));
    }
  }
  near.delete(word);
  const apart = cuts.filter(([before, after]) => before.length > 1 && after.length > 1);
  return [...[...near].map((one) => [one]), ...apart];
}

/**
 * Adds to the parts of a search the words of the index that are spelt nearly alike. Returns the
 * parts, and what was added; undefined where nothing is near.
 */
export async function addNearWords(
  sql: Sql,
  parts: SearchPart[],
): Promise<{ parts: SearchPart[]; near: string[] } | undefined> {
  const words = parts.flatMap(({ ways }, part) => {
    const [[word = ''] = [], ...others] = ways;
    const isWord = others.length === 0 && ways[0]?.length === 1 && /^[a-z]+$/.test(word);
    const fits = word.length >= shortestMended && word.length <= longestMended;
    return (isWord && fits) || glued.test(word) ? [{ part, word }] : [];
  });
  if (words.length === 0) return undefined;
  // Where the register lacks some of the words, the others are taken as typed.
  const lacking = await listUnknown(sql, words);
  const tried = (lacking.length > 0 ? lacking : words).flatMap(({ part, word }) =>
    listNearSpellings(word).map((way) => ({ part, way })),
  );
  const { rows } = await sql.query<{ n: number }>('select n from queries_that_find($1) as n order by n', [
    tried.map(({ way }) => way.map((word) => `'${word}'`).join(' & ')),
  ]);
  const found = rows.flatMap(({ n }) => tried[n - 1] ?? []);
  if (found.length === 0) return undefined;
  const added = parts.map((_, part) => found.filter((one) => one.part === part).slice(0, mostNear));
  return {
    parts: parts.map((part, i) => ({
      ...part,
      ways: [...part.ways, ...(added[i] ?? []).map(({ way }) => way)],
    })),
    near: [...new Set(added.flat().map(({ way }) => way.join(' ')))],
  };
}

async function listUnknown<T extends { word: string }>(sql: Sql, words: T[]): Promise<T[]> {
  const { rows } = await sql.query<{ n: number }>('select n from queries_that_find($1) as n', [
    words.map(({ word }) => `'${word}':*`),
  ]);
  const known = new Set(rows.map(({ n }) => n));
  return words.filter((_, i) => !known.has(i + 1));
}
