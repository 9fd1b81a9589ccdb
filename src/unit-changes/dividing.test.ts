import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describePlanKinds } from '../duties/plan-kinds.ts';
import { listStandings } from '../duties/standing.ts';
import { createNudgeWorld, type NudgeWorld } from '../nudges/testing/world.ts';
import { recordUnitChange } from './record-change.ts';

let world: NudgeWorld;
let glar: number;
let officer: number;
/** Two liaisons and a head of Xã Glar. */
let people: { binh: number; yen: number; head: number };
beforeEach(async () => {
  world = await createNudgeWorld();
  glar = await world.unit('Xã Glar');
  officer = await world.person('Hạnh');
  people = {
    binh: await world.person('Bình'),
    yen: await world.person('Yến'),
    head: await world.person('Hùng'),
  };
  await world.member(people.binh, glar);
  await world.member(people.yen, glar);
  await world.member(people.head, glar, 'head');
});
afterEach(() => world.db.drop());

interface Part {
  people?: number[];
  exemplars?: number[];
}

/** Divides Xã Glar today into Một, Hai and so on; returns their ids. */
async function divide(parts: Part[]): Promise<number[]> {
  const at = world.clock.now();
  const { db, plan } = world;
  const { id: draftId } = await db.prisma.draft.create({
    data: { form: 'unit-change', openedBy: 'u', personId: officer, createdAt: at, updatedAt: at },
  });
  const names = ['Một', 'Hai', 'Ba'];
  const recorded = await recordUnitChange(
    { db, plans: [describePlanKinds(plan)], zone: plan.zone },
    {
      ...{ action: 'split', on: at.toISOString().slice(0, 10), ground: 'Nghị quyết', before: [glar] },
      after: parts.map((part, i) => ({
        ...{ code: `P${i}X`, name: `Xã ${names[i]}`, short: `${names[i]}`, kind: 'commune', ...part },
      })),
      ...{ draftId, by: { personId: officer, channel: 'web' }, at },
    },
  );
  const { units } = await db.prisma.unitChange.findUniqueOrThrow({ where: { id: recorded?.id ?? 0 } });
  return units;
}

type Who = keyof typeof people;

describe('people of a divided unit', () => {
  test.each<[name: string, chosen: Who[][] | undefined, serving: Who[][]]>([
    [
      'nothing chosen: everyone serves each part',
      [[], []],
      [
        ['binh', 'yen', 'head'],
        ['binh', 'yen', 'head'],
      ],
    ],
    ['one part each', [['binh', 'head'], ['yen']], [['binh', 'head'], ['yen']]],
    [
      'one in both',
      [
        ['binh', 'head'],
        ['yen', 'head'],
      ],
      [
        ['binh', 'head'],
        ['yen', 'head'],
      ],
    ],
    [
      'one in no list serves each',
      [['binh'], ['yen']],
      [
        ['binh', 'head'],
        ['yen', 'head'],
      ],
    ],
    ['all in the second', [[], ['binh', 'yen', 'head']], [[], ['binh', 'yen', 'head']]],
    ['three parts', [['binh'], ['yen'], ['binh', 'head']], [['binh'], ['yen'], ['binh', 'head']]],
    ['recorded before it could be chosen: the first', undefined, [['binh', 'yen', 'head'], []]],
  ])('%s', async (_, chosen, serving) => {
    const parts = (chosen ?? [undefined, undefined]).map((who) =>
      who ? { people: who.map((one) => people[one]) } : {},
    );
    const made = await divide(parts);
    for (const [i, unitId] of made.entries()) {
      const held = await world.db.prisma.membership.findMany({ where: { unitId, until: null } });
      const expected = (serving[i] ?? []).map((one) => [people[one], one === 'head' ? 'head' : 'liaison']);
      expect(held.map(({ personId, role }) => [personId, role]).sort(), `part ${i + 1}`).toEqual(
        expected.sort(),
      );
    }
    expect(await world.db.prisma.membership.count({ where: { unitId: glar, until: null } })).toBe(0);
  });
});

describe('exemplars of a divided unit', () => {
  const standingsOf = async (unitId: number) =>
    (await listStandings({ ...world, now: world.clock.now() }, { unitIds: [unitId] })).find(
      ({ duty }) => duty === 'registration',
    );
  const idsOf = async (unitId: number) =>
    (await world.db.prisma.exemplar.findMany({ where: { unitId }, orderBy: { id: 'asc' } })).map(
      ({ id }) => id,
    );

  test('before the due each part has its own quota to reach', async () => {
    await world.register(glar, people.binh, 11);
    const all = await idsOf(glar);
    const [one = 0, two = 0] = await divide([{ people: [] }, { people: [], exemplars: all.slice(0, 4) }]);
    expect([await idsOf(one), await idsOf(two)]).toEqual([all.slice(4), all.slice(0, 4)]);
    expect(await standingsOf(one)).toMatchObject({ status: 'missing', counted: 7 });
    expect(await standingsOf(two)).toMatchObject({ status: 'missing', counted: 4 });
  });

  test('after the due what was done stays done, and the other part owes nothing', async () => {
    await world.register(glar, people.binh, 11);
    const all = await idsOf(glar);
    world.goTo('2021-10-01');
    const [one = 0, two = 0] = await divide([{ people: [] }, { people: [], exemplars: all.slice(0, 4) }]);
    expect([await idsOf(one), await idsOf(two)]).toEqual([all.slice(4), all.slice(0, 4)]);
    expect(await standingsOf(one)).toMatchObject({ status: 'done', counted: 11 });
    expect(await standingsOf(two)).toBeUndefined();
    expect(await world.planNow()).toEqual({ deliveries: 0 });
  });

  test('an exemplar of another unit does not come along', async () => {
    const trang = await world.unit('Xã Trang');
    await world.register(trang, people.binh, 1);
    const others = await idsOf(trang);
    const [, two = 0] = await divide([{ people: [] }, { people: [], exemplars: others }]);
    expect([await idsOf(trang), await idsOf(two)]).toEqual([others, []]);
  });

  test('documents handed in before count for each part', async () => {
    await world.file(glar, people.binh, 'implementationPlan');
    const made = await divide([{ people: [] }, { people: [] }, { people: [] }]);
    for (const unitId of made) {
      const standings = await listStandings({ ...world, now: world.clock.now() }, { unitIds: [unitId] });
      expect(standings.find(({ duty }) => duty === 'implementationPlan')).toMatchObject({ status: 'done' });
    }
  });

  test('a due of its own holds for each part', async () => {
    await world.db.prisma.dueMove.create({
      data: {
        ...{ planId: world.plan.id, duty: 'registration', unitId: glar, lastDay: new Date('2021-09-15') },
        ...{ reason: 'Mưa lũ kéo dài nhiều ngày', at: world.clock.now(), byId: officer, channel: 'web' },
      },
    });
    const made = await divide([{ people: [] }, { people: [] }]);
    const moves = await world.db.prisma.dueMove.findMany({ where: { unitId: { in: made } } });
    expect(moves.map(({ unitId, lastDay }) => [unitId, lastDay])).toEqual(
      made.map((unitId) => [unitId, new Date('2021-09-15')]),
    );
  });
});
