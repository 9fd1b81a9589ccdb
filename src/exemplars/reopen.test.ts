import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { at, createNudgeWorld, type NudgeWorld } from '../nudges/testing/world.ts';
import { reopenExemplar } from './reopen.ts';
import { type Decision, decide } from './review.ts';

let world: NudgeWorld;
let police: number;
let liaison: number;
let officer: number;
let drafts = 0;

beforeAll(async () => {
  world = await createNudgeWorld();
  liaison = await world.person('Phạm Quốc Tuấn');
  officer = await world.person('Trần Thị Hạnh');
});
afterAll(() => world.db.drop());
// Police may register 7 at most (Plan 101, IV.1).
beforeEach(async () => {
  police = await world.unit('Công an huyện', 'police');
  await world.member(liaison, police);
  world.goTo('2021-08-20', '10:00');
});

async function registered(count: number): Promise<number[]> {
  await world.register(police, liaison, count);
  const rows = await world.db.prisma.exemplar.findMany({ where: { unitId: police }, orderBy: { id: 'asc' } });
  return rows.map(({ id }) => id);
}

async function draft(): Promise<number> {
  drafts += 1;
  const now = world.clock.now();
  const { id } = await world.db.prisma.draft.create({
    data: {
      form: 'reopen',
      personId: officer,
      openedBy: `telegram:${drafts}`,
      createdAt: now,
      updatedAt: now,
    },
  });
  return id;
}

const by = () => ({ personId: officer, channel: 'web' });
const reopen = async (id: number, draftId?: number) =>
  reopenExemplar(world, id, {
    ...by(),
    reason: 'Bấm nhầm khi đang xem',
    draftId: draftId ?? (await draft()),
  });
const row = (id: number) => world.db.prisma.exemplar.findUniqueOrThrow({ where: { id } });

describe('taking a decision back', () => {
  test.each<Decision>([
    { action: 'approve' },
    { action: 'return', fields: ['summary'], reason: 'Bổ sung số liệu' },
    { action: 'reject', reason: 'Trùng với năm trước' },
  ])('after %o it waits again, counts, and the liaison is told', async (decision) => {
    const [id = 0] = await registered(1);
    await decide(world, id, decision, by());
    world.goTo('2021-08-21', '11:00');
    const { exemplar, counted, deliveries } = await reopen(id);
    expect(exemplar).toMatchObject({
      status: 'submitted',
      decidedAt: null,
      decisionReason: null,
      returnedFields: [],
    });
    expect(exemplar.submittedAt).toEqual(at('2021-08-20', '10:00'));
    expect(counted).toBe(1);
    const notices = await world.db.prisma.delivery.findMany({ where: { id: { in: deliveries } } });
    expect(notices.map(({ kind, personId }) => [kind, personId])).toEqual([['exemplar-reopen', liaison]]);
    const history = await world.db.prisma.exemplarChange.findMany({
      where: { exemplarId: id },
      orderBy: { id: 'desc' },
    });
    expect(history[0]).toMatchObject({
      action: 'reopen',
      reason: 'Bấm nhầm khi đang xem',
      personId: officer,
    });
  });

  test('with the same draft again changes nothing more', async () => {
    const [id = 0] = await registered(1);
    await decide(world, id, { action: 'approve' }, by());
    const draftId = await draft();
    await reopen(id, draftId);
    await decide(world, id, { action: 'approve' }, by());
    expect((await reopen(id, draftId)).deliveries).toEqual([]);
    expect((await row(id)).status).toBe('approved');
  });

  test('two officers at once: the second is told who, and when', async () => {
    const [id = 0] = await registered(1);
    await decide(world, id, { action: 'approve' }, by());
    await reopen(id);
    await expect(reopen(id)).rejects.toMatchObject({
      code: 'exemplar-not-decided',
      args: { status: 'reopened', who: 'Trần Thị Hạnh', when: at('2021-08-20', '10:00').toISOString() },
    });
  });

  test.each([
    ['submitted', 'submitted'],
    ['withdrawn', 'withdrawn'],
  ] as const)('what is %s has no decision to take back', async (status, said) => {
    const [id = 0] = await registered(1);
    await world.db.prisma.exemplar.update({ where: { id }, data: { status } });
    await expect(reopen(id)).rejects.toMatchObject({ code: 'exemplar-not-decided', args: { status: said } });
    await expect(reopen(2 ** 31 - 1)).rejects.toMatchObject({ code: 'exemplar-not-found' });
  });
});

describe('the quota is counted again', () => {
  test('a rejected one takes the last place, or is an exception when the unit is full', async () => {
    const [first = 0, second = 0] = await registered(2);
    for (const id of [first, second])
      await decide(world, id, { action: 'reject', reason: 'Chưa đủ căn cứ' }, by());
    await registered(6);
    expect(await reopen(first)).toMatchObject({ counted: 7, max: 7, exemplar: { overQuota: false } });
    expect(await reopen(second)).toMatchObject({ counted: 8, max: 7, exemplar: { overQuota: true } });
  });

  test('of two reopened at once only one gets the last place', async () => {
    const [first = 0, second = 0] = await registered(2);
    for (const id of [first, second])
      await decide(world, id, { action: 'reject', reason: 'Chưa đủ căn cứ' }, by());
    await registered(6);
    const done = await Promise.all([reopen(first), reopen(second)]);
    expect(done.map(({ exemplar }) => exemplar.overQuota).sort()).toEqual([false, true]);
  });

  test('an approved one keeps its place, and an exception with room becomes a normal one', async () => {
    const ids = await registered(8);
    const [within = 0] = ids;
    const exception = ids.at(-1) ?? 0;
    await world.db.prisma.exemplar.update({ where: { id: exception }, data: { overQuota: true } });
    for (const id of [within, exception]) await decide(world, id, { action: 'approve' }, by());
    expect((await reopen(within)).exemplar.overQuota).toBe(false);
    await world.db.prisma.exemplar.update({ where: { id: ids[1] ?? 0 }, data: { status: 'withdrawn' } });
    expect((await reopen(exception)).exemplar.overQuota).toBe(false);
  });
});
