import { enqueueDeliveries } from '../deliveries/ledger.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { ExemplarAction } from '../store/generated/enums.ts';
import type { Exemplar } from './exemplar.ts';

/** The news about an exemplar for its unit; the delivery's kind is `exemplar-<news>`. */
export type ExemplarNews = Extract<ExemplarAction, 'approve' | 'return' | 'reject' | 'reopen'>;

/**
 * Writes the notices about a decision on an exemplar, in the transaction of the decision. The
 * person who registered it is told; when that person no longer serves the unit, its liaisons are.
 * Returns the deliveries to send.
 */
export async function tellLiaisons(
  prisma: Prisma.TransactionClient,
  exemplar: Pick<Exemplar, 'id' | 'unitId' | 'submittedById'>,
  news: { action: ExemplarNews; at: Date; changeId: number },
): Promise<number[]> {
  const { id: exemplarId, unitId, submittedById } = exemplar;
  const { action, at, changeId } = news;
  const liaisons = await prisma.membership.findMany({
    where: { unitId, role: 'liaison', until: null },
    distinct: ['personId'],
    select: { personId: true },
  });
  const theirs = liaisons.filter(({ personId }) => personId === submittedById);
  const round = await prisma.exemplarChange.count({ where: { exemplarId } });
  return enqueueDeliveries(
    prisma,
    (theirs.length > 0 ? theirs : liaisons).map(({ personId }) => ({
      key: `exemplar:${exemplarId}:${action}:${round}:${personId}`,
      personId,
      kind: `exemplar-${action}`,
      payload: { exemplarId, changeId },
      at,
    })),
  );
}
