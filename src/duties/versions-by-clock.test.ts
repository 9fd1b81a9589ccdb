import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readQueue } from '../exemplars/review-queue.ts';
import { createNudgeWorld, type NudgeWorld } from '../nudges/testing/world.ts';
import { listOpenDocuments } from '../plan-endings/open-work.ts';
import { decideFiling, type FilingDecision } from './decide-filing.ts';
import { listFilings } from './filing.ts';
import { listStandings } from './standing.ts';

let world: NudgeWorld;
let glar: number;
let liaison: number;
let officer: number;
beforeAll(async () => {
  world = await createNudgeWorld();
  liaison = await world.person('Nguyễn Văn Bình');
  officer = await world.person('Trần Thị Hạnh');
  await world.member(officer, null, 'officer');
});
afterAll(() => world.db.drop());
// The history stays: each document is of another unit.
beforeEach(async () => {
  glar = await world.unit('Xã Glar');
  await world.member(liaison, glar);
});

const duty = 'implementationPlan';
const of = () => ({ planId: world.plan.id, unitId: glar, duty, occurrence: '' });
const handsIn = () => world.file(glar, liaison, duty);
const decide = (id: number, decision: FilingDecision) =>
  decideFiling(world, id, decision, { personId: officer, channel: 'web' });
const back: FilingDecision = { action: 'return', reason: 'Thiếu chữ ký của Chủ tịch' };
const newestId = async () => (await listFilings(world.db.prisma, of()))[0]?.id ?? 0;
const statusNow = async () => {
  const standings = await listStandings({ ...world, now: world.clock.now() }, { unitIds: [glar] });
  return standings.find((one) => one.duty === duty)?.status;
};
const waiting = async () => {
  const { lines } = await readQueue(world.db.pool, [world.plan], {}, { page: 0, perPage: 8 });
  return lines.map(({ id }) => id);
};

test.each([
  ['a minute later', '09:01', '2021-08-19'],
  ['in the same second', '09:00', '2021-08-19'],
  ['with the clock an hour back', '08:00', '2021-08-19'],
  ['with the clock a day back', '09:00', '2021-08-18'],
  ['with the clock at the year before', '09:00', '2020-08-19'],
])('a document handed in again %s is its newest version', async (_, time, day) => {
  world.goTo('2021-08-19', '09:00');
  await handsIn();
  const first = await newestId();
  await decide(first, back);
  world.goTo(day, time);
  await handsIn();
  const again = await newestId();
  expect(again).toBeGreaterThan(first);
  const versions = await listFilings(world.db.prisma, of());
  expect(versions.map(({ id, version }) => [id, version])).toEqual([
    [again, 2],
    [first, 1],
  ]);
  expect(await waiting()).toEqual([again]);
  expect(await listOpenDocuments(world.db, world.plan.id)).toEqual([again]);
  world.goTo('2021-08-19', '10:00');
  expect(await statusNow()).toBe('done');
  await expect(decide(first, { action: 'accept' })).rejects.toMatchObject({ code: 'filing-superseded' });
  await decide(again, back);
  expect(await statusNow()).not.toBe('done');
  expect(await waiting()).toEqual([]);
});
