import { randomUUID } from 'node:crypto';
import pg from 'pg';
import pino from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { realClock } from '../../src/clock.ts';
import { loadDraft, openDraft, saveDraft } from '../../src/drafts/draft.ts';
import { createChatQueue } from '../../src/jobs/chat-queue.ts';
import { acceptUpdates } from '../../src/jobs/inbox.ts';
import { prepareJobs } from '../../src/jobs/runner.ts';
import type { SentRecord } from '../../src/jobs/sent-record.ts';
import type { Turn } from '../../src/jobs/turn.ts';
import { connect, type Database } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { startThrowAway } from '../../src/store/start-throw-away.ts';

const instance = 7;
const chatKey = 'telegram:8123';
const at = new Date('2021-08-18T01:00:00Z');
const log = pino({ level: 'silent' });

/** A database of its own with one update of the chat in its inbox. */
async function startWithUpdate() {
  // A commit that does not wait stays in the server's memory until the next flush.
  const server = await startThrowAway(log, { wal_writer_delay: '10s' });
  onTestFinished(() => server.stop());
  await migrate({ url: server.url, log });
  const db = connect({ url: server.url, log });
  onTestFinished(() => db.close());
  await prepareJobs(server.url, log);
  const chat = { id: 8123, type: 'private' as const, first_name: 'Bình' };
  const message = { message_id: 1, date: 0, chat, from: { id: 8123, is_bot: false, first_name: 'Bình' } };
  await acceptUpdates(db.pool, 'telegram', [
    { key: '1', update: { update_id: 1, message: { ...message, text: 'Làng Đê Kốp' } } },
  ]);
  return { server, db };
}

/** A queue that handles updates so. */
function queueOf(db: Database, handle: (turn: Turn) => Promise<void>) {
  return createChatQueue({
    pool: db.pool,
    clock: realClock,
    log,
    instance: () => instance,
    handle,
    giveUp: async () => undefined,
    again: async () => undefined,
    cutOffMs: 60_000,
  });
}

const opening = { form: 'registration', personId: null, chatKey, at };

it('an answer survives a database crash between its commit and the end of its turn', async () => {
  const { server, db } = await startWithUpdate();
  const draft = await openDraft(db.pool, { ...opening, openedBy: randomUUID() });
  const told: SentRecord = {
    digest: 'next question',
    arrived: true,
    unsure: 0,
    parts: { arrived: 1, of: 1, maybeAgain: false },
  };
  const sentBefore: SentRecord[][] = [];
  const revisions: number[] = [];
  const queue = queueOf(db, async (turn) => {
    const found = await loadDraft(db.pool, draft.id);
    if (!found) throw new Error('the draft is gone');
    sentBefore.push([...turn.sent]);
    revisions.push(found.rev);
    await saveDraft(db.pool, found, { answers: { name: 'Làng Đê Kốp' }, cursor: null, by: turn, at });
    if (revisions.length > 1) return;
    turn.sent = [told];
    await crash(server.url);
  });
  await queue.drain(chatKey);

  expect(revisions, 'the crash has undone the first write').toEqual([draft.rev, draft.rev]);
  expect(sentBefore, 'what was said is not said again').toEqual([[], [told]]);
  expect((await loadDraft(db.pool, draft.id))?.answers).toEqual({ name: 'Làng Đê Kốp' });
  const { rows } = await db.pool.query('select status from inbox_update');
  expect(rows).toEqual([{ status: 'done' }]);
});

it('an opened form survives a database crash before the end of its turn', async () => {
  const { server, db } = await startWithUpdate();
  let attempts = 0;
  const queue = queueOf(db, async (turn) => {
    const draft = await openDraft(db.pool, { ...opening, openedBy: turn.updateKey }, turn);
    turn.formDraftId = draft.id;
    attempts += 1;
    if (attempts === 1) await crash(server.url);
  });
  await queue.drain(chatKey);

  expect(attempts, 'the crash has undone the first one').toBe(2);
  const { rows } = await db.pool.query(
    'select u.status, d.opened_by from inbox_update u join chat c on c.key = u.chat_key join draft d on d.id = c.draft_id',
  );
  expect(rows).toEqual([{ status: 'done', opened_by: 'telegram:1' }]);
});

/** Kills one session of the server as kill -9 does: the server starts over from its log. */
async function crash(url: string): Promise<void> {
  const [victim, witness] = [new pg.Client(url), new pg.Client(url)];
  victim.on('error', () => undefined);
  // A victim is gone a moment before its server knows; then the server ends all other sessions.
  const known = new Promise<void>((resolve) => witness.on('error', () => resolve()));
  await victim.connect();
  await witness.connect();
  const { rows } = await victim.query<{ pid: number }>('select pg_backend_pid() as pid');
  process.kill(rows[0]?.pid ?? 0, 'SIGKILL');
  await known;
  await expect
    .poll(
      async () => {
        const client = new pg.Client(url);
        client.on('error', () => undefined);
        try {
          await client.connect();
          return (await client.query('select 1')).rowCount;
        } catch {
          return 0;
        } finally {
          await client.end().catch(() => undefined);
        }
      },
      { timeout: 60_000, interval: 50 },
    )
    .toBe(1);
}
