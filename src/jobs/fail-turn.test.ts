import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { claimTurns } from './claim-turns.ts';
import { failTurn, maxUpdateAttempts } from './fail-turn.ts';
import { acceptUpdates } from './inbox.ts';
import type { Turn } from './turn.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.drop());

const instance = 7;

/** Stores one update of this chat. */
async function stored(chatId: number): Promise<string> {
  const chat = { id: chatId, type: 'private' as const, first_name: 'Bình' };
  const message = { message_id: 1, date: 0, chat, text: 'chào' };
  await acceptUpdates(db.pool, 'zalo', [
    { key: `m${chatId}`, update: { update_id: chatId, message } as never },
  ]);
  return `zalo:${chatId}`;
}

/** Takes it at once, regardless of its scheduled time. */
async function taken(chatKey: string): Promise<Turn> {
  await db.pool.query('update inbox_update set retry_at = null where chat_key = $1', [chatKey]);
  const [claim] = await claimTurns(db.pool, [chatKey], instance);
  if (claim?.kind !== 'turn') throw new Error(`nothing to take: ${claim?.kind}`);
  return claim.turn;
}

it('an update that fails by itself is stored as failed after five attempts', async () => {
  const chatKey = await stored(1);
  const waits: unknown[] = [];
  for (let n = 1; n <= maxUpdateAttempts; n++)
    waits.push(await failTurn(db.pool, await taken(chatKey), instance, 'Error'));
  expect(waits).toEqual([
    { kind: 'retry', inMs: 1000 },
    { kind: 'retry', inMs: 4000 },
    { kind: 'retry', inMs: 15_000 },
    { kind: 'retry', inMs: 60_000 },
    { kind: 'failed' },
  ]);
});

it('an update that its channel prevents is tried for hours, at growing intervals', async () => {
  const chatKey = await stored(2);
  const trouble = { inMs: 35_000, forMs: 6 * 3_600_000 };
  const cameAgo = (ago: string) =>
    db.pool.query(
      'update inbox_update set received_at = clock_timestamp() - $2::interval where chat_key = $1',
      [chatKey, ago],
    );
  const waitS = async () => {
    const outcome = await failTurn(db.pool, await taken(chatKey), instance, 'GrammyError', trouble);
    return outcome.kind === 'retry' ? Math.round(outcome.inMs / 1000) : outcome.kind;
  };
  expect([await waitS(), await waitS(), await waitS(), await waitS(), await waitS()]).toEqual([
    1, 4, 15, 35, 35,
  ]);
  for (const [ago, wait] of [
    ['2 minutes', 60],
    ['30 minutes', 900],
    ['5 hours', 1800],
  ] as const) {
    await cameAgo(ago);
    const waited = await waitS();
    // Half of its age, which grows until the statement reads it.
    expect(waited).toBeGreaterThanOrEqual(wait);
    expect(waited).toBeLessThan(wait + 20);
  }
  // A process died during one of them: the next is a normal attempt.
  await taken(chatKey);
  expect(await waitS()).toBe(1800);
  await cameAgo('7 hours');
  expect([await waitS(), await waitS()]).toEqual([60, 'failed']);
});
