import { tellUnitOfHelp } from '../help-requests/tell-unit-of-help.ts';
import type { SettlesWork } from './ending.ts';
import { openHelp } from './open-work.ts';

/** Closes the requests for help that wait, with the reason as the note; their units are told. */
export const closeHelp: SettlesWork = async ({ prisma }, { plan, reason, by }) => {
  const requests = await prisma.helpRequest.findMany({ where: openHelp(plan.id), orderBy: { id: 'asc' } });
  const deliveries: number[] = [];
  for (const request of requests) {
    const { id: helpRequestId } = request;
    const { count } = await prisma.helpRequest.updateMany({
      where: { ...openHelp(plan.id), id: helpRequestId },
      data: { state: 'closed', note: reason },
    });
    if (count === 0) continue;
    const change = await prisma.helpRequestChange.create({
      data: { helpRequestId, ...by, action: 'close', reason },
      select: { id: true },
    });
    const news = { action: 'close' as const, changeId: change.id, at: by.at };
    deliveries.push(...(await tellUnitOfHelp(prisma, request, news)));
  }
  return deliveries;
};

/**
 * Moves the requests for help that wait to the later plan. Each gets a line in its history. Those
 * of units outside that plan are closed.
 */
export const moveHelp: SettlesWork = async (tx, ending) => {
  const { plan, toPlan, reason, by } = ending;
  const { prisma } = tx;
  if (toPlan) {
    const moved = await prisma.helpRequest.updateManyAndReturn({
      where: { ...openHelp(plan.id), unit: { plans: { some: { planId: toPlan.id } } } },
      data: { planId: toPlan.id },
      select: { id: true },
    });
    await prisma.helpRequestChange.createMany({
      data: moved
        .sort((a, b) => a.id - b.id)
        .map(({ id: helpRequestId }) => ({
          ...{ helpRequestId, ...by, action: 'carry' as const, reason },
          before: { planId: plan.id, plan: plan.code },
          after: { planId: toPlan.id, plan: toPlan.code },
        })),
    });
  }
  return closeHelp(tx, ending);
};
