import { recordFostering } from '../fostering/record-fostering.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { Transaction } from '../store/transaction.ts';
import type { PlanEnding, SettlesWork } from './ending.ts';
import { openSteps } from './open-work.ts';

/** Drops the steps that are not done, with the reason. */
export const closeSteps: SettlesWork = async (tx, ending) => {
  await dropSteps(tx, ending, openSteps(ending.plan.id));
  return [];
};

/**
 * Moves the steps that are not done into the fostering plans of the later plan, with their leader.
 * Each gets a line in its history. Steps of exemplars that were not carried over, and of units that
 * take no part, are dropped.
 */
export const moveSteps: SettlesWork = async (tx, ending) => {
  const { plan, toPlan, reason, by } = ending;
  const { prisma } = tx;
  if (!toPlan) return closeSteps(tx, ending);
  const steps = await prisma.fosteringStep.findMany({
    where: {
      ...openSteps(plan.id),
      fosteringPlan: { planId: plan.id, unit: { plans: { some: { planId: toPlan.id } } } },
      OR: [{ exemplarId: null }, { exemplar: { carried: { some: { planId: toPlan.id } } } }],
    },
    orderBy: { id: 'asc' },
    select: { id: true, fosteringPlan: true },
  });
  for (const { id: stepId, fosteringPlan } of steps) {
    const { id: fosteringPlanId, unitId, lead } = fosteringPlan;
    const to = await prisma.fosteringPlan.upsert({
      where: { planId_unitId: { planId: toPlan.id, unitId } },
      create: { planId: toPlan.id, unitId, lead, savedAt: by.at, byId: by.personId },
      update: {},
      select: { id: true },
    });
    await prisma.fosteringStep.update({ where: { id: stepId }, data: { fosteringPlanId: to.id } });
    // The line is of the plan that it leaves; with the step it is in the other's history too.
    const line = {
      ...{ fosteringPlanId, stepId, action: 'carry' as const, reason },
      before: { fosteringPlanId, plan: plan.code },
      after: { fosteringPlanId: to.id, plan: toPlan.code },
    };
    await recordFostering(prisma, [line], { ...by, onBehalf: true });
  }
  return closeSteps(tx, ending);
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
