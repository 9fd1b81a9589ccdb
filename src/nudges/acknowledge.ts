import type { Clock } from '../clock.ts';
import type { Database } from '../store/database.ts';

/**
 * Records when the person first pressed "I have understood". The ladder continues: the duty is
 * still missing. False when the nudge is not this person's.
 */
export async function acknowledge(
  deps: { db: Database; clock: Clock },
  { deliveryId, personId }: { deliveryId: number; personId: number },
): Promise<boolean> {
  const { prisma } = deps.db;
  const nudge = { id: deliveryId, personId, kind: 'nudge' };
  const { count } = await prisma.delivery.updateMany({
    where: { ...nudge, acknowledgedAt: null },
    data: { acknowledgedAt: deps.clock.now() },
  });
  return count === 1 || (await prisma.delivery.count({ where: nudge })) === 1;
}
