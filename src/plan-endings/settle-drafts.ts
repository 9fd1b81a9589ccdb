import type { SettlesWork } from './ending.ts';
import { listDraftsOfPlan } from './open-drafts.ts';

/** Discards the drafts about a plan; the rows stay, with their answers. */
export const closeDrafts: SettlesWork = async ({ prisma, sql }, { plan, by }) => {
  await prisma.draft.updateMany({
    where: { id: { in: await listDraftsOfPlan(sql, plan.id) }, state: 'open' },
    data: { state: 'discarded', cursor: null, updatedAt: by.at, rev: { increment: 1 } },
  });
  return [];
};
