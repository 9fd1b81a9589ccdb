import { tellUnitOfHelp } from '../help-requests/tell-unit-of-help.ts';
import type { SettlesWork } from './ending.ts';
import { openHelp } from './open-work.ts';

/** Closes the requests for help that wait, with the reason as the note; their units are told. */
export const closeHelp: SettlesWork = async ({ prisma }, { planId, reason, by }) => {
  const requests = await prisma.helpRequest.findMany({ where: openHelp(planId), orderBy: { id: 'asc' } });
  const deliveries: number[] = [];
  for (const request of requests) {
    const { id: helpRequestId } = request;
    const { count } = await prisma.helpRequest.updateMany({
      where: { ...openHelp(planId), id: helpRequestId },
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

/** Moves the requests for help that wait to the later plan; closes those of units outside it. */
export const moveHelp: SettlesWork = async (tx, ending) => {
  const { planId, toPlanId } = ending;
  if (toPlanId !== null)
    await tx.prisma.helpRequest.updateMany({
      where: { ...openHelp(planId), unit: { plans: { some: { planId: toPlanId } } } },
      data: { planId: toPlanId },
    });
  return closeHelp(tx, ending);
};
