import { enqueueDeliveries } from '../deliveries/ledger.ts';
import type { FilingAction, Prisma } from '../store/generated/client.ts';

/** The news about a document for its unit; the delivery's kind is `filing-<about>`. */
export type FilingNews = 'behalf' | Exclude<FilingAction, 'submit'>;

/**
 * Writes the notices to a unit about one of its filings, in the transaction of the event. The
 * liaison who handed it in is told; when that person does not serve the unit, all its liaisons are.
 * Returns the deliveries to send.
 */
export async function tellUnit(
  tx: Prisma.TransactionClient,
  news: { filingId: number; about: FilingNews; at: Date },
): Promise<number[]> {
  const { filingId, about, at } = news;
  const filing = await tx.filing.findUniqueOrThrow({
    where: { id: filingId },
    select: {
      unitId: true,
      filedById: true,
      changes: { select: { id: true }, orderBy: { id: 'desc' }, take: 1 },
    },
  });
  const liaisons = await tx.membership.findMany({
    where: { unitId: filing.unitId, role: 'liaison', until: null },
    distinct: ['personId'],
    select: { personId: true },
  });
  const theirs = liaisons.filter(({ personId }) => personId === filing.filedById);
  // The history's newest line names the occasion: the same occasion is told once.
  const changeId = filing.changes[0]?.id ?? 0;
  return enqueueDeliveries(
    tx,
    (theirs.length > 0 ? theirs : liaisons).map(({ personId }) => ({
      key: `filing:${filingId}:${about}:${changeId}:${personId}`,
      personId,
      kind: `filing-${about}`,
      payload: { filingId, changeId },
      at,
    })),
  );
}
