import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { at, createNudgeWorld, type NudgeWorld } from '../../nudges/testing/world.ts';
import { planStandingReports } from './plan-standing.ts';
import type { Rhythm } from './rhythm.ts';

let world: NudgeWorld;
let officer = 0;
beforeAll(async () => {
  world = await createNudgeWorld({ poolSize: 4 });
  officer = await world.person('Hạnh');
});
afterAll(() => world.db.drop());
beforeEach(async () => {
  await world.db.pool.query('truncate delivery, standing_report restart identity cascade');
});

const order = (rhythm: Rhythm, since: Date) =>
  world.db.prisma.standingReport.create({
    data: { planId: world.plan.id, personId: officer, report: 'tonghop', since, ...rhythm },
  });

/** Runs the planner at this time of the plan's zone: `2021-08-23 08:00`. */
async function runAt(time: string): Promise<void> {
  const [day = '', hour = ''] = time.split(' ');
  world.goTo(day, hour);
  await planStandingReports(world);
}

const listKeys = async () => {
  const rows = await world.db.prisma.delivery.findMany({ orderBy: { id: 'asc' } });
  return rows.map(({ key }) => key.replace('standing-report:', ''));
};

const monday = { rhythm: 'weekly', day: 1 } as const;
const daily = { rhythm: 'daily', day: null } as const;
const monthEnd = { rhythm: 'monthly', day: 31 } as const;
const beforeDue = { rhythm: 'beforeDue', day: null } as const;
/** A Friday. The first due of the plan is 24/8/2021; 2 and 3 September are days off. */
const ordered = at('2021-08-20', '10:00');

describe('a standing report comes once for its day', () => {
  it.each<[string, Rhythm, string[], string[]]>([
    ['run again', monday, ['2021-08-23 08:00', '2021-08-23 08:00', '2021-08-23 17:00'], ['1:2021-08-23']],
    ['not before the hour', monday, ['2021-08-23 07:59'], []],
    ['not after the hours', monday, ['2021-08-23 21:00'], []],
    ['down all Monday: on Tuesday', monday, ['2021-08-24 08:00', '2021-08-25 08:00'], ['1:2021-08-23']],
    ['down until Thursday afternoon', monday, ['2021-08-26 15:00'], ['1:2021-08-23']],
    ['down for two weeks: the newest one', monday, ['2021-09-08 08:00'], ['1:2021-09-06']],
    ['down on a holiday too', { ...monday, day: 4 }, ['2021-09-06 08:00'], ['1:2021-09-06']],
    ['its day is a holiday', { ...monday, day: 4 }, ['2021-09-02 08:00', '2021-09-03 08:00'], []],
    [
      'the clock goes a day forwards and back',
      daily,
      ['2021-08-24 09:00', '2021-08-23 09:05', '2021-08-24 08:00', '2021-08-25 08:00'],
      ['1:2021-08-24', '1:2021-08-23', '1:2021-08-25'],
    ],
    [
      'the clock goes forwards over its Monday, and back',
      monday,
      ['2021-08-24 09:00', '2021-08-22 09:05', '2021-08-23 08:00', '2021-08-24 08:00'],
      ['1:2021-08-23'],
    ],
    [
      'the clock goes an hour back',
      daily,
      ['2021-08-23 08:30', '2021-08-23 07:31', '2021-08-23 08:30'],
      ['1:2021-08-23'],
    ],
    ['the clock is that of 1970', daily, ['1970-01-01 09:00', '2021-08-23 08:30'], ['1:2021-08-23']],
    ['down for a week: one of the days', daily, ['2021-08-27 10:00'], ['1:2021-08-27']],
    ['down at the end of the month', monthEnd, ['2021-09-01 08:00', '2021-09-06 08:00'], ['1:2021-08-31']],
    ['down on the day before a due', beforeDue, ['2021-08-24 09:00'], ['1:2021-08-23']],
    ['after the due nothing comes late', beforeDue, ['2021-08-25 09:00'], []],
  ])('%s', async (_, rhythm, times, keys) => {
    await order(rhythm, ordered);
    for (const time of times) await runAt(time);
    expect(await listKeys()).toEqual(keys);
  });

  it.each<[string, Rhythm, string, string[]]>([
    ['an order of the same morning begins at once', monday, '2021-08-23 07:30', ['1:2021-08-23']],
    ['an order after the hour begins a week later', monday, '2021-08-23 08:30', ['1:2021-08-30']],
    ['an order of the next day does not catch up', monday, '2021-08-24 07:30', ['1:2021-08-30']],
    ['a daily order after the hour begins the next day', daily, '2021-08-27 09:00', ['1:2021-08-30']],
  ])('%s', async (_, rhythm, since, keys) => {
    const [day = '', hour = ''] = since.split(' ');
    await order(rhythm, at(day, hour));
    for (const time of ['2021-08-23 09:00', '2021-08-24 09:00', '2021-08-30 08:00']) await runAt(time);
    expect((await listKeys()).slice(0, 1)).toEqual(keys);
  });

  it('of two processes at the same moment, one records it', async () => {
    await order(daily, ordered);
    await order(monday, ordered);
    world.goTo('2021-08-23', '08:00');
    const runs = await Promise.all([1, 2, 3].map(() => planStandingReports(world)));
    expect(runs.reduce((sum, { deliveries }) => sum + deliveries, 0)).toBe(2);
    expect((await listKeys()).toSorted()).toEqual(['1:2021-08-23', '2:2021-08-23']);
  });
});
