import { DomainError } from '../errors.ts';
import type { Prisma } from '../store/generated/client.ts';

/**
 * Throws `last-officer` unless an officer with an account is left after `without`. Locks the
 * officers' living memberships: of two who end each other's role at one instant the second is
 * refused.
 */
export async function requireOfficerLeft(
  tx: Prisma.TransactionClient,
  without: { membershipIds?: number[]; accountId?: number },
): Promise<void> {
  await tx.$queryRaw`select id from membership where role = 'officer' and until is null order by id for update`;
  const { membershipIds = [], accountId = 0 } = without;
  const left = await tx.membership.findFirst({
    where: {
      role: 'officer',
      until: null,
      id: { notIn: membershipIds },
      person: { accounts: { some: { id: { not: accountId } } } },
    },
    select: { id: true },
  });
  if (!left) throw new DomainError('last-officer');
}
