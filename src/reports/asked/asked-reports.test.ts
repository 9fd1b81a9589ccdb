import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import {
  beginAsked,
  beingSent,
  cancelAsked,
  endAsked,
  findAsked,
  findSameAsked,
  handBackAsked,
  type NewAskedReport,
  noteShare,
  recordSent,
} from './asked-reports.ts';
import { takeOverAsked } from './take-over.ts';

const at = new Date('2021-08-18T01:00:00Z');
const owner = '7';
let db: TestDatabase;
let personId = 0;
let asked = 0;
beforeAll(async () => {
  db = await freshDatabase();
  personId = (await db.prisma.person.create({ data: { createdAt: at } })).id;
});
afterAll(() => db.drop());

/** A report that was asked for in a chat of its own. */
function ask(): NewAskedReport {
  asked += 1;
  return {
    ...{ updateKey: `zalo:${asked}`, channel: 'zalo', chatId: asked, personId, planId: 1 },
    ...{ question: { report: 'tonghop', period: '2021', unitId: null }, pressedIn: 5 },
  };
}

async function begin(): Promise<number> {
  const begun = await beginAsked(db.prisma, ask(), owner, at);
  if (!begun) throw new Error('not begun');
  return begun.id;
}

it.each([
  ['nothing is written yet', 0, true],
  ['half is written', 50, true],
  ['it is written and waits for its channel', 99, true],
  ['its channel takes the file', beingSent, false],
])('a report is cancelled while %s (%i %%): %s', async (_, done, cancelled) => {
  const id = await begin();
  await noteShare(db.prisma, { id, owner }, done);
  expect(await cancelAsked(db.prisma, id, at)).toBe(cancelled);
  // The maker hears of it before it gives the file to the channel, or the file arrives.
  expect(await noteShare(db.prisma, { id, owner }, beingSent)).toBe(!cancelled);
  expect(await endAsked(db.prisma, id, 'sent', at)).toBe(!cancelled);
  expect(await findAsked(db.prisma, id)).toMatchObject({ state: cancelled ? 'cancelled' : 'sent' });
  expect(await cancelAsked(db.prisma, id, at)).toBe(false);
});

it('cancelled as it is finished, it is stopped or sent, never both', async () => {
  for (let round = 0; round < 30; round += 1) {
    const id = await begin();
    const [cancelled, sending] = await Promise.all([
      cancelAsked(db.prisma, id, at),
      noteShare(db.prisma, { id, owner }, beingSent),
    ]);
    expect([cancelled, sending].filter(Boolean)).toHaveLength(1);
  }
});

it('one that could not be begun again is taken over by the next look', async () => {
  await db.prisma.askedReport.deleteMany();
  const id = await begin();
  expect(await takeOverAsked(db.pool, '8')).toEqual([id]);
  // Its owner does not live in this test: only the one who asks is never taken over from itself.
  expect(await takeOverAsked(db.pool, '8')).toEqual([]);
  await handBackAsked(db.prisma, id, '8');
  expect(await takeOverAsked(db.pool, '8')).toEqual([id]);
  await endAsked(db.prisma, id, 'failed', at);
  await handBackAsked(db.prisma, id, '8');
  expect(await takeOverAsked(db.pool, '9')).toEqual([]);
});

it.each([
  ['at once', 0, true],
  ['after nine seconds', 9000, true],
  ['a second before, by the clock of another machine', -1000, true],
  ['after eleven seconds', 11_000, false],
  ['after the clock went back by a minute', -60_000, false],
  ['after the clock went back by an hour', -3_600_000, false],
  ['after the clock went back by a day', -86_400_000, false],
])('a button pressed again %s: a double tap (%i ms): %s', async (_, ms, same) => {
  const sent = ask();
  await recordSent(db.prisma, sent, at);
  const again = { ...sent, updateKey: `${sent.updateKey}-again` };
  const now = new Date(at.getTime() + ms);
  const found = await findSameAsked(db.prisma, again, { now, withinMs: 10_000 });
  expect(found !== undefined).toBe(same);
});
