import type { Prisma } from '../store/generated/client.ts';
import type { Reader } from '../store/reader.ts';

/**
 * Exemplars that stand under a plan: approved, or carried into it. They may begin a later plan as
 * already recognised, with their codes and their story.
 */
function standingUnder(planId: number): Prisma.ExemplarWhereInput {
  return { OR: [{ planId, status: 'approved' }, { carried: { some: { planId } } }] };
}

/** Counts the exemplars that a later plan may begin with. */
export async function countStanding(reader: Reader, planId: number): Promise<number> {
  return reader.exemplar.count({ where: standingUnder(planId) });
}

/** An exemplar that a later plan may begin with. */
export interface StandingExemplar {
  id: number;
  code: string;
  name: string;
  unitId: number;
}

/** Lists the exemplars that a later plan may begin with, by unit in the order of the roster. */
export async function listStanding(reader: Reader, planId: number): Promise<StandingExemplar[]> {
  return reader.exemplar.findMany({
    where: standingUnder(planId),
    orderBy: [{ unit: { position: 'asc' } }, { unitId: 'asc' }, { id: 'asc' }],
    select: { id: true, code: true, name: true, unitId: true },
  });
}

/**
 * Carries standing exemplars of a plan into a later one: all of them, or those of `exemplarIds`.
 * Each is carried once. Returns how many were carried now.
 */
export async function carryOver(
  tx: Prisma.TransactionClient,
  given: { fromPlanId: number; toPlanId: number; exemplarIds?: number[]; byId: number; at: Date },
): Promise<number> {
  const { fromPlanId, toPlanId, exemplarIds, byId, at } = given;
  const standing = await tx.exemplar.findMany({
    where: { AND: [standingUnder(fromPlanId), exemplarIds ? { id: { in: exemplarIds } } : {}] },
    select: { id: true },
  });
  const { count } = await tx.carriedExemplar.createMany({
    data: standing.map(({ id }) => ({ planId: toPlanId, exemplarId: id, byId, at })),
    skipDuplicates: true,
  });
  return count;
}
