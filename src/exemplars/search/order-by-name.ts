import type { Sql } from '../../store/sql.ts';
import { type SearchQuestion, splitWords } from './question.ts';

/** Scores how well a name fits. 3 has the words in a row, 2 all of them, 1 some, 0 none. */
export function scoreName(name: string, words: readonly string[]): number {
  const own = splitWords(name);
  const found = words.filter((word) => own.some((one) => one.startsWith(word)));
  if (found.length < words.length) return found.length > 0 ? 1 : 0;
  return ` ${own.join(' ')} `.includes(` ${words.join(' ')}`) ? 3 : 2;
}

/**
 * Puts those of found exemplars first whose names have the words; others keep their order. For
 * "nuôi ong", one with the name "Nuôi heo" and the person "Ông A" is behind "Nuôi ong mật".
 */
export async function orderByName(sql: Sql, ids: number[], { parts }: SearchQuestion): Promise<number[]> {
  const words = parts.flatMap(({ ways }) => ways[0] ?? []);
  if (words.length === 0 || ids.length < 2) return ids;
  const { rows } = await sql.query<{ id: number; name: string }>(
    'select id, name from exemplar where id = any ($1)',
    [ids],
  );
  const scores = new Map(rows.map(({ id, name }) => [id, scoreName(name, words)]));
  return ids.toSorted((one, other) => (scores.get(other) ?? 0) - (scores.get(one) ?? 0));
}
