import { enqueueDeliveries } from '../deliveries/ledger.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { Proposal } from './proposal.ts';

/** The news about award proposals for their units; the delivery's kind is `award-<news>`. */
export const awardNews = ['decline', 'refuse', 'reopen', 'grant', 'mend', 'take-back', 'behalf'] as const;

/** One kind of news about award proposals. */
export type AwardNews = (typeof awardNews)[number];

/** An occasion: what happened, and the line of history that names it. */
export interface AwardOccasion {
  news: AwardNews;
  /** The same occasion is told once. */
  changeId: number;
  decisionId?: number;
  at: Date;
}

/**
 * Writes the notices about proposals, in the transaction of the step: one message a liaison. It has
 * the proposals of all units that they serve. The units are those that have the exemplars now.
 * Returns the deliveries to send.
 */
export async function tellUnitsOfAwards(
  prisma: Prisma.TransactionClient,
  proposals: Proposal[],
  { news, changeId, decisionId, at }: AwardOccasion,
): Promise<number[]> {
  const liaisons = await prisma.membership.findMany({
    where: {
      ...{ role: 'liaison', until: null },
      unitId: { in: [...new Set(proposals.map(({ exemplar }) => exemplar.unit.id))] },
    },
    orderBy: { personId: 'asc' },
    select: { personId: true, unitId: true },
  });
  const served = Map.groupBy(liaisons, ({ personId }) => personId);
  return enqueueDeliveries(
    prisma,
    [...served].map(([personId, roles]) => {
      const theirs = proposals.filter(({ exemplar }) =>
        roles.some(({ unitId }) => unitId === exemplar.unit.id),
      );
      return {
        key: `award:${news}:${changeId}:${personId}`,
        personId,
        kind: `award-${news}`,
        payload: { proposalIds: theirs.map(({ id }) => id), ...(decisionId !== undefined && { decisionId }) },
        at,
      };
    }),
  );
}
