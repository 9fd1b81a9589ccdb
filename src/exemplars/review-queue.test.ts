import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, createNudgeWorld, type NudgeWorld } from '../nudges/testing/world.ts';
import { countQueue, nextWaiting, type QueueFilter, readQueue, type WaitingItem } from './review-queue.ts';

let world: NudgeWorld;
let glar: number;
let police: number;
let person: number;

beforeAll(async () => {
  world = await createNudgeWorld();
  glar = await world.unit('Xã Glar');
  police = await world.unit('Công an huyện', 'police');
  person = await world.person('Nguyễn Văn A');
  world.goTo('2021-08-19');
  await exemplar('Đồi chè', glar);
  world.goTo('2021-08-20');
  await world.file(glar, person, 'implementationPlan');
  world.goTo('2021-08-21');
  await exemplar('Tổ an ninh', police, { category: 'defence_security' });
  world.goTo('2021-08-26');
  await world.file(police, person, 'implementationPlan');
  world.goTo('2021-08-27');
  await exemplar('Vườn ươm', glar);
  await exemplar('Nhà rông', glar, { overQuota: true });
  // Not waiting: decided, or replaced by a newer version.
  await exemplar('Đã duyệt', glar, { status: 'approved', decidedAt: at('2021-08-29') });
  world.goTo('2021-08-28');
  await world.file(glar, person, 'implementationPlan');
  await world.db.prisma.filing.create({
    data: {
      unitId: police,
      duty: 'periodSummary',
      planId: 1,
      filedAt: at('2021-08-28'),
      filedById: person,
      channel: 'web',
      status: 'accepted',
      decidedAt: at('2021-08-29'),
    },
  });
});
afterAll(() => world.db.drop());

async function exemplar(name: string, unitId: number, more: object = {}): Promise<void> {
  await world.register(unitId, person, 1);
  const [last] = await world.db.prisma.exemplar.findMany({ orderBy: { id: 'desc' }, take: 1 });
  await world.db.prisma.exemplar.update({ where: { id: last?.id ?? 0 }, data: { name, ...more } });
}

const say = (one: WaitingItem) => (one.what === 'exemplar' ? one.name : `${one.duty} ${one.unitName}`);

async function shown(filter: QueueFilter, page = 0, perPage = 8): Promise<string[]> {
  const { lines } = await readQueue(world.db.pool, [world.plan], filter, { page, perPage });
  return lines.map(say);
}

const everything = [
  'Đồi chè',
  'Tổ an ninh',
  'implementationPlan Công an huyện',
  'Vườn ươm',
  'Nhà rông',
  'implementationPlan Xã Glar',
];

test('exemplars and the newest versions of documents wait in one queue, oldest first', async () => {
  expect(await shown({})).toEqual(everything);
});

const of = (...places: number[]) => places.map((place) => everything[place] ?? '');

test.each<[string, (units: { glar: number; police: number }) => QueueFilter, string[]]>([
  ['a unit', (u) => ({ unitId: u.police }), of(1, 2)],
  ['a kind', () => ({ kind: 'commune' }), of(0, 3, 4, 5)],
  ['a category', () => ({ category: 'defence_security' }), of(1)],
  // The first version of Glar's plan was in time, so the newest does not count as late.
  ['what is late', () => ({ late: true }), of(2, 3, 4)],
  ['exceptions', () => ({ exceptions: true }), of(4)],
  ['documents', () => ({ documents: true }), of(2, 5)],
  ['late documents', () => ({ documents: true, late: true }), of(2)],
  ['late ones of a unit', (u) => ({ unitId: u.glar, late: true }), of(3, 4)],
  ['a unit and a category that it has nothing of', (u) => ({ unitId: u.glar, category: 'health' }), []],
])('narrowed to %s', async (_, filter, expected) => {
  const wanted = filter({ glar, police });
  expect(await shown(wanted)).toEqual(expected);
  expect((await countQueue(world.db.pool, [world.plan], wanted)).total).toBe(expected.length);
});

test.each([
  [0, 0, 4],
  [1, 1, 2],
  [7, 1, 2],
  [2 ** 31 - 1, 1, 2],
])('page %i of four lines each is page %i', async (asked, got, length) => {
  const { page, total, lines } = await readQueue(
    world.db.pool,
    [world.plan],
    {},
    { page: asked, perPage: 4 },
  );
  expect({ page, total, length: lines.length }).toEqual({ page: got, total: 6, length });
});

test('an empty queue has one empty page', async () => {
  const options = { page: 3, perPage: 8 };
  const empty = await readQueue(world.db.pool, [world.plan], { category: 'health' }, options);
  expect(empty).toMatchObject({ lines: [], total: 0, page: 0 });
});

test.each<[string, QueueFilter, string[]]>([
  ['all', {}, everything],
  ['documents', { documents: true }, of(2, 5)],
  ['late', { late: true }, of(2, 3, 4)],
])('going on through %s comes by each once and begins again', async (_, filter, expected) => {
  const { pool } = world.db;
  const { lines } = await readQueue(pool, [world.plan], filter, { page: 0, perPage: 8 });
  let here = lines.at(-1);
  const passed: string[] = [];
  for (const _line of lines) {
    if (!here) break;
    const next = await nextWaiting(pool, [world.plan], filter, here);
    here = lines.find((one) => one.what === next?.what && one.id === next.id);
    if (here) passed.push(say(here));
  }
  expect(passed).toEqual(expected);
});

test('counts by unit, kind and category agree with the list', async () => {
  const counts = await countQueue(world.db.pool, [world.plan], {});
  expect(counts).toMatchObject({ total: 6, late: 3, exceptions: 1, documents: 2 });
  expect(counts.units).toEqual([
    { id: glar, name: 'Xã Glar', waiting: 4 },
    { id: police, name: 'Công an huyện', waiting: 2 },
  ]);
  expect(counts.kinds).toEqual(
    new Map([
      ['commune', 4],
      ['police', 2],
    ]),
  );
  expect(counts.categories).toEqual(
    new Map([
      ['community', 3],
      ['defence_security', 1],
    ]),
  );
});
