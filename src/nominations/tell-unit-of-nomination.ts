import { enqueueDeliveries } from '../deliveries/ledger.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { NominationAction } from '../store/generated/enums.ts';

/** The news about a nomination for its unit; the delivery's kind is `nomination-<news>`. */
export type NominationNews = Extract<NominationAction, 'nominate' | 'choose' | 'drop'>;

/**
 * Writes the notices to a unit's liaisons about one of its nominations, in the transaction of the
 * event. Returns the deliveries to send.
 */
export async function tellUnitOfNomination(
  tx: Prisma.TransactionClient,
  { id, unitId }: { id: number; unitId: number },
  { news, changeId, at }: { news: NominationNews; changeId: number; at: Date },
): Promise<number[]> {
  const liaisons = await tx.membership.findMany({
    where: { unitId, role: 'liaison', until: null },
    distinct: ['personId'],
    select: { personId: true },
  });
  return enqueueDeliveries(
    tx,
    liaisons.map(({ personId }) => ({
      key: `nomination:${id}:${news}:${changeId}:${personId}`,
      ...{ personId, kind: `nomination-${news}`, payload: { nominationId: id, changeId }, at },
    })),
  );
}
