import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { layUnits, plan101, register } from '../../tests/documents/sample.ts';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { transact } from '../store/transaction.ts';
import { handOverUnits } from '../unit-changes/hand-over.ts';
import { chooseDelegate, dropDelegate } from './decide-nomination.ts';
import { findDelegateNumber, setDelegateNumber } from './delegate-number.ts';
import { nominateForUnit } from './nominate-for-unit.ts';
import { listNominations } from './nomination.ts';
import { saveNominations, type WantedNomination } from './save-nominations.ts';

const at = new Date('2025-04-10T02:00:00Z');
const grounds = 'Giữ rừng ba năm liền, hai làng đã làm theo';
const reason = 'Duy trì ba năm liền, nhiều nơi làm theo';

let db: TestDatabase;
let glar: number;
let hnol: number;
let liaison: number;
let officers: [number, number];
/** Ids of approved exemplars of Glar, by their number. */
let exemplars: number[];
beforeAll(async () => {
  db = await freshDatabase();
  const laid = await layUnits(db, plan101);
  liaison = laid.liaison;
  const named = (name: string) => laid.units.find((one) => one.name === name);
  const [one, other] = [named('Xã Glar'), named("Xã H'Nol")];
  if (!one || !other) throw new Error('the units are not there');
  [glar, hnol] = [one.id, other.id];
  await register(db, plan101, liaison, [
    ...[1, 2, 3].map((number) => ({ unit: one, number, status: 'approved' as const })),
    { unit: one, number: 4, status: 'submitted' },
  ]);
  exemplars = (await db.prisma.exemplar.findMany({ orderBy: { code: 'asc' } })).map(({ id }) => id);
  const person = async (name: string) => {
    const { id } = await db.prisma.person.create({
      data: {
        ...{ name, createdAt: at },
        memberships: { create: { role: 'officer', officeId: 1, since: at } },
      },
    });
    return id;
  };
  officers = [await person('Hạnh'), await person('Hai')];
  await db.prisma.membership.create({
    data: { personId: liaison, role: 'liaison', unitId: glar, since: at },
  });
});
beforeEach(async () => {
  await db.pool.query('alter table nomination_change disable trigger user');
  await db.pool.query('delete from nomination_change');
  await db.pool.query('alter table nomination_change enable trigger user');
  await db.pool.query('delete from nomination');
});
afterAll(() => db.drop());

const save = (wanted: WantedNomination[], unitId = glar) =>
  transact(db, ({ prisma }) =>
    saveNominations(prisma, { planId: 1, unitId }, wanted, {
      ...{ personId: liaison, channel: 'zalo', at, onBehalf: false },
    }),
  );
const nominated = (n: number, words = grounds): WantedNomination => ({
  exemplarId: exemplars[n] ?? 0,
  grounds: words,
});
const by = (which: 0 | 1) => ({ personId: officers[which], channel: 'web', at });
const only = async () => {
  const [one] = await listNominations(db.prisma, { planId: 1 });
  if (!one) throw new Error('no nomination');
  return { ...one, seen: one.changes.at(-1)?.id ?? 0 };
};
const draft = async () => {
  const times = { createdAt: at, updatedAt: at };
  const { id } = await db.prisma.draft.create({
    data: { form: 'x', personId: officers[0], openedBy: crypto.randomUUID(), ...times },
  });
  return id;
};
const told = () => db.prisma.delivery.count({ where: { kind: { startsWith: 'nomination-' } } });

describe('the nominations of a unit', () => {
  it.each<[string, words: string[][], steps: string[]]>([
    ['are written once', [[grounds], [grounds]], ['nominate']],
    ['change their grounds', [[grounds], [`${grounds}, năm 2025`]], ['nominate', 'change']],
    ['are taken back', [[grounds], []], ['nominate', 'withdraw']],
    ['come again', [[grounds], [], [grounds]], ['nominate', 'withdraw', 'nominate']],
    ['are none', [[]], []],
  ])('%s', async (_what, lists, steps) => {
    for (const list of lists) await save(list.map((words) => nominated(0, words)));
    const found = await db.prisma.nominationChange.findMany({ orderBy: { id: 'asc' } });
    expect(found.map(({ action }) => action)).toEqual(steps);
    expect(await db.prisma.nomination.count()).toBe(steps.length === 0 ? 0 : 1);
  });

  it('keep the one that an officer decided on, though a later list leaves it out', async () => {
    await save([nominated(0), nominated(1)]);
    const first = await only();
    await chooseDelegate(db, { id: first.id, seen: first.seen }, by(0));
    await save([nominated(2)]);
    const states = await db.prisma.nomination.findMany({ orderBy: { id: 'asc' } });
    expect(states.map(({ state }) => state)).toEqual(['chosen', 'withdrawn', 'nominated']);
  });
});

describe('a decision', () => {
  it('is made once, pressed twice, and the unit is told once', async () => {
    await save([nominated(0)]);
    const { id, seen } = await only();
    const before = await told();
    const first = await chooseDelegate(db, { id, seen }, by(0));
    expect(first.deliveries).toHaveLength(1);
    expect((await chooseDelegate(db, { id, seen }, by(0))).deliveries).toEqual([]);
    expect((await told()) - before).toBe(1);
    expect(await only()).toMatchObject({ state: 'chosen', reason: null, decidedById: officers[0] });
  });

  it('of two officers at the same instant is made by one; the other reads who', async () => {
    await save([nominated(0)]);
    const { id, seen } = await only();
    const both = await Promise.allSettled([
      chooseDelegate(db, { id, seen }, by(0)),
      dropDelegate(db, { id, seen, reason }, by(1)),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [refused] = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toMatchObject({
      code: 'nomination-changed',
      args: { who: expect.stringMatching(/^H/) },
    });
    expect((await only()).changes).toHaveLength(2);
  });

  it('may be turned round by who has seen it, with the reason kept in the history', async () => {
    await save([nominated(0)]);
    const first = await only();
    await dropDelegate(db, { id: first.id, seen: first.seen, reason }, by(0));
    await expect(chooseDelegate(db, { id: first.id, seen: first.seen }, by(1))).rejects.toMatchObject({
      code: 'nomination-changed',
    });
    const { id, seen } = await only();
    await chooseDelegate(db, { id, seen }, by(1));
    const { state, changes } = await only();
    expect(state).toBe('chosen');
    expect(changes.map((one) => [one.action, one.reason])).toEqual([
      ['nominate', null],
      ['drop', reason],
      ['choose', null],
    ]);
  });

  it('gets a reason later, by the draft that held it, once', async () => {
    await save([nominated(0)]);
    const { id, seen } = await only();
    await chooseDelegate(db, { id, seen }, by(0));
    const draftId = await draft();
    const explain = { id, seen: (await only()).seen, reason, draftId };
    await chooseDelegate(db, explain, by(0));
    expect((await chooseDelegate(db, explain, by(0))).deliveries).toEqual([]);
    expect(await only()).toMatchObject({ state: 'chosen', reason });
    expect((await only()).changes).toHaveLength(3);
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['withdrawn', () => save([]), 'nomination-gone'],
    [
      'whose unit changed the grounds',
      () => save([nominated(0, `${grounds}, năm 2025`)]),
      'nomination-changed',
    ],
    [
      'whose exemplar is in review again',
      () =>
        db.pool.query(
          `update exemplar set status = 'submitted', decided_at = null, decided_by_id = null where id = ${exemplars[0]}`,
        ),
      'nomination-gone',
    ],
  ])('is refused about one %s', async (_what, change, code) => {
    await save([nominated(0)]);
    const { id, seen } = await only();
    await change();
    await expect(chooseDelegate(db, { id, seen }, by(0))).rejects.toMatchObject({ code });
    await db.prisma.exemplar.update({
      where: { id: exemplars[0] ?? 0 },
      data: { status: 'approved', decidedAt: at, decidedById: liaison },
    });
  });

  it('is refused about one that does not exist', async () => {
    await expect(chooseDelegate(db, { id: 999_999, seen: 0 }, by(0))).rejects.toMatchObject({
      code: 'nomination-not-found',
    });
  });
});

describe('an officer who nominates for a unit', () => {
  it('does so once for a draft, and the unit is told', async () => {
    const wanted = { ...nominated(1), planId: 1, draftId: await draft() };
    const first = await nominateForUnit(db, wanted, by(0));
    expect(first).toMatchObject({ unitId: glar, deliveries: [expect.any(Number)] });
    expect((await nominateForUnit(db, wanted, by(0))).deliveries).toEqual([]);
    expect(await only()).toMatchObject({ onBehalf: true, unitId: glar, state: 'nominated' });
  });

  it.each([
    ['an exemplar that is not approved', 3, 1, 'nomination-gone'],
    ['an exemplar of no one', 99, 1, 'exemplar-not-found'],
  ])('is refused %s', async (_what, n, planId, code) => {
    const wanted = { exemplarId: exemplars[n] ?? 999_999, grounds, planId, draftId: await draft() };
    await expect(nominateForUnit(db, wanted, by(0))).rejects.toMatchObject({ code });
  });
});

it('says how many delegates go: the plan, then what an officer said last', async () => {
  const { conference } = plan101;
  const plan = { id: 1, ...(conference && { conference: { ...conference, delegates: 40 } }) };
  expect(await findDelegateNumber(db.prisma, plan)).toBe(40);
  const draftId = await draft();
  for (const _again of [1, 2]) await setDelegateNumber(db, { planId: 1, delegates: 60, draftId }, by(0));
  expect(await findDelegateNumber(db.prisma, plan)).toBe(60);
  expect(await db.prisma.delegateNumber.count()).toBe(1);
  await setDelegateNumber(db, { planId: 1, delegates: null, draftId: await draft() }, by(1));
  expect(await findDelegateNumber(db.prisma, plan)).toBeUndefined();
});

it('follows to the unit that takes over, with what was decided', async () => {
  await save([nominated(0), nominated(1)]);
  const { id, seen } = await only();
  await chooseDelegate(db, { id, seen }, by(0));
  await transact(db, ({ sql }) =>
    handOverUnits(sql, {
      ...{ from: [glar], to: [{ unitId: hnol }], at, byId: officers[0], channel: 'web' },
      reason: 'Nghị quyết sắp xếp',
    }),
  );
  const moved = await listNominations(db.prisma, { unitIds: [hnol] });
  expect(moved.map(({ state }) => state)).toEqual(['chosen', 'nominated']);
  expect(await listNominations(db.prisma, { unitIds: [glar] })).toEqual([]);
  // The successor's list may name them again: they stay one each.
  await save([nominated(0), nominated(1)], hnol);
  expect(await db.prisma.nomination.count()).toBe(2);
});
