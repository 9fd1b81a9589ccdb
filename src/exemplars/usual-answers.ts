import { shareReads } from '../store/shared-read.ts';
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
export function listUsualAnswers(
  sql: Sql,
  { unitId, key, most }: { unitId: number; key: string; most: number },
): Promise<UsualAnswer[]> {
  const read = readUsual.get(key);
  if (!read) throw new Error(`${key} is not offered`);
  return read(sql, unitId, most);
}

/** The reads by the key of their fact: each looks at a column of its own. */
const readUsual = new Map(
  facts.flatMap(({ key, column, offered }) =>
    offered && column !== null ? [[key, createUsualRead(column)] as const] : [],
  ),
);

function createUsualRead(column: string) {
  return shareReads<[unitId: number, most: number], UsualAnswer & { n: number }>({
    name: `usual-answers-${column}`,
    text: `select asked.n, often."exemplarId", often.answer
           from unnest($1::int[], $2::int[]) with ordinality as asked(unit_id, most, n)
           cross join lateral (
             select max(e.id) as "exemplarId", (array_agg(e.${column} order by e.id desc))[1] as answer,
               count(*) as times
             from exemplar e
             where e.unit_id = asked.unit_id and e.status <> 'withdrawn' and e.${column} <> ''
             group by lower(regexp_replace(e.${column}, '\\s+', ' ', 'g'))
             order by times desc, "exemplarId" desc limit asked.most) often
           order by asked.n, often."exemplarId" desc`,
  });
}
