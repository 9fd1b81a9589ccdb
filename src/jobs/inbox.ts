import type pg from 'pg';
import type { Prisma } from '../store/generated/client.ts';
import { batchCalls } from './batching.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type Accept, chatKeyOf, type Inbound } from './inbound.ts';

/**
 * Stores updates and, in the same statement, a job for each. Once this resolves a channel may
 * acknowledge them. An update that was stored before adds neither a row nor a job. Jobs have no key
 * here: moving a waiting job locks it, and many such locks conflict with those of the workers in
 * another order (deadlocks, measured); an extra job costs little.
 */
export async function acceptUpdates(pool: pg.Pool, channel: string, updates: Inbound[]): Promise<void> {
  if (updates.length === 0) return;
  await pool.query({
    name: 'inbox-accept',
    text: `
      with stored as (
        insert into inbox_update (channel, update_key, chat_key, payload, message_id, said)
        select $1, key, chat, payload, message_id, said
        from unnest($2::text[], $3::text[], $4::jsonb[], $5::int8[], $6::int4[])
          with ordinality as given(key, chat, payload, message_id, said, n)
        order by n
        on conflict (channel, update_key) do nothing
        returning chat_key)
      select graphile_worker.add_jobs(coalesce(array_agg(row(
        'chat', json_build_object('key', chat_key), null, null, null, null, null, null)::graphile_worker.job_spec), '{}'))
      from stored`,
    values: [
      channel,
      updates.map((u) => u.key),
      updates.map((u) => chatKeyOf(channel, u.update)),
      updates.map((u) => serialiseStorable(u.update)),
      updates.map((u) => fingerprintOf(u.update)?.messageId ?? null),
      updates.map((u) => fingerprintOf(u.update)?.said ?? null),
    ],
  });
}

/**
 * Serialises a value as JSON that PostgreSQL's jsonb accepts. NUL and halves of surrogate pairs are
 * removed from every text: one text that cannot be stored would block all updates after it.
 */
export function serialiseStorable(value: unknown): string {
  const json = JSON.stringify(value);
  // A person may have typed a backslash and "u0000": so the values are corrected, never the JSON.
  if (!/\\u(0000|d[89a-f])/i.test(json)) return json;
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? part.replaceAll('\0', '').toWellFormed() : part,
  );
}

/**
 * Wraps `acceptUpdates` for channels: simultaneous updates of many webhooks and browsers are stored
 * with one commit.
 */
export function createAccept(pool: pg.Pool): Accept {
  const store = batchCalls<{ channel: string; updates: Inbound[] }, void>(async (handed) => {
    for (const [channel, of] of Map.groupBy(handed, (one) => one.channel)) {
      await acceptUpdates(
        pool,
        channel,
        of.flatMap((one) => one.updates),
      );
    }
    return handed.map(() => undefined);
  });
  return (channel, updates) => store({ channel, updates });
}

/**
 * Adds a job for every chat with an update that has waited for `olderThanSeconds`: jobs die with
 * their worker.
 */
export async function sweepInbox(pool: pg.Pool, olderThanSeconds: number): Promise<number> {
  const { rowCount } = await pool.query(
    `select graphile_worker.add_job('chat', json_build_object('key', chat_key))
     from (select distinct chat_key from inbox_update
           where status = 'pending' and received_at <= now() - make_interval(secs => $1)
             and coalesce(retry_at, now()) <= now()) as chats`,
    [olderThanSeconds],
  );
  return rowCount ?? 0;
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
  prisma: Prisma.TransactionClient,
  limit: number,
): Promise<{ id: number; channel: string; error: string | null }[]> {
  const failed = await prisma.inboxUpdate.findMany({
    where: { status: 'failed' },
    orderBy: { id: 'desc' },
    take: limit,
    select: { id: true, channel: true, error: true },
  });
  return failed.map((one) => ({ ...one, id: Number(one.id) }));
}
