import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { openPlainChats } from '../channels/plain/chats.ts';
import { sweepDeliveries } from '../deliveries/sweep.ts';
import { createLog } from '../log.ts';
import { claimTurns } from './claim-turns.ts';
import { failTurn, type Trouble } from './fail-turn.ts';
import { acceptUpdates, findWaitingChats } from './inbox.ts';
import { hastenJobsOfTheFuture } from './left-over-jobs.ts';
import { addJob, prepareJobs } from './runner.ts';

/**
 * These tests move forwards the times that the database noted. For the app this is as if the clock
 * had gone back by as much since.
 */
let db: TestDatabase;
let deliveryId = 0;
beforeAll(async () => {
  db = await freshDatabase();
  await prepareJobs(db.url, createLog('silent'));
  const at = new Date('2021-08-18T01:00:00Z');
  const { id: personId } = await db.prisma.person.create({ data: { createdAt: at } });
  const notice = { key: 'a', personId, kind: 'exemplar-approve', payload: {}, createdAt: at };
  deliveryId = (await db.prisma.delivery.create({ data: notice })).id;
});
afterAll(() => db.drop());

const jobs = 'graphile_worker._private_jobs';

/** Says of each job whether it may run now: by its key. */
async function listDue(): Promise<Record<string, boolean>> {
  const { rows } = await db.pool.query<{ key: string; due: boolean }>(
    'select key, run_at <= now() as due from graphile_worker.jobs where locked_at is null order by key',
  );
  return Object.fromEntries(rows.map(({ key, due }) => [key, due]));
}

const times = ['2 minutes', '20 minutes', '1 hour', '25 hours', '400 days'];

it.each(times)('jobs put off before the clock went back by %s run at once', async (ahead) => {
  await db.pool.query(`delete from ${jobs}`);
  await addJob(db.pool, 'deliver', { id: 1 }, { key: 'deliver:1', inMs: 10_000 });
  await addJob(db.pool, 'deliver', { id: 2 }, { key: 'deliver:2', inMs: 3_600_000 });
  await addJob(db.pool, 'round', {}, { key: 'round:1', inMs: 1000 });
  await db.pool.query(
    `update ${jobs} set run_at = run_at + $1::interval, updated_at = updated_at + $1::interval`,
    [ahead],
  );
  // Put off since, by the clock as it is now: until the next morning.
  await addJob(db.pool, 'deliver', { id: 3 }, { key: 'deliver:3', inMs: 15 * 3_600_000 });
  expect(await hastenJobsOfTheFuture(db.pool)).toBe(3);
  expect(await listDue()).toEqual({
    ...{ 'deliver:1': true, 'deliver:2': true, 'round:1': true },
    'deliver:3': false,
  });
  expect(await hastenJobsOfTheFuture(db.pool)).toBe(0);
});

it.each([
  ['taken by a worker that died an hour ahead', '1 hour', 1],
  ['taken by a worker that died a day ahead', '1 day', 1],
  ['taken by a worker that died ten minutes ago', '-10 minutes', 1],
  ['that is being sent', '-1 minute', 0],
  ['that is being sent by a machine whose clock differs', '5 seconds', 0],
])('a delivery %s gets a job: %s, %i', async (_, since, added) => {
  await db.pool.query(`delete from ${jobs}`);
  await addJob(db.pool, 'deliver', { id: deliveryId }, { key: `deliver:${deliveryId}` });
  await db.pool.query(`update ${jobs} set locked_at = now() + $1::interval, locked_by = 'w'`, [since]);
  expect(await sweepDeliveries(db.pool)).toBe(added);
});

let chats = 0;
/** A chat with an update that came when the clock was ahead by so much. */
async function chatAhead(ahead: string): Promise<string> {
  chats += 1;
  const chat = { id: chats, type: 'private' as const, first_name: 'Bình' };
  const from = { id: chats, is_bot: false, first_name: 'Bình' };
  const update = { update_id: chats, message: { message_id: 1, date: 0, chat, from, text: 'chào' } };
  await acceptUpdates(db.pool, 'zalo', [{ key: `m${chats}`, update }]);
  const key = `zalo:${chats}`;
  await db.pool.query(
    'update inbox_update set received_at = received_at + $2::interval where chat_key = $1',
    [key, ahead],
  );
  return key;
}

const instance = 7;

it.each(times)('an update is found that came before the clock went back by %s', async (ahead) => {
  const chatKey = await chatAhead(ahead);
  expect(await findWaitingChats(db.pool, instance, 1)).toContain(chatKey);
});

const hours: [string, Trouble | undefined][] = [
  ['1 hour', undefined],
  ['25 hours', undefined],
  ['400 days', { inMs: 60_000, forMs: 6 * 3_600_000 }],
  ['1 hour', { inMs: 7_200_000, forMs: 6 * 3_600_000 }],
];

it.each(hours)(
  'an update is tried again that failed before the clock went back by %s',
  async (ahead, why) => {
    const chatKey = await chatAhead('0');
    const [claim] = await claimTurns(db.pool, [chatKey], instance);
    if (claim?.kind !== 'turn') throw new Error('nothing to take');
    await failTurn(db.pool, { ...claim.turn, attempt: 4 }, instance, 'Error', why);
    const [waiting] = await claimTurns(db.pool, [chatKey], instance);
    expect(waiting).toMatchObject({ kind: 'later' });
    await db.pool.query('update inbox_update set retry_at = retry_at + $2::interval where chat_key = $1', [
      chatKey,
      ahead,
    ]);
    expect(await findWaitingChats(db.pool, instance, 0)).toContain(chatKey);
    expect(await claimTurns(db.pool, [chatKey], instance)).toMatchObject([{ kind: 'turn' }]);
  },
);

it('a channel that asks to wait for hours is asked again after half an hour', async () => {
  const chatKey = await chatAhead('0');
  const [claim] = await claimTurns(db.pool, [chatKey], instance);
  if (claim?.kind !== 'turn') throw new Error('nothing to take');
  const why = { inMs: 7_200_000, forMs: 6 * 3_600_000 };
  expect(await failTurn(db.pool, { ...claim.turn, attempt: 4 }, instance, 'GrammyError', why)).toEqual({
    ...{ kind: 'retry', inMs: 1_800_000 },
  });
});

it.each(times)('a chat whose sender died before the clock went back by %s is free', async (ahead) => {
  const open = openPlainChats(db.pool, 'zalo');
  const chatId = 1000 + times.indexOf(ahead);
  await open.begin(chatId);
  await db.pool.query(
    'update plain_chat set sending_until = sending_until + $2::interval where chat_id = $1',
    [chatId, ahead],
  );
  await open.loadSettled(chatId, 60_000);
  const mark = await open.begin(chatId);
  await open.end(chatId, mark);
});
