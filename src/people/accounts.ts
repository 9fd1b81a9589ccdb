import type pg from 'pg';
import type { Prisma } from '../store/generated/client.ts';
import type { KnownPerson } from './known-person.ts';

type Db = pg.Pool | pg.PoolClient;

/** The account behind a chat, made at its first message. Private chats: chat and user are one. */
export async function ensureAccount(
  db: Db,
  account: { channel: string; externalId: string; chatId: number; at: Date },
): Promise<{ id: number; locale: string | null; personId: number | null }> {
  const { rows } = await db.query<{ id: number; locale: string | null; personId: number | null }>(
    `insert into account (channel, external_id, chat_id, created_at, last_used_at) values ($1, $2, $3, $4, $4)
     on conflict (channel, external_id) do update set chat_id = excluded.chat_id
     returning id, locale, person_id as "personId"`,
    [account.channel, account.externalId, account.chatId, account.at],
  );
  const made = rows[0];
  if (!made) throw new Error('an account was not made');
  return made;
}

/** The person with their roles, as `claimNext` reads them: for the moment after joining. */
export async function loadPerson(db: Db, personId: number): Promise<KnownPerson | null> {
  const { rows } = await db.query<KnownPerson>(
    `select p.id, p.name, p.phone, p.locale, coalesce((
        select json_agg(json_build_object('role', m.role, 'unitId', u.id, 'unitName', u.name, 'unitCode', u.code) order by m.id)
        from membership m left join unit u on u.id = m.unit_id
        where m.person_id = p.id and m.until is null), '[]'::json) as memberships
     from person p where p.id = $1`,
    [personId],
  );
  return rows[0] ?? null;
}

/** Accounts of a person, on every channel. */
export async function accountIdsOf(prisma: Prisma.TransactionClient, personId: number): Promise<number[]> {
  const accounts = await prisma.account.findMany({ where: { personId }, select: { id: true } });
  return accounts.map(({ id }) => id);
}

/**
 * Gives the channels on which a person is reached, oldest first, and that of this account. Several
 * devices are one channel; where the person signed out or blocked the bot they are not.
 */
export async function channelsOf(
  prisma: Prisma.TransactionClient,
  personId: number,
  accountId: number | undefined,
): Promise<string[]> {
  const accounts = await prisma.account.findMany({
    where: { personId, OR: [{ reachable: true }, ...(accountId === undefined ? [] : [{ id: accountId }])] },
    orderBy: { id: 'asc' },
    select: { channel: true },
  });
  return [...new Set(accounts.map(({ channel }) => channel))];
}

/** Name of the person behind an account; null when it has none, or they have none. */
export async function nameBehind(db: Db, channel: string, externalId: string): Promise<string | null> {
  const { rows } = await db.query<{ name: string | null }>(
    'select p.name from account a join person p on p.id = a.person_id where a.channel = $1 and a.external_id = $2',
    [channel, externalId],
  );
  return rows[0]?.name ?? null;
}

/**
 * The person has blocked the bot there: nudges look for another way. Any later message of theirs
 * undoes it.
 */
export async function markUnreachable(db: Db, accountId: number): Promise<void> {
  await db.query('update account set reachable = false where id = $1', [accountId]);
}

/** Remembers the language, of the person or, before they have joined, of the account. */
export async function chooseLocale(
  db: Db,
  accountId: number,
  personId: number | null,
  locale: string,
): Promise<void> {
  await db.query('update account set locale = $2 where id = $1', [accountId, locale]);
  if (personId !== null) await db.query('update person set locale = $2 where id = $1', [personId, locale]);
}
