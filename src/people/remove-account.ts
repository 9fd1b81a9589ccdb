import { settleDraft } from '../drafts/settle-draft.ts';
import { DomainError } from '../errors.ts';
import type { PrismaClient } from '../store/generated/client.ts';
import { transact } from '../store/transaction.ts';
import { type PersonDecision, recordPersonNotice } from './end-roles.ts';
import { closeUploadLinks } from './hold-drafts.ts';
import { requireOfficerLeft } from './officers-left.ts';
import { findLastPersonChange, recordPersonChange } from './person-change.ts';

/**
 * Takes an account from its person. The account is then unknown, its web session ends (by a
 * trigger), and links sent there open nothing. Roles and drafts stay with the person. The account
 * is told, and so is the person if they have another one. The same draft again does nothing.
 * Returns the deliveries to send. Throws `account-over` and `last-officer`.
 */
export async function removeAccount(
  prisma: PrismaClient,
  decision: PersonDecision & { accountId: number },
): Promise<number[]> {
  const { personId, draftId, accountId, reason, by, at } = decision;
  return transact({ prisma }, async ({ prisma: tx }) => {
    if (!(await settleDraft(tx, draftId, at, { accountId }))) return [];
    await tx.$queryRaw`select 1 from account where id = ${accountId} for update`;
    const account = await tx.account.findFirst({
      where: { id: accountId, personId },
      select: { channel: true },
    });
    if (!account) {
      const gone = await findLastPersonChange(tx, { accountId }, ['account_removed', 'account_moved']);
      throw new DomainError('account-over', gone ?? { who: '–', when: '' });
    }
    const officer = await tx.membership.findFirst({ where: { personId, role: 'officer', until: null } });
    if (officer) await requireOfficerLeft(tx, { accountId });
    await tx.account.update({ where: { id: accountId }, data: { personId: null } });
    const { channel } = account;
    const changeId = await recordPersonChange(tx, {
      personId,
      at,
      by,
      reason,
      action: 'account_removed',
      accountId,
      before: { channel, personId },
      after: { channel, personId: null },
    });
    await closeUploadLinks(tx, personId);
    const others = await tx.account.count({ where: { personId, reachable: true } });
    return [
      await recordPersonNotice(tx, personId, 'account_removed', changeId, at, { accountId }),
      ...(others > 0 ? [await recordPersonNotice(tx, personId, 'account_removed', changeId, at)] : []),
    ];
  });
}
