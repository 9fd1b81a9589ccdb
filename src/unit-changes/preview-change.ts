import type { Prisma } from '../store/generated/client.ts';

/** What moves with units that end. */
export interface UnitHoldings {
  people: number;
  invitations: number;
  drafts: number;
  exemplars: number;
  /** Dues of their own. */
  dues: number;
}

/**
 * Counts what belongs to units now: what another takes over when they end. The draft of the form
 * that asks is not among it, though it names a unit.
 */
export async function countHoldings(
  reader: Prisma.TransactionClient,
  unitIds: number[],
  askingDraftId: number,
): Promise<UnitHoldings> {
  const within = { unitId: { in: unitIds } };
  const names = unitIds.map(String);
  const [people, invitations, exemplars, dues, [drafts]] = await Promise.all([
    reader.membership.findMany({
      where: { ...within, until: null },
      distinct: ['personId'],
      select: { id: true },
    }),
    reader.invitation.count({ where: { ...within, usedAt: null, withdrawnAt: null } }),
    reader.exemplar.count({ where: { ...within, status: { not: 'withdrawn' } } }),
    reader.dueMove.findMany({
      where: within,
      distinct: ['planId', 'duty', 'occurrence'],
      select: { id: true },
    }),
    reader.$queryRaw<{ n: number }[]>`
      select count(*)::int as n from draft
      where state = 'open' and id <> ${askingDraftId} and (subject ->> 'unitId' = any (${names}::text[]) or answers ->> 'unit' = any (${names}::text[]))`,
  ]);
  return {
    people: people.length,
    invitations,
    drafts: drafts?.n ?? 0,
    exemplars,
    dues: dues.length,
  };
}
