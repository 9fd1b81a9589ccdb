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
