import type { Prisma } from '../store/generated/client.ts';

/**
 * Moves the fostering steps of exemplars that go from the heir of a divided unit to another part.
 * They go to that part's fostering plan, made with the same leader where there is none; steps for
 * all exemplars stay with the heir.
 */
export async function moveStepsToPart(
  tx: Prisma.TransactionClient,
  { exemplars, heir, part }: { exemplars: number[]; heir: number; part: number },
): Promise<void> {
  const exemplarId = { in: exemplars };
  const plans = await tx.fosteringPlan.findMany({
    where: { unitId: heir, steps: { some: { exemplarId } } },
    orderBy: { id: 'asc' },
  });
  for (const { id, planId, lead, savedAt, byId } of plans) {
    const there = await tx.fosteringPlan.upsert({
      where: { planId_unitId: { planId, unitId: part } },
      create: { planId, unitId: part, lead, savedAt, byId },
      update: {},
      select: { id: true },
    });
    await tx.fosteringStep.updateMany({
      where: { fosteringPlanId: id, exemplarId },
      data: { fosteringPlanId: there.id },
    });
  }
}
