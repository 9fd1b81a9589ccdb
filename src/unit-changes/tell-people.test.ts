import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describePlanKinds } from '../duties/plan-kinds.ts';
import { createNudgeWorld, type NudgeWorld } from '../nudges/testing/world.ts';
import type { UnitAction } from '../store/generated/enums.ts';
import { applyUnitChanges } from './apply-changes.ts';
import type { UnitAfter } from './change.ts';
import { recordUnitChange, undoUnitChange } from './record-change.ts';

let world: NudgeWorld;
let glar: number;
let trang: number;
let officer: number;
beforeEach(async () => {
  world = await createNudgeWorld();
  glar = await world.unit('Xã Glar');
  trang = await world.unit('Xã Trang');
  officer = await world.person('Hạnh');
  await world.member(officer, null, 'officer');
});
afterEach(() => world.db.drop());

const made = (code: string): UnitAfter => ({ code, name: `Xã ${code}`, short: code, kind: 'commune' });
const whatIs: Record<UnitAction, () => { before: number[]; after: UnitAfter[] }> = {
  created: () => ({ before: [], after: [made('MOI')] }),
  renamed: () => ({ before: [glar], after: [{ name: 'Xã Đak Glar', short: 'Đak Glar' }] }),
  merged: () => ({ before: [glar, trang], after: [made('MOI')] }),
  split: () => ({ before: [glar], after: [made('MOT'), made('HAI')] }),
  closed: () => ({ before: [trang], after: [] }),
};

async function record(action: UnitAction, on: string) {
  const at = world.clock.now();
  const { id: draftId } = await world.db.prisma.draft.create({
    data: {
      form: 'unit-change',
      openedBy: `u-${action}-${on}`,
      personId: officer,
      createdAt: at,
      updatedAt: at,
    },
  });
  const { db, plan } = world;
  return recordUnitChange(
    { db, plans: [describePlanKinds(plan)], zone: plan.zone },
    {
      ...{ action, on, ground: 'Nghị quyết sắp xếp', ...whatIs[action]() },
      ...{ draftId, by: { personId: officer, channel: 'web' }, at },
    },
  );
}

const apply = () =>
  applyUnitChanges({
    ...{ db: world.db, plans: [describePlanKinds(world.plan)] },
    ...{ now: world.clock.now(), zone: world.plan.zone },
  });
const told = () => world.sent.map(({ personId, text }) => [personId, text]);

describe('a change of units is told', () => {
  test.each<[action: UnitAction, people: ('both' | 'head' | 'trang')[]]>([
    ['created', []],
    ['renamed', ['both', 'head']],
    ['merged', ['both', 'head', 'trang']],
    ['split', ['both', 'head']],
    ['closed', ['both', 'trang']],
  ])('once to each person of its units: %s', async (action, people) => {
    const both = await world.person('Bình');
    const head = await world.person('Hùng');
    const ofTrang = await world.person('Yến');
    const left = await world.person('Lan');
    await world.member(both, glar);
    await world.member(both, trang);
    await world.member(both, glar, 'head');
    await world.member(head, glar, 'head');
    await world.member(ofTrang, trang);
    await world.member(left, glar);
    await world.member(left, trang);
    await world.db.prisma.membership.updateMany({
      where: { personId: left },
      data: { until: world.clock.now() },
    });
    await record(action, '2021-08-18');
    await world.sendAll();
    await world.sendAll();
    const ids = { both, head, trang: ofTrang };
    expect(told()).toEqual(people.map((who) => [ids[who], 'unit-changed']));
  });

  test.each<[when: string, day: string, applied: string, notYet: string, then: string]>([
    ['at night: in the morning', '2021-09-06', '2021-09-06 00:05', '2021-09-06 07:00', '2021-09-06 08:00'],
    [
      'before the hours: in the morning',
      '2021-09-07',
      '2021-09-07 06:00',
      '2021-09-07 07:10',
      '2021-09-07 07:30',
    ],
    [
      'in the evening: the next morning',
      '2021-09-07',
      '2021-09-07 18:00',
      '2021-09-08 06:00',
      '2021-09-08 08:00',
    ],
    ['on a Saturday: on Monday', '2021-09-11', '2021-09-11 09:00', '2021-09-12 10:00', '2021-09-13 08:00'],
    [
      'on a public holiday: after it',
      '2021-09-02',
      '2021-09-02 09:00',
      '2021-09-03 10:00',
      '2021-09-06 08:00',
    ],
    ['at Tết: when offices open', '2022-02-01', '2022-02-01 00:05', '2022-02-04 12:00', '2022-02-07 08:00'],
  ])('%s', async (_, day, applied, notYet, then) => {
    const person = await world.person('Bình');
    await world.member(person, glar);
    await record('merged', day);
    await world.sendAll();
    for (const time of [applied, notYet]) {
      const [date = '', hour] = time.split(' ');
      world.goTo(date, hour);
      await Promise.all([apply(), apply()]);
      await world.sendAll();
      expect(told(), time).toEqual([]);
    }
    const [date = '', hour] = then.split(' ');
    world.goTo(date, hour);
    await world.sendAll();
    expect(told()).toEqual([[person, 'unit-changed']]);
  });

  test('when it is taken back before its day, and then no more', async () => {
    const person = await world.person('Bình');
    await world.member(person, glar);
    world.goTo('2021-08-18', '20:00');
    const waiting = await record('merged', '2021-09-06');
    const by = { personId: officer, channel: 'web' };
    await undoUnitChange(world.db, { id: waiting?.id ?? 0, by, at: world.clock.now() });
    await expect(
      undoUnitChange(world.db, { id: waiting?.id ?? 0, by, at: world.clock.now() }),
    ).rejects.toMatchObject({ code: 'unit-change-over' });
    await world.sendAll();
    expect(told()).toEqual([]);
    world.goTo('2021-08-19', '08:00');
    await world.sendAll();
    world.goTo('2021-09-06', '08:00');
    await apply();
    await world.sendAll();
    expect(told()).toEqual([[person, 'unit-change-undone']]);
  });
});
