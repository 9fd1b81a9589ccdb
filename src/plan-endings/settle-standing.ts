import type { LoadedPlan } from '../plan/plan.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { SettlesWork } from './ending.ts';
import { openStanding } from './open-work.ts';

/** Ends the scheduled reports of a plan. Their people read of it with the end of the plan. */
export const closeStanding: SettlesWork = async ({ prisma }, { plan, by }) => {
  await prisma.standingReport.updateMany({ where: openStanding(plan.id), data: { endedAt: by.at } });
  return [];
};

/**
 * Orders the scheduled reports of a plan under the later one, in the same rhythm, and ends the old
 * orders. An order whose filter names what the later plan does not know is ended alone.
 */
export const moveStanding: SettlesWork = async (tx, ending) => {
  const { plan, toPlan, by } = ending;
  const { prisma } = tx;
  if (toPlan) {
    const orders = await prisma.standingReport.findMany({
      where: openStanding(plan.id),
      orderBy: { id: 'asc' },
      select: { personId: true, report: true, filter: true, rhythm: true, day: true },
    });
    for (const { filter, ...order } of orders.filter((one) => fits(toPlan, one.filter))) {
      const moved = { ...order, planId: toPlan.id };
      const same: Prisma.StandingReportWhereInput = { ...moved, filter: { equals: filter }, endedAt: null };
      if (await prisma.standingReport.findFirst({ where: same, select: { id: true } })) continue;
      await prisma.standingReport.create({ data: { ...moved, filter, since: by.at } });
    }
  }
  return closeStanding(tx, ending);
};

/** Tells whether a plan knows the kinds of units and the categories of a stored filter. */
function fits({ unitKinds, categories }: LoadedPlan, filter: string[]): boolean {
  const known = new Set([
    ...unitKinds.map(({ code }) => `kind.${code}`),
    ...categories.map(({ subject, code }) => `category.${subject}.${code}`),
  ]);
  return filter.every((item) => item.startsWith('state.') || known.has(item));
}
