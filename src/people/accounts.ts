import { asynchronousCommit } from '../store/asynchronous-commit.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { Reader } from '../store/reader.ts';
import type { Sql } from '../store/sql.ts';
import type { KnownPerson, KnownRole } from './known-person.ts';

/**
 * Finds or creates the account of a chat at its first message. In private chats, chat and user have
 * the same id.
 */
export async function ensureAccount(
  prisma: Prisma.TransactionClient,
  account: { channel: string; externalId: string; chatId: number; at: Date },
): Promise<{ id: number; locale: string | null; personId: number | null }> {
  const { channel, externalId, at } = account;
  const chatId = BigInt(account.chatId);
  return prisma.account.upsert({
    where: { channel_externalId: { channel, externalId } },
    create: { channel, externalId, chatId, createdAt: at, lastUsedAt: at },
    update: { chatId },
    select: { id: true, locale: true, personId: true },
  });
}

/** Loads the person with their roles, as `claimNext` does: for the moment after joining. */
export async function loadPerson(reader: Reader, personId: number): Promise<KnownPerson | null> {
  const person = await reader.person.findUnique({ where: { id: personId }, select: known });
  if (!person) return null;
  const offices = await reader.office.count();
  const unitsOf = async (officeId: number) => {
    const units = await reader.unit.findMany({
      where: { officeId },
      orderBy: { id: 'asc' },
      select: { id: true },
    });
    return units.map(({ id }) => id);
  };
  const memberships: KnownRole[] = [];
  for (const { role, unit, officeId } of person.memberships) {
    memberships.push({
      role,
      unitId: unit?.id ?? null,
      unitName: unit?.name ?? null,
      unitCode: unit?.code ?? null,
      officeId: offices > 1 ? (officeId ?? unit?.officeId ?? null) : null,
      officeUnits: offices > 1 && officeId !== null ? await unitsOf(officeId) : null,
    });
  }
  return { ...person, memberships };
}

const known = {
  id: true,
  name: true,
  phone: true,
  locale: true,
  memberships: {
    where: { until: null },
    orderBy: { id: 'asc' },
    select: {
      role: true,
      officeId: true,
      unit: { select: { id: true, name: true, code: true, officeId: true } },
    },
  },
} as const satisfies Prisma.PersonSelect;

/** Lists a person's accounts on all channels. */
export async function listAccountIds(reader: Reader, personId: number): Promise<number[]> {
  const accounts = await reader.account.findMany({ where: { personId }, select: { id: true } });
  return accounts.map(({ id }) => id);
}

/**
 * Lists the channels on which a person can be reached, oldest first, and this account's channel.
 * Several devices are one channel; a channel where the person signed out or blocked the bot is left
 * out.
 */
export async function listChannels(
  reader: Reader,
  personId: number,
  accountId: number | undefined,
): Promise<string[]> {
  const accounts = await reader.account.findMany({
    where: { personId, OR: [{ reachable: true }, ...(accountId === undefined ? [] : [{ id: accountId }])] },
    orderBy: { id: 'asc' },
    select: { channel: true },
  });
  return [...new Set(accounts.map(({ channel }) => channel))];
}

/**
 * Returns the name of an account's person; null when the account has no person, or the person no
 * name.
 */
export async function readAccountName(
  reader: Reader,
  channel: string,
  externalId: string,
): Promise<string | null> {
  const account = await reader.account.findUnique({
    where: { channel_externalId: { channel, externalId } },
    select: { person: { select: { name: true } } },
  });
  return account?.person?.name ?? null;
}

/**
 * Records that the person blocked the bot there: nudges use another account. Any later message of
 * theirs undoes it.
 */
export async function markUnreachable(prisma: Prisma.TransactionClient, id: number): Promise<void> {
  await prisma.account.updateMany({ where: { id }, data: { reachable: false } });
}

/** Stores the language of the person or, before they have joined, of the account. */
export async function chooseLocale(
  prisma: Prisma.TransactionClient,
  accountId: number,
  personId: number | null,
  locale: string,
): Promise<void> {
  await prisma.account.updateMany({ where: { id: accountId }, data: { locale } });
  if (personId !== null) await prisma.person.updateMany({ where: { id: personId }, data: { locale } });
}

/** Stores which command menu an account shows. One lost in a crash is set once more. */
export async function storeMenuHash(sql: Sql, accountId: number, hash: string): Promise<void> {
  await sql.query({
    name: 'account-menu',
    text: `update account set menu_hash = $2 where id = $1 returning ${asynchronousCommit}`,
    values: [accountId, hash],
  });
}
