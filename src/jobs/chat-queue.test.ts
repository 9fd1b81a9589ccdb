import pg from 'pg';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { createChatQueue } from './chat-queue.ts';
import { acceptUpdates } from './inbox.ts';
import type { Turn } from './turn.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.drop());

/** More often than an update that is at fault by itself is tried. */
const often = 8;

/** A queue for one chat with an update; `handle` gets each attempt. */
async function queueOf(chatId: number, pool: pg.Pool, handle: (turn: Turn) => Promise<void>) {
  const chat = { id: chatId, type: 'private' as const, first_name: 'Bình' };
  const message = { message_id: 1, date: 0, chat, text: 'chào' };
  await acceptUpdates(db.pool, 'zalo', [
    { key: `m${chatId}`, update: { update_id: chatId, message } as never },
  ]);
  const gaveUp: number[] = [];
  const queue = createChatQueue({
    pool,
    handle,
    clock: { now: () => new Date() },
    log: pino({ level: 'silent' }),
    instance: () => 7,
    giveUp: async ({ inboxId }) => void gaveUp.push(inboxId),
    again: () => {},
    cutOffMs: 60_000,
  });
  return { drain: () => queue.drain(`zalo:${chatId}`), gaveUp };
}

const statusOf = async (chatId: number) =>
  (await db.pool.query('select status, attempts from inbox_update where chat_key = $1', [`zalo:${chatId}`]))
    .rows;

it('attempts whose end the database does not take are none in which the process died', async () => {
  const pool = new pg.Pool({ connectionString: db.url, max: 1, connectionTimeoutMillis: 20 });
  // On a busy machine even the first connection may take longer than that: it stays open.
  while (pool.idleCount === 0) await pool.query('select').catch(() => undefined);
  const attempts: number[] = [];
  let held: pg.PoolClient | undefined;
  const { drain, gaveUp } = await queueOf(1, pool, async ({ attempt }) => {
    attempts.push(attempt);
    // The only connection is gone, for the end of this attempt as well.
    if (attempts.length <= often) held = await pool.connect();
  });
  for (let n = 0; n < often; n++) {
    await expect(drain()).rejects.toThrow('timeout exceeded');
    // The next attempt cannot even begin.
    if (n % 2 === 0) await expect(drain()).rejects.toThrow('timeout exceeded');
    held?.release();
  }
  await drain();
  expect(attempts).toEqual(Array.from({ length: often + 1 }, () => 1));
  expect([gaveUp, await statusOf(1)]).toEqual([[], [{ status: 'done', attempts: 1 }]]);
  await pool.end();
});

it('an update whose connections to the database break is tried until they hold', async () => {
  let broken = 0;
  const { drain, gaveUp } = await queueOf(2, db.pool, async () => {
    if (broken++ < often) await db.pool.query('select pg_terminate_backend(pg_backend_pid())');
  });
  for (let n = 0; n <= often; n++) {
    await db.pool.query('update inbox_update set retry_at = null where chat_key = $1', ['zalo:2']);
    await drain();
  }
  expect([gaveUp, await statusOf(2)]).toEqual([[], [{ status: 'done', attempts: 4 }]]);
});

it('one whose handling fails by itself is given up after five attempts', async () => {
  const { drain, gaveUp } = await queueOf(3, db.pool, () => Promise.reject(new Error('a mistake')));
  for (let n = 0; n < often; n++) {
    await db.pool.query('update inbox_update set retry_at = null where chat_key = $1', ['zalo:3']);
    await drain();
  }
  expect([gaveUp.length, await statusOf(3)]).toEqual([1, [{ status: 'failed', attempts: 5 }]]);
});

it('one whose end the database refuses each time is given up after five attempts', async () => {
  const { drain, gaveUp } = await queueOf(4, db.pool, async (turn) => {
    // PostgreSQL keeps no NUL in JSON.
    turn.conversation = { kept: 'a\u0000b' } as never;
  });
  for (let n = 0; n < often; n++) {
    await db.pool.query('update inbox_update set retry_at = null where chat_key = $1', ['zalo:4']);
    await drain();
  }
  expect([gaveUp.length, await statusOf(4)]).toEqual([1, [{ status: 'failed', attempts: 5 }]]);
});
