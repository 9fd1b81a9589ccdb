import type { LocalDate } from '../plan/plan.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { PlanKinds } from './change.ts';
import { moveStepsToPart } from './move-steps.ts';

/**
 * Moves exemplars from the heir of a divided unit to another part, with their fostering steps. They
 * go on counting for the heir's registration where that part does not owe it: what was done before
 * stays done.
 */
export async function moveToPart(
  tx: Prisma.TransactionClient,
  of: {
    exemplars: number[];
    divided: number;
    heir: number;
    part: number;
    plans: PlanKinds[];
    day: LocalDate;
  },
): Promise<void> {
  const { exemplars, divided, heir, part, plans, day } = of;
  const moving = await tx.exemplar.findMany({
    where: { id: { in: exemplars }, unitId: heir },
    select: { id: true, planId: true, occurrence: true, countsForId: true },
  });
  const owed = moving.filter(({ planId, occurrence }) => {
    const plan = plans.find(({ id }) => id === planId);
    // A closed plan asks the part for nothing.
    if (!plan) return false;
    const lastDay = plan.findRegistrationDay(occurrence, divided);
    return lastDay === undefined || lastDay >= day;
  });
  const countedElsewhere = moving.filter(({ countsForId }) => countsForId !== null);
  const withTheHeir = moving.filter((one) => !owed.includes(one) && !countedElsewhere.includes(one));
  const idsOf = (some: typeof moving) => ({ id: { in: some.map(({ id }) => id) } });
  await tx.exemplar.updateMany({ where: idsOf(moving), data: { unitId: part } });
  await tx.helpRequest.updateMany({ where: { exemplar: idsOf(moving) }, data: { unitId: part } });
  await tx.nomination.updateMany({ where: { exemplar: idsOf(moving) }, data: { unitId: part } });
  await tx.exemplar.updateMany({ where: idsOf(withTheHeir), data: { countsForId: heir } });
  await moveStepsToPart(tx, { exemplars: moving.map(({ id }) => id), heir, part });
}
