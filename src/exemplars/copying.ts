import type { Answers } from '../drafts/draft.ts';
import type { Plan } from '../plan/plan.ts';
import { ExemplarStatus } from '../store/generated/enums.ts';
import { shareReads } from '../store/shared-read.ts';
import type { Sql } from '../store/sql.ts';
import type { Exemplar } from './exemplar.ts';
import { facts } from './facts/facts.ts';
import { answersOf } from './registration.ts';

/** Keys of the questions whose answers a new exemplar may copy, in their order. */
export const copiedKeys = facts.filter((fact) => fact.copied).map(({ key }) => key);

/** States of exemplars that a new one may be copied from: a withdrawn one is no model. */
export const copyableStatuses: ExemplarStatus[] = Object.values(ExemplarStatus).filter(
  (status) => status !== 'withdrawn',
);

/** Tells whether a unit has an exemplar that a new one may be copied from. */
export async function hasCopyable(sql: Sql, unitId: number): Promise<boolean> {
  return (await findCopyable(sql, unitId)).length > 0;
}

const findCopyable = shareReads<[unitId: number], { n: number }>({
  name: 'exemplars-copyable',
  text: `select asked.n from unnest($1::int[]) with ordinality as asked(unit_id, n)
         cross join lateral (
           select from exemplar where unit_id = asked.unit_id and status <> 'withdrawn' limit 1) one`,
});

/**
 * Returns the answers of an exemplar that a new one of its unit may copy. Name, persons' data,
 * achievements, figures, days and files are each exemplar's own. A category that the plan has no
 * more is left out.
 */
export function copiedAnswersOf(exemplar: Exemplar, plan: Plan): Answers {
  const known = plan.categories.some(
    ({ code, subject }) => code === exemplar.category && subject === exemplar.subject,
  );
  const copied = Object.entries(answersOf(exemplar)).filter(
    ([key, value]) => copiedKeys.includes(key) && value !== null && (known || key !== 'category'),
  );
  return Object.fromEntries(copied);
}
