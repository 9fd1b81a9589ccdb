import type { Sql } from '../store/sql.ts';
import { facts } from './facts/facts.ts';

/** An answer that a unit has given before, and the exemplar that had it last. */
export interface UsualAnswer {
  exemplarId: number;
  answer: string;
}

/**
 * Lists a unit's most frequent answers to a question, the newest first. Answers that differ only in
 * capitals and spaces are one, in its newest spelling. Withdrawn exemplars do not count.
 */
export async function listUsualAnswers(
  sql: Sql,
  { unitId, key, most }: { unitId: number; key: string; most: number },
): Promise<UsualAnswer[]> {
  const column = facts.find((fact) => fact.key === key)?.column;
  if (!column) throw new Error(`${key} is not stored`);
  const { rows } = await sql.query<UsualAnswer>({
    name: `usual-answers-${column}`,
    text: `select "exemplarId", answer from (
       select max(e.id) as "exemplarId", (array_agg(e.${column} order by e.id desc))[1] as answer,
         count(*) as times
       from exemplar e
       where e.unit_id = $1 and e.status <> 'withdrawn' and e.${column} <> ''
       group by lower(regexp_replace(e.${column}, '\\s+', ' ', 'g'))
       order by times desc, "exemplarId" desc limit $2) often
     order by "exemplarId" desc`,
    values: [unitId, most],
  });
  return rows;
}
