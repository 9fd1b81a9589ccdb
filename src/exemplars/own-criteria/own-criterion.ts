/**
 * An *own criterion* is one that a unit sets itself, next to the plan's (Plan 101, II.2, III.2). It
 * is *in use* until it is retired; a change retires it and adds the one that replaces it, so that
 * exemplars keep the words that they were ticked with.
 */
import { DomainError } from '../../errors.ts';
import type { Prisma } from '../../store/generated/client.ts';
import type { Subject } from '../../store/generated/enums.ts';
import type { Reader } from '../../store/reader.ts';
import { shareReads } from '../../store/shared-read.ts';
import type { Sql } from '../../store/sql.ts';

/** Limits of the length of a criterion, in characters. */
export const ownCriterionLength = { min: 10, max: 500 };
/** The most criteria of a unit's own that are in use: they are ticked on one screen. */
export const mostOwnCriteria = 20;

const shown = {
  id: true,
  planId: true,
  unitId: true,
  unit: { select: { name: true } },
  text: true,
  subject: true,
  addedAt: true,
  addedVia: true,
  addedBy: { select: { name: true } },
  replaces: { select: { text: true } },
  replacedBy: { select: { id: true, text: true } },
  retiredAt: true,
  retiredVia: true,
  retiredBy: { select: { name: true } },
} as const satisfies Prisma.OwnCriterionSelect;

/** An own criterion with all that screens show of it. */
export type OwnCriterion = Prisma.OwnCriterionGetPayload<{ select: typeof shown }>;

/** The plan under which a unit has criteria of its own, and the unit. */
export interface CriteriaOf {
  planId: number;
  unitId: number;
}

/** Lists a unit's own criteria in use, oldest first; of one subject, those that apply to it. */
export async function listOwnCriteria(
  reader: Reader,
  { planId, unitId }: CriteriaOf,
  subject?: Subject,
): Promise<OwnCriterion[]> {
  return reader.ownCriterion.findMany({
    where: { planId, unitId, retiredAt: null, ...(subject && { OR: [{ subject }, { subject: null }] }) },
    orderBy: { id: 'asc' },
    select: shown,
  });
}

/** An own criterion as a line to tick. */
export interface OwnToTick {
  id: number;
  text: string;
}

/** Lists what `listOwnCriteria` does, only to tick: a registration asks for it at every look. */
export function listOwnToTick(
  sql: Sql,
  { planId, unitId }: CriteriaOf,
  subject: Subject,
): Promise<OwnToTick[]> {
  return readOwnToTick(sql, planId, unitId, subject);
}

const readOwnToTick = shareReads<[planId: number, unitId: number, Subject], OwnToTick & { n: number }>({
  name: 'own-criteria-to-tick',
  text: `select asked.n, o.id, o.text
         from unnest($1::int[], $2::int[], $3::subject[]) with ordinality as asked(plan_id, unit_id, subject, n)
         cross join lateral (
           select id, text from own_criterion
           where plan_id = asked.plan_id and unit_id = asked.unit_id and retired_at is null
             and coalesce(subject = asked.subject, true)
           order by id limit ${mostOwnCriteria}) o
         order by asked.n, o.id`,
});

/** Lists every own criterion that a unit ever had under a plan, the newest first. */
export async function listOwnCriteriaEver(
  reader: Reader,
  { planId, unitId }: CriteriaOf,
): Promise<OwnCriterion[]> {
  return reader.ownCriterion.findMany({ where: { planId, unitId }, orderBy: { id: 'desc' }, select: shown });
}

/** Finds own criteria by their ids, in the order of their ids; also retired ones. */
export async function findOwnCriteria(reader: Reader, ids: number[]): Promise<OwnCriterion[]> {
  if (ids.length === 0) return [];
  return reader.ownCriterion.findMany({
    where: { id: { in: ids } },
    orderBy: { id: 'asc' },
    select: shown,
  });
}

/** Finds an own criterion, also a retired one. Throws `own-criterion-unknown`. */
export async function ownCriterionById(reader: Reader, id: number): Promise<OwnCriterion> {
  const [found] = await findOwnCriteria(reader, [id]);
  if (!found) throw new DomainError('own-criterion-unknown');
  return found;
}

/** Counts the exemplars that were ticked with a criterion and are not withdrawn. */
export async function countTicked(reader: Reader, id: number): Promise<number> {
  return reader.exemplar.count({ where: { ownTicked: { has: id }, status: { not: 'withdrawn' } } });
}
