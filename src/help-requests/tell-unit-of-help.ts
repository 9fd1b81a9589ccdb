import { enqueueDeliveries } from '../deliveries/ledger.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { HelpAction } from '../store/generated/enums.ts';
import type { HelpRequest } from './help-request.ts';

/** The news about a request for help for its unit; the delivery's kind is `help-<news>`. */
export type HelpNews = Extract<HelpAction, 'take' | 'close'>;

/**
 * Writes the notices about an answer to a request, in the transaction of the answer. The person who
 * asked is told; when that person no longer serves the unit, its liaisons are. Returns the
 * deliveries to send.
 */
export async function tellUnitOfHelp(
  prisma: Prisma.TransactionClient,
  request: Pick<HelpRequest, 'id' | 'unitId' | 'askedById'>,
  news: { action: HelpNews; changeId: number; at: Date },
): Promise<number[]> {
  const { id: helpRequestId, unitId, askedById } = request;
  const { action, changeId, at } = news;
  const liaisons = await prisma.membership.findMany({
    where: { unitId, role: 'liaison', until: null },
    distinct: ['personId'],
    select: { personId: true },
  });
  const theirs = liaisons.filter(({ personId }) => personId === askedById);
  return enqueueDeliveries(
    prisma,
    (theirs.length > 0 ? theirs : liaisons).map(({ personId }) => ({
      key: `help:${helpRequestId}:${action}:${changeId}:${personId}`,
      personId,
      kind: `help-${action}`,
      payload: { helpRequestId, changeId },
      at,
    })),
  );
}
