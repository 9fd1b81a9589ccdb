import { DomainError } from '../errors.ts';
import type { Prisma } from '../store/generated/client.ts';
import { closeUploadLinks } from './hold-drafts.ts';
import { type Invitation, readInvitation, takeable } from './invitations.ts';
import { keepAnOfficer } from './officers-left.ts';
import { recordPersonChange } from './person-change.ts';

/** What an account does with an invitation. */
export interface Taking {
  code: string;
  accountId: number;
  name?: string | undefined;
  phone?: string | undefined;
  locale: string;
  at: Date;
  /** The person agreed that the account, which is another person's, moves. */
  move?: boolean;
  /** The person's other accounts on this channel are left: this one takes their place. */
  replace?: boolean;
}

/**
 * Takes an invitation for an account: makes the person when the account has none, gives the role,
 * marks the code used. In the caller's transaction. A code is taken once: of two who come at the
 * same instant the second gets `invitation-used`. Taking it again for the same account changes
 * nothing. Throws `account-of-another` when a code that links would move another person's account
 * and nobody agreed to that, and `last-officer` when the office would be left with nobody.
 */
export async function takeInvitation(
  tx: Prisma.TransactionClient,
  taking: Taking,
): Promise<{ personId: number; unitId: number | null }> {
  // Locks the account, then the code: the same order everywhere.
  await tx.$queryRaw`select 1 from account where id = ${taking.accountId} for update`;
  const account = await tx.account.findUnique({ where: { id: taking.accountId }, select: held });
  if (!account) throw new DomainError('invitation-unknown');
  const known = account.personId;
  const invitation = takeable(await lockInvitation(tx, taking.code), known, taking.at);
  // Taken before by this very person: what it gave may have been taken away since, and is not given
  // again.
  if (invitation.usedAt !== null && known !== null) return { personId: known, unitId: invitation.unitId };

  if (invitation.linksToId !== null) {
    await linkAccount(tx, taking, account, invitation.linksToId);
    await markUsed(tx, invitation.id, invitation.linksToId, account.channel, taking.at);
    return { personId: invitation.linksToId, unitId: null };
  }
  if (invitation.role === null) throw new DomainError('invitation-unknown');
  const personId = known ?? (await newPerson(tx, taking));
  const { name, phone } = taking;
  await tx.person.update({
    where: { id: personId },
    data: { ...(name && { name }), ...(phone && { phone }) },
  });
  await giveRole(tx, taking, account, personId, invitation);
  await markUsed(tx, invitation.id, personId, account.channel, taking.at);
  return { personId, unitId: invitation.unitId };
}

const held = { id: true, channel: true, personId: true } as const satisfies Prisma.AccountSelect;

type Account = Prisma.AccountGetPayload<{ select: typeof held }>;

async function lockInvitation(tx: Prisma.TransactionClient, code: string): Promise<Invitation | null> {
  await tx.$queryRaw`select 1 from invitation where code = ${code} for update`;
  return readInvitation(tx, code);
}

/** Gives the account to the person, taking it from another one only when that was agreed to. */
async function linkAccount(
  tx: Prisma.TransactionClient,
  taking: Taking,
  account: Account,
  personId: number,
): Promise<void> {
  const { at, accountId } = taking;
  const by = { personId, channel: account.channel };
  const move = async (id: number, from: number | null, to: number | null, of: number) => {
    await tx.account.update({ where: { id }, data: { personId: to } });
    await recordPersonChange(tx, {
      personId: of,
      at,
      by,
      action: from === null ? 'account_linked' : 'account_moved',
      accountId: id,
      before: { channel: account.channel, personId: from },
      after: { channel: account.channel, personId: to },
    });
  };
  const before = account.personId;
  if (before !== null && before !== personId) {
    if (!taking.move) throw new DomainError('account-of-another');
    const officer = await tx.membership.findFirst({
      where: { personId: before, role: 'officer', until: null },
    });
    if (officer) await keepAnOfficer(tx, { accountId });
  }
  if (before !== personId) await move(accountId, before, personId, before ?? personId);
  if (before !== null && before !== personId) await closeUploadLinks(tx, before);
  if (!taking.replace) return;
  const others = await tx.account.findMany({
    where: { personId, channel: account.channel, id: { not: accountId } },
    orderBy: { id: 'asc' },
  });
  for (const { id } of others) await move(id, personId, null, personId);
}

async function giveRole(
  tx: Prisma.TransactionClient,
  taking: Taking,
  account: Account,
  personId: number,
  { id: invitationId, role, unitId, unit }: Invitation,
): Promise<void> {
  if (role === null) return;
  // Two accounts of one person may take two codes for the same role at one instant.
  await tx.$queryRaw`select 1 as locked from person where id = ${personId} for update`;
  const held = await tx.membership.findFirst({ where: { personId, role, unitId, until: null } });
  if (held) return;
  const given = await tx.membership.create({ data: { personId, role, unitId, since: taking.at } });
  await recordPersonChange(tx, {
    personId,
    at: taking.at,
    by: { personId, channel: account.channel },
    action: 'role_given',
    membershipId: given.id,
    after: { role, unitId, unit: unit?.name ?? null, invitationId },
  });
}

async function newPerson(tx: Prisma.TransactionClient, taking: Taking): Promise<number> {
  const { locale, at, accountId } = taking;
  const { id } = await tx.person.create({ data: { locale, createdAt: at }, select: { id: true } });
  await tx.account.update({ where: { id: accountId }, data: { personId: id } });
  return id;
}

async function markUsed(
  tx: Prisma.TransactionClient,
  id: number,
  usedById: number,
  usedChannel: string,
  at: Date,
): Promise<void> {
  await tx.invitation.updateMany({
    where: { id, usedAt: null },
    data: { usedAt: at, usedById, usedChannel },
  });
}
