import { settleDraft } from '../drafts/settle-draft.ts';
import { DomainError } from '../errors.ts';
import type { PrismaClient } from '../store/generated/client.ts';
import { transact } from '../store/transaction.ts';
import { type PersonDecision, tell } from './end-roles.ts';
import { closeUploadLinks } from './hold-drafts.ts';
import { keepAnOfficer } from './officers-left.ts';
import { lastPersonChange, recordPersonChange } from './person-change.ts';

/**
 * Takes an account from its person: nobody is known there any more, a web session ends with it (a
 * trigger), links that were sent there open nothing. Roles and drafts stay with the person. The
 * account is told, and so is the person where they have another one. Doing the same draft again
 * does nothing. Gives the deliveries to send. Throws `account-over` and `last-officer`.
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
      const gone = await lastPersonChange(tx, { accountId }, ['account_removed', 'account_moved']);
      throw new DomainError('account-over', gone ?? { who: '–', when: '' });
    }
    const officer = await tx.membership.findFirst({ where: { personId, role: 'officer', until: null } });
    if (officer) await keepAnOfficer(tx, { accountId });
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
      await tell(tx, personId, 'account_removed', changeId, at, { accountId }),
      ...(others > 0 ? [await tell(tx, personId, 'account_removed', changeId, at)] : []),
    ];
  });
}
