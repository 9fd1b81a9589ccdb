import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at, createNudgeWorld, type NudgeWorld } from '../nudges/testing/world.ts';
import { countLacking } from './lacking.ts';
import { isLacking, keepCurrent, listStandings } from './standing.ts';

let world: NudgeWorld;
let glar: number;
let police: number;
let agency: number;
let person: number;

beforeAll(async () => {
  world = await createNudgeWorld();
  glar = await world.unit('Xã Glar');
  police = await world.unit('Công an huyện', 'police');
  agency = await world.unit('Phòng Tư pháp', 'agency');
  person = await world.person('Nguyễn Văn A');
});
afterAll(() => world.db.drop());

async function standingsOf(unitId: number) {
  const all = await listStandings({ ...world, now: world.clock.now() }, { unitIds: [unitId] });
  return Object.fromEntries(all.map((one) => [`${one.duty} ${one.occurrence}`.trim(), one]));
}

describe('what units owe', () => {
  test('on the first day duties with a date are missing, those without are unset', async () => {
    world.goTo('2021-08-18');
    const standings = await standingsOf(glar);
    expect(Object.fromEntries(Object.entries(standings).map(([duty, { status }]) => [duty, status]))).toEqual(
      {
        registration: 'missing',
        implementationPlan: 'missing',
        'annualReport 2021': 'missing',
        'awardProposals 2021': 'optional',
        interimSummary: 'unset',
        periodSummary: 'unset',
        nominations: 'unset',
      },
    );
    expect(standings.registration).toMatchObject({ counted: 0, missing: 10, quota: { min: 10, max: 15 } });
    expect(standings.registration?.due?.lastDay).toBe('2021-08-24');
    expect(standings.periodSummary?.due).toBeUndefined();
  });

  test('registration is done at the moment of the exemplar that reached the minimum', async () => {
    world.goTo('2021-08-19', '09:00');
    await world.register(police, person, 4);
    expect((await standingsOf(police)).registration).toMatchObject({
      status: 'missing',
      counted: 4,
      missing: 1,
    });
    world.goTo('2021-08-20', '10:00');
    await world.register(police, person, 1);
    world.goTo('2021-09-20', '10:00');
    await world.register(police, person, 2);
    expect((await standingsOf(police)).registration).toMatchObject({
      status: 'done',
      counted: 7,
      missing: 0,
      doneAt: at('2021-08-20', '10:00'),
    });
  });

  test('returned, rejected and withdrawn exemplars do not count, approved ones do', async () => {
    world.goTo('2021-08-20');
    await world.register(agency, person, 1);
    const last = { where: { unitId: agency } };
    for (const [status, expected] of [
      ['returned', 'missing'],
      ['rejected', 'missing'],
      ['withdrawn', 'missing'],
      ['approved', 'done'],
      ['submitted', 'done'],
    ] as const) {
      await world.db.prisma.exemplar.updateMany({
        ...last,
        data: { status, decidedAt: status === 'submitted' ? null : world.clock.now() },
      });
      expect((await standingsOf(agency)).registration?.status, status).toBe(expected);
    }
  });

  test('the last moment of the last day is on time, a millisecond later is late', async () => {
    const plan = {
      ...{ planId: 1, unitId: glar, duty: 'implementationPlan', occurrence: '' },
      ...{ filedById: person, channel: 'web' },
    };
    const lastMoment = new Date(at('2021-08-25', '00:00').getTime() - 1);
    world.goTo('2021-08-24', '23:59');
    expect((await standingsOf(glar)).implementationPlan?.status).toBe('missing');
    world.goTo('2021-08-25', '00:00');
    expect((await standingsOf(glar)).implementationPlan?.status).toBe('overdue');

    await world.db.prisma.filing.create({ data: { ...plan, filedAt: at('2021-08-25', '00:00') } });
    expect((await standingsOf(glar)).implementationPlan?.status).toBe('doneLate');
    await world.db.prisma.filing.create({ data: { ...plan, filedAt: lastMoment } });
    expect((await standingsOf(glar)).implementationPlan).toMatchObject({
      status: 'done',
      doneAt: lastMoment,
    });
  });

  test('a report of one year is not a report of the next; future years owe nothing', async () => {
    world.goTo('2021-12-15', '23:00');
    await world.file(glar, person, 'annualReport', '2021');
    world.goTo('2021-12-31', '23:59');
    expect((await standingsOf(glar))['annualReport 2022']).toBeUndefined();
    world.goTo('2022-01-01', '00:00');
    const standings = await standingsOf(glar);
    expect(standings['annualReport 2021']?.status).toBe('done');
    expect(standings['annualReport 2022']?.status).toBe('missing');
  });

  test('of earlier years a unit still sees only duties that it has not done', async () => {
    world.goTo('2022-03-01');
    const now = world.clock.now();
    const shown = async (unitId: number) => {
      const all = await listStandings({ ...world, now }, { unitIds: [unitId] });
      return keepCurrent(all, world.plan, now).map(({ duty, occurrence }) => `${duty} ${occurrence}`);
    };
    expect(await shown(glar)).not.toContain('annualReport 2021');
    expect(await shown(agency)).toContain('annualReport 2021');
    expect(await shown(agency)).not.toContain('awardProposals 2021');
  });

  test('all units at once, in the order of the roster and of the plan, active ones only', async () => {
    world.goTo('2021-08-18');
    const gone = await world.unit('Xã cũ');
    await world.db.prisma.unit.update({ where: { id: gone }, data: { active: false } });
    const all = await listStandings({ ...world, now: world.clock.now() });
    expect([...new Set(all.map(({ unitId }) => unitId))]).toEqual([glar, police, agency]);
    expect(all.slice(0, 3).map(({ duty }) => duty)).toEqual([
      'registration',
      'implementationPlan',
      'annualReport',
    ]);
  });
});

test('the counts of lacking duties agree with the standings', async () => {
  world.goTo('2022-03-01');
  const now = world.clock.now();
  const lacking = (await listStandings({ ...world, now })).filter(isLacking);
  const counts = await countLacking({ ...world, now });
  expect(counts.map(({ duty, occurrence }) => `${duty} ${occurrence}`)).toEqual([
    'registration ',
    'implementationPlan ',
    'annualReport 2021',
    'annualReport 2022',
  ]);
  for (const { duty, occurrence, units } of counts) {
    expect(units).toBe(lacking.filter((one) => one.duty === duty && one.occurrence === occurrence).length);
  }
  expect(counts.reduce((sum, { units }) => sum + units, 0)).toBe(lacking.length);
});
