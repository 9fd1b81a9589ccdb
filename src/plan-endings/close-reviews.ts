import { tellUnit } from '../duties/tell-unit.ts';
import { exemplarById, recordChange } from '../exemplars/exemplar.ts';
import { tellLiaisons } from '../exemplars/tell-liaisons.ts';
import type { SettlesWork } from './ending.ts';
import { listOpenDocuments, openExemplars } from './open-work.ts';

/** Rejects the exemplars that were not decided, with the reason; their units are told. */
export const closeExemplars: SettlesWork = async ({ prisma, sql }, { plan, reason, by }) => {
  const { at, personId, channel } = by;
  const open = await prisma.exemplar.findMany({
    where: openExemplars(plan.id),
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  const deliveries: number[] = [];
  for (const { id } of open) {
    const before = await exemplarById(sql, id, true);
    if (before?.status !== 'submitted' && before?.status !== 'returned') continue;
    const status = 'rejected';
    const decided = { decidedAt: at, decidedById: personId, decisionReason: reason };
    await prisma.exemplar.update({ where: { id }, data: { status, ...decided, returnedFields: [] } });
    const changeId = await recordChange(sql, {
      ...{ exemplarId: id, at, personId, channel, action: 'reject', reason },
      ...{ before: { status: before.status }, after: { status } },
    });
    deliveries.push(...(await tellLiaisons(prisma, before, { action: 'reject', at, changeId })));
  }
  return deliveries;
};

/** Returns the documents that were not decided, with the reason; their units are told. */
export const closeDocuments: SettlesWork = async ({ prisma }, { plan, reason, by }) => {
  const { at, personId, channel } = by;
  const deliveries: number[] = [];
  for (const id of await listOpenDocuments({ prisma }, plan.id)) {
    const { count } = await prisma.filing.updateMany({
      where: { id, status: 'submitted' },
      data: { status: 'returned', decidedAt: at, decidedById: personId, decisionReason: reason },
    });
    if (count === 0) continue;
    await prisma.filingChange.create({
      data: { filingId: id, at, personId, channel, action: 'return', reason },
    });
    deliveries.push(...(await tellUnit(prisma, { filingId: id, about: 'return', at })));
  }
  return deliveries;
};
