import { recordFostering } from '../fostering/record-fostering.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { Transaction } from '../store/transaction.ts';
import type { PlanEnding, SettlesWork } from './ending.ts';
import { openSteps } from './open-work.ts';

/** Drops the steps that are not done, with the reason. */
export const closeSteps: SettlesWork = async (tx, ending) => {
  await dropSteps(tx, ending, openSteps(ending.planId));
  return [];
};

/**
 * Moves the steps that are not done into the fostering plans of the later plan, with their leader.
 * Steps of exemplars that were not carried over, and of units that take no part, are dropped.
 */
export const moveSteps: SettlesWork = async (tx, ending) => {
  const { planId, toPlanId, by } = ending;
  const { prisma } = tx;
  if (toPlanId === null) return closeSteps(tx, ending);
  const steps = await prisma.fosteringStep.findMany({
    where: {
      ...openSteps(planId),
      fosteringPlan: { planId, unit: { plans: { some: { planId: toPlanId } } } },
      OR: [{ exemplarId: null }, { exemplar: { carried: { some: { planId: toPlanId } } } }],
    },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      exemplarId: true,
      kind: true,
      what: true,
      who: true,
      dueOn: true,
      fosteringPlan: true,
    },
  });
  for (const { id: stepId, fosteringPlan, dueOn, ...step } of steps) {
    const { unitId, lead } = fosteringPlan;
    const to = await prisma.fosteringPlan.upsert({
      where: { planId_unitId: { planId: toPlanId, unitId } },
      create: { planId: toPlanId, unitId, lead, savedAt: by.at, byId: by.personId },
      update: {},
      select: { id: true },
    });
    await prisma.fosteringStep.update({ where: { id: stepId }, data: { fosteringPlanId: to.id } });
    const after = { ...step, dueOn: dueOn.toISOString().slice(0, 10) };
    const line = { fosteringPlanId: to.id, stepId, action: 'add' as const, after };
    await recordFostering(prisma, [line], { ...by, onBehalf: true });
  }
  await dropSteps(tx, ending, openSteps(planId));
  return [];
};

async function dropSteps(
  { prisma }: Transaction,
  { reason, by }: PlanEnding,
  where: Prisma.FosteringStepWhereInput,
): Promise<void> {
  const steps = await prisma.fosteringStep.findMany({
    where,
    orderBy: { id: 'asc' },
    select: { id: true, fosteringPlanId: true },
  });
  await prisma.fosteringStep.updateMany({
    where: { id: { in: steps.map(({ id }) => id) } },
    data: { droppedAt: by.at, dropReason: reason },
  });
  const dropped = { action: 'drop' as const, reason, before: {}, after: { dropped: true } };
  const lines = steps.map(({ id: stepId, fosteringPlanId }) => ({ fosteringPlanId, stepId, ...dropped }));
  await recordFostering(prisma, lines, { ...by, onBehalf: true });
}
