import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listStandings } from '../duties/standing.ts';
import { createNudgeWorld, type NudgeWorld } from '../nudges/testing/world.ts';
import { addDays, instantOf } from '../plan/calendar.ts';
import type { LoadedPlan, MovedDue } from '../plan/plan.ts';
import type { ExemplarStatus } from '../store/generated/enums.ts';
import { computeLateness, decideLateness, readLateness, registrationTime } from './lateness.ts';

const lastMoment = new Date('2021-08-24T16:59:59.999Z');
const inTime = new Date('2021-08-24T16:59:59.999Z');
const after = new Date('2021-08-24T17:00:00.000Z');

test.each([
  ['in the last millisecond', { at: inTime, lastMoment, inTime: 3, min: 10 }, 'onTime'],
  ['after it, with nothing in time', { at: after, lastMoment, inTime: 0, min: 1 }, 'late'],
  ['after it, one short in time', { at: after, lastMoment, inTime: 9, min: 10 }, 'late'],
  ['after it, with the minimum in time', { at: after, lastMoment, inTime: 10, min: 10 }, 'extra'],
  ['after it, with more in time', { at: after, lastMoment, inTime: 15, min: 10 }, 'extra'],
  ['without a due', { at: after, lastMoment: undefined, inTime: 0, min: 10 }, 'onTime'],
])('an exemplar that comes %s', (_, of, lateness) => {
  expect(decideLateness(of)).toBe(lateness);
});

let world: NudgeWorld;
let person: number;
beforeAll(async () => {
  world = await createNudgeWorld();
  person = await world.person('A');
});
afterAll(() => world.db.drop());

interface Registered {
  day: number;
  status: ExemplarStatus;
}

const statuses: ExemplarStatus[] = ['submitted', 'approved', 'returned', 'rejected', 'withdrawn'];
const counts = (status: ExemplarStatus) => status === 'submitted' || status === 'approved';

/** Lays a unit with these exemplars, as they would stand in the database. */
async function lay(name: string, exemplars: Registered[]): Promise<{ unitId: number; ids: number[] }> {
  const unitId = await world.unit(name, 'police');
  const ids: number[] = [];
  for (const { day, status } of exemplars) {
    world.goTo(addDays('2021-08-20', day));
    await world.register(unitId, person, 1);
    const last = await world.db.prisma.exemplar.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const decidedAt = status === 'submitted' || status === 'withdrawn' ? null : world.clock.now();
    await world.db.prisma.exemplar.update({ where: { id: last.id }, data: { status, decidedAt } });
    ids.push(last.id);
  }
  return { unitId, ids };
}

test('SQL and the rule agree on histories of units, moved dues and decisions', async () => {
  const histories = fc.sample(
    fc.record({
      exemplars: fc.array(fc.record({ day: fc.nat(9), status: fc.constantFrom(...statuses) }), {
        maxLength: 8,
      }),
      general: fc.option(fc.nat(9), { nil: undefined }),
      own: fc.option(fc.nat(9), { nil: undefined }),
    }),
    { numRuns: 25, seed: 2021 },
  );
  const now = instantOf('2021-09-10', '08:00', world.plan.zone);
  for (const [i, { exemplars, general, own }] of histories.entries()) {
    const { unitId, ids } = await lay(`Đơn vị ${i}`, exemplars);
    const move = (unit: number | null, day: number | undefined): MovedDue[] =>
      day === undefined
        ? []
        : [
            {
              duty: 'registration',
              occurrence: '',
              unitId: unit,
              lastDay: addDays('2021-08-20', day),
              exact: false,
            },
          ];
    const plan: LoadedPlan = { ...world.plan, moved: [...move(null, general), ...move(unitId, own)] };
    const lastDay = Math.max(general ?? 4, own ?? 0);
    const min = 5;

    const handedIn = exemplars.filter(({ status }) => status !== 'withdrawn');
    const reachedInTime = handedIn.filter(({ day }) => day <= lastDay).length >= min;
    const found = await readLateness(world.db.pool, [plan], ids);
    expect(ids.map((id) => found.get(id)?.lateness)).toEqual(
      exemplars.map(({ day }) => (day <= lastDay ? 'onTime' : reachedInTime ? 'extra' : 'late')),
    );
    const unit = { id: unitId, kind: 'police', min: null, max: null };
    for (const id of ids) {
      const { submittedAt: at } = await world.db.prisma.exemplar.findUniqueOrThrow({ where: { id } });
      const computed = await computeLateness(world.db.pool, plan, { unit, occurrence: '', at });
      expect(computed).toBe(found.get(id)?.lateness);
    }

    const [standing] = (await listStandings({ db: world.db, plan, now }, { unitIds: [unitId] })).filter(
      ({ duty }) => duty === 'registration',
    );
    const done = exemplars.filter(({ status }) => counts(status)).length >= min;
    expect(standing?.status).toBe(done ? (reachedInTime ? 'done' : 'doneLate') : 'overdue');
    expect(standing?.due?.lastDay).toBe(addDays('2021-08-20', lastDay));
  }
});

test('an exemplar counts for the time of the registration that is open', () => {
  const [registration] = world.plan.duties;
  if (!registration) throw new Error('no duty');
  const due = {
    rule: 'monthly',
    day: 6,
    before: true,
    following: true,
    from: '2021-08',
    to: '2021-12',
  } as const;
  const plan = { ...world.plan, duties: [{ ...registration, due }] };
  const at = (day: string) => registrationTime(plan, 1, instantOf(day, '09:00', plan.zone));
  expect(at('2021-08-20')).toBe('2021-08');
  expect(at('2021-09-05')).toBe('2021-08');
  expect(at('2021-09-06')).toBe('2021-09');
  expect(at('2022-03-01')).toBe('2021-12');
  expect(registrationTime(world.plan, 1, instantOf('2022-03-01', '09:00', world.plan.zone))).toBe('');
});
