import type { Sql } from '../../store/sql.ts';
import type { SearchPart } from './question.ts';

/** Words of more people than this name none: "Nguyễn" alone. */
const mostPeople = 20;
const longestName = 6;

/**
 * Marks the parts of a search that name a liaison. Every exemplar that they sent fits as well, and
 * every exemplar of the units that they serve now.
 */
export async function markLiaisons(sql: Sql, parts: SearchPart[]): Promise<SearchPart[]> {
  const words = parts.map(({ ways }) =>
    ways.length === 1 && ways[0]?.length === 1 ? ways[0][0] : undefined,
  );
  const runs = listNames(words);
  if (runs.length === 0) return parts;
  const { rows } = await sql.query<{ n: number; marks: string[] }>(liaisonsSql, [
    JSON.stringify(runs.map(({ name }) => name)),
    mostPeople,
  ]);
  const marks = parts.map(() => new Set<string>());
  for (const { n, marks: found } of rows) {
    const { from, to } = runs[n - 1] ?? { from: 0, to: 0 };
    for (let i = from; i < to; i++) for (const mark of found) marks[i]?.add(mark);
  }
  return parts.map((part, i) => ({ ...part, marks: [...part.marks, ...(marks[i] ?? [])] }));
}

/** Lists the runs of single words that may be a name; one of one letter is none. */
function listNames(words: (string | undefined)[]): { from: number; to: number; name: string[] }[] {
  return words.flatMap((_, from) =>
    words.slice(from, from + longestName).flatMap((__, more) => {
      const name = words.slice(from, from + more + 1);
      const whole = name.flatMap((word) => (word === undefined ? [] : [word]));
      const isName = whole.length === name.length && whole.join('').length > 1;
      return isName ? [{ from, to: from + more + 1, name: whole }] : [];
    }),
  );
}

/** The marks of each name that people have. $1: names as lists of words; $2: the most people. */
const liaisonsSql = `
  select named.n, array_agg(distinct marked.mark) as marks
  from people_named($1::jsonb, $2) named
  cross join lateral (
    select 'p=' || m.person_id as mark from membership m where m.person_id = named.person_id and m.role = 'liaison'
    union
    select 'u=' || m.unit_id from membership m
    where m.person_id = named.person_id and m.role = 'liaison' and m.until is null) marked
  group by named.n`;
