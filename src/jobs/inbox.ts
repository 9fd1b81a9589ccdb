import type pg from 'pg';
import { batchCalls } from '../store/batching.ts';
import type { Sql } from '../store/sql.ts';
import { isOfTheFuture } from '../store/time-sql.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type Accept, chatKeyOf, type Inbound } from './inbound.ts';
import { inboxChannel, isAlive } from './instance.ts';
import { waitMsSql } from './retry-wait.ts';

/**
 * Stores updates with one statement. Once this resolves a channel may acknowledge them. An update
 * that was stored before adds nothing. Gives the keys of the chats that have something new.
 */
export async function acceptUpdates(pool: pg.Pool, channel: string, updates: Inbound[]): Promise<string[]> {
  if (updates.length === 0) return [];
  const { rows } = await pool.query<{ chat_key: string }>({
    name: 'inbox-accept',
    text: `
      insert into inbox_update (channel, update_key, chat_key, payload, message_id, said)
      select $1, key, chat, payload, message_id, said
      from rows from (unnest($2::text[], $3::text[], $5::int8[], $6::int4[]), jsonb_array_elements($4::jsonb))
        with ordinality as given(key, chat, message_id, said, payload, n)
      order by n
      on conflict (channel, update_key) do nothing
      returning chat_key`,
    values: [
      channel,
      updates.map((u) => u.key),
      updates.map((u) => chatKeyOf(channel, u.update)),
      // One JSON array: an array of SQL would have every quote of the updates escaped once more.
      `[${updates.map((u) => serialiseStorable(u.update)).join(',')}]`,
      updates.map((u) => fingerprintOf(u.update)?.messageId ?? null),
      updates.map((u) => fingerprintOf(u.update)?.said ?? null),
    ],
  });
  return [...new Set(rows.map((row) => row.chat_key))];
}

/**
 * Serialises a value as JSON that PostgreSQL's jsonb accepts. NUL and halves of surrogate pairs are
 * removed from every text: one text that cannot be stored would block all updates after it.
 */
function serialiseStorable(value: unknown): string {
  const json = JSON.stringify(value);
  // A person may have typed a backslash and "u0000": so the values are corrected, never the JSON.
  if (!/\\u(0000|d[89a-f])/i.test(json)) return json;
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? part.replaceAll('\0', '').toWellFormed() : part,
  );
}

/**
 * Wraps `acceptUpdates` for channels: stores simultaneous updates with one commit. Then it hands
 * their chats over to be handled.
 */
export function createAccept(pool: pg.Pool, handOver: (chatKeys: string[]) => void): Accept {
  const store = batchCalls<{ channel: string; updates: Inbound[] }, void>(async (handed) => {
    for (const [channel, of] of Map.groupBy(handed, (one) => one.channel)) {
      const updates = of.flatMap((one) => one.updates);
      handOver(await acceptUpdates(pool, channel, updates));
    }
    return handed.map(() => undefined);
  });
  return (channel, updates) => store({ channel, updates });
}

/** Payloads of NOTIFY end at 8,000 bytes; the sweep finds the chats that do not fit. */
const longestNotice = 7900;

/** Tells the processes that work which chats have something new. */
export async function notifyWorkers(pool: pg.Pool, chatKeys: string[]): Promise<void> {
  const notice: string[] = [];
  let length = 2;
  for (const key of chatKeys) {
    length += Buffer.byteLength(JSON.stringify(key)) + 1;
    if (length > longestNotice) break;
    notice.push(key);
  }
  await pool.query('select pg_notify($1, $2)', [inboxChannel, JSON.stringify(notice)]);
}

/** Chats that one sweep finds at most; the next one finds the rest. */
const mostSwept = 2000;

/**
 * Finds the chats with an update that has waited for `olderThanSeconds` and that no other living
 * instance handles. Updates that a process accepted and did not finish are found after its end.
 */
export async function findWaitingChats(
  pool: pg.Pool,
  instance: number,
  olderThanSeconds: number,
): Promise<string[]> {
  const { rows } = await pool.query<{ chat_key: string }>({
    name: 'inbox-sweep',
    text: `
      select u.chat_key from inbox_update u left join chat c on c.key = u.chat_key
      where u.status = 'pending' and (u.received_at <= now() - make_interval(secs => $1) or ${isOfTheFuture('u.received_at')})
        and ${waitMsSql('u.retry_at')} = 0
        and (c.owner is null or c.owner = $2::text or not ${isAlive('c.owner')})
      group by u.chat_key order by min(u.id) limit $3`,
    values: [olderThanSeconds, String(instance), mostSwept],
  });
  return rows.map((row) => row.chat_key);
}

/**
 * Reads the inbox for `/healthz` and `/metrics`: waiting updates, age of the oldest (seconds),
 * failed ones.
 */
export async function readInboxHealth(
  pool: pg.Pool,
): Promise<{ pending: number; oldestSeconds: number; failed: number }> {
  const { rows } = await pool.query<{ pending: number; oldest: number; failed: number }>(
    `select (select count(*) from inbox_update where status = 'pending') as pending,
            (select count(*) from inbox_update where status = 'failed') as failed,
            coalesce((select extract(epoch from now() - min(received_at)) from inbox_update where status = 'pending'), 0)::float8
              as oldest`,
  );
  const row = rows[0];
  return { pending: row?.pending ?? 0, oldestSeconds: row?.oldest ?? 0, failed: row?.failed ?? 0 };
}

/** Lists the updates that failed last, newest first, with the reason. */
export async function listNewestFailures(
  sql: Sql,
  limit: number,
): Promise<{ id: number; channel: string; error: string | null }[]> {
  const { rows } = await sql.query<{ id: number; channel: string; error: string | null }>(
    `select id, channel, error from inbox_update where status = 'failed' order by id desc limit $1`,
    [limit],
  );
  return rows;
}
