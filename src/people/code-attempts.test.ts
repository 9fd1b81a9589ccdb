import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { DomainError } from '../errors.ts';
import { attemptCode } from './code-attempts.ts';
import { findInvitation, invite } from './invitations.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase({ poolSize: 8 });
});
afterAll(() => db.drop());

const start = new Date('2021-08-18T08:00:20+07:00');
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
let guessers = 0;
const guesser = () => `account:${++guessers}`;
const goodCode = async () => (await invite(db.prisma, { role: 'manager', at: start })).code;

/** The result of showing `code`: 'right', or the refusal's code. */
async function shows(
  who: string,
  code: string,
  now: Date,
  more: { cause?: string; again?: 'free' | 'counts' } = {},
): Promise<string> {
  const { cause = crypto.randomUUID(), again = 'free' } = more;
  try {
    await attemptCode(db, { who, cause, now, again }, (prisma) => findInvitation(prisma, code, null, now));
    return 'right';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}
async function errs(who: string, times: number, now: Date): Promise<void> {
  for (let i = 0; i < times; i++) expect(await shows(who, 'WRNG2345', now)).toBe('invitation-unknown');
}

test('after five mistakes the right code is refused for a quarter of an hour too', async () => {
  const who = guesser();
  const code = await goodCode();
  await errs(who, 4, start);
  await errs(who, 1, after(5));
  expect(await shows(who, code, after(5))).toBe('too-many-codes');
  expect(await shows(who, code, after(14.9))).toBe('too-many-codes');
  expect(await shows(who, code, after(15))).toBe('right');
});

test('a refusal while blocked neither counts nor extends the wait', async () => {
  const who = guesser();
  await errs(who, 5, start);
  const refusal = await attemptCode(db, { who, cause: 'x', now: after(10), again: 'free' }, () =>
    Promise.reject(new Error('nobody looks')),
  ).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(DomainError);
  // 08:15:20 is shown as 08:16: at 08:15 on the clock it would still be too early.
  const said = refusal instanceof DomainError ? String(refusal.args.when) : '';
  expect(said).toBe(new Date('2021-08-18T08:16:00+07:00').toISOString());
  expect(await shows(who, await goodCode(), new Date(said))).toBe('right');
});

test.each([
  ['used', 'invitation-used', 'used_at = created_at'],
  ['expired', 'invitation-expired', 'expires_at = created_at'],
  ['withdrawn', 'invitation-withdrawn', 'withdrawn_at = created_at'],
])('a code that is %s is a mistake like any other', async (_what, refusal, change) => {
  const who = guesser();
  const code = await goodCode();
  await db.pool.query(`update invitation set ${change} where code = $1`, [code]);
  for (let i = 0; i < 5; i++) expect(await shows(who, code, after(1))).toBe(refusal);
  expect(await shows(who, code, after(1))).toBe('too-many-codes');
});

test('a person who guesses does not block another', async () => {
  await errs(guesser(), 5, start);
  expect(await shows(guesser(), await goodCode(), start)).toBe('right');
});

test('the right code clears earlier mistakes', async () => {
  const who = guesser();
  await errs(who, 4, start);
  expect(await shows(who, await goodCode(), start)).toBe('right');
  await errs(who, 4, start);
  expect(await shows(who, await goodCode(), start)).toBe('right');
});

test('the same good code between guesses clears mistakes only once', async () => {
  const [code, patient, greedy] = [await goodCode(), guesser(), guesser()];
  for (const who of [patient, greedy]) {
    await errs(who, 4, start);
    expect(await shows(who, code, start)).toBe('right');
    await errs(who, 4, start);
  }
  expect(await shows(patient, code, start)).toBe('right');
  await errs(patient, 1, start);
  expect(await shows(patient, code, start)).toBe('too-many-codes');

  expect(await shows(greedy, code, start, { again: 'counts' })).toBe('right');
  expect(await shows(greedy, code, start, { again: 'counts' })).toBe('too-many-codes');
});

test('an update that is handled again is neither counted nor refused again', async () => {
  const who = guesser();
  await errs(who, 4, start);
  for (let i = 0; i < 3; i++) {
    expect(await shows(who, 'WRNG2345', start, { cause: 'telegram:7' })).toBe('invitation-unknown');
  }
  expect(await shows(who, 'WRNG2345', start)).toBe('too-many-codes');
});

test('thirty guesses at the same moment are five', async () => {
  const who = guesser();
  const outcomes = await Promise.all(Array.from({ length: 30 }, () => shows(who, 'WRNG2345', start)));
  expect(outcomes.filter((outcome) => outcome === 'invitation-unknown')).toHaveLength(5);
});

test.each([
  ['in the order in which they read the clock', (i: number) => i],
  ['in the opposite order', (i: number) => 30 - i],
  ['in any order', (i: number) => (i * 7) % 30],
  ['on clocks that are a minute apart', (i: number) => (i % 2) * 60_000],
])('thirty guesses sent at once are five: %s', async (_how, ms) => {
  const who = guesser();
  const outcomes = await Promise.all(
    Array.from({ length: 30 }, (_, i) => shows(who, 'WRNG2345', new Date(start.getTime() + ms(i)))),
  );
  expect(outcomes.filter((outcome) => outcome === 'invitation-unknown')).toHaveLength(5);
});

test('in any quarter of an hour at most five wrong codes are looked up', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 40 }), async (seconds) => {
      const who = guesser();
      const looked: number[] = [];
      let at = 0;
      for (const more of seconds) {
        at += more;
        if ((await shows(who, 'WRNG2345', after(at / 60))) === 'invitation-unknown') looked.push(at);
      }
      looked.forEach((first, i) => {
        expect(looked.filter((one, k) => k >= i && one < first + 900).length).toBeLessThanOrEqual(5);
      });
    }),
    { numRuns: 15 },
  );
});

test('two accounts that guess at the same moment have five guesses each', async () => {
  const [one, other] = [guesser(), guesser()];
  const code = await goodCode();
  const inTurn = Array.from({ length: 24 }, (_, i) => shows(i % 2 === 0 ? one : other, 'WRNG2345', start));
  const outcomes = await Promise.all(inTurn);
  expect(outcomes.filter((outcome) => outcome === 'invitation-unknown')).toHaveLength(10);
  expect(outcomes.filter((outcome) => outcome === 'too-many-codes')).toHaveLength(14);
  for (const who of [one, other]) expect(await shows(who, code, after(1))).toBe('too-many-codes');
  const counted = await db.pool.query(
    'select who, count(*) as n from code_attempt where who = any ($1) group by who order by who',
    [[one, other]],
  );
  expect(counted.rows.map(({ n }) => n)).toEqual([5, 5]);
});

test('a code shown by two accounts at once works for both while a third guesses', async () => {
  const code = await goodCode();
  const [one, other, third] = [guesser(), guesser(), guesser()];
  await errs(one, 4, start);
  const [first, second, ...wrong] = await Promise.all([
    shows(one, code, start),
    shows(other, code, start),
    ...Array.from({ length: 7 }, () => shows(third, 'WRNG2345', start)),
  ]);
  expect([first, second]).toEqual(['right', 'right']);
  expect(wrong.filter((outcome) => outcome === 'too-many-codes')).toHaveLength(2);
  await errs(other, 4, start);
  expect(await shows(other, code, start)).toBe('right');
});

test.each(['account:1700', 'account:telegram:905', 'address:203.0.113.7', 'address:2001:db8::1', 'person:3'])(
  'mistakes of a guesser known as %s are counted',
  async (who) => {
    await errs(who, 5, start);
    expect(await shows(who, await goodCode(), start)).toBe('too-many-codes');
  },
);
