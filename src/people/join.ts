import { DomainError } from '../errors.ts';
import type { Prisma } from '../store/generated/client.ts';
import { closeUploadLinks } from './hold-drafts.ts';
import { type Invitation, readInvitation, requireUsable } from './invitations.ts';
import { requireOfficerLeft } from './officers-left.ts';
import { recordPersonChange } from './person-change.ts';

/** The use of an invitation by an account. */
export interface Taking {
  code: string;
  accountId: number;
  name?: string | undefined;
  phone?: string | undefined;
  locale: string;
  at: Date;
  /** Whether the person agreed to move an account that belongs to another person. */
  move?: boolean;
  /** Whether it replaces the person's other accounts on this channel. */
  replace?: boolean;
}

/**
 * Uses an invitation for an account: creates the person if needed, gives the role, marks the code
 * used. It runs in the caller's transaction. A code is used once: of two simultaneous uses the
 * second gets `invitation-used`. The same account again changes nothing. Throws
 * `account-of-another` when a linking code would move another person's account without consent, and
 * `last-officer` when no officer would be left.
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
  const invitation = requireUsable(await lockInvitation(tx, taking.code), known, taking.at);
  // Used before by the same person: its role may have ended since, and is not given again.
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

/** Gives the account to the person; from another person only with consent. */
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
    if (officer) await requireOfficerLeft(tx, { accountId });
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
  { id: invitationId, role, unitId, officeId, unit }: Invitation,
): Promise<void> {
  if (role === null) return;
  // Two accounts of one person may use two codes for the same role at the same time.
  await tx.$queryRaw`select 1 as locked from person where id = ${personId} for update`;
  const held = await tx.membership.findFirst({ where: { personId, role, unitId, officeId, until: null } });
  if (held) return;
  const given = await tx.membership.create({ data: { personId, role, unitId, officeId, since: taking.at } });
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
