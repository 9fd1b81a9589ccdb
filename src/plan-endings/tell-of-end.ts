import { enqueueDeliveries } from '../deliveries/ledger.ts';
import type { Transaction } from '../store/transaction.ts';
import type { PlanEnding } from './ending.ts';

/** The `kind` of a delivery that tells people that a plan was closed. */
export const planEndedKind = 'plan-ended';

/**
 * Writes the news for liaisons and heads of the plan's units, once a person. People who got its
 * scheduled reports are told too.
 */
export async function tellOfEnd(
  { prisma }: Transaction,
  { plan, toPlan, reason, by }: PlanEnding,
): Promise<number[]> {
  const ofUnits = await prisma.membership.findMany({
    where: {
      ...{ role: { in: ['liaison', 'head'] }, until: null },
      unit: { active: true, plans: { some: { planId: plan.id } } },
    },
    select: { personId: true },
  });
  const readers = await prisma.standingReport.findMany({
    where: { planId: plan.id, OR: [{ endedAt: null }, { endedAt: by.at }] },
    select: { personId: true },
  });
  const people = new Set([...ofUnits, ...readers].map(({ personId }) => personId));
  return enqueueDeliveries(
    prisma,
    [...people]
      .sort((a, b) => a - b)
      .map((personId) => ({
        key: `${planEndedKind}:${plan.id}:${personId}`,
        personId,
        kind: planEndedKind,
        payload: { planId: plan.id, toPlanId: toPlan?.id ?? null, reason },
        at: by.at,
      })),
  );
}
