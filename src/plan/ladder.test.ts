import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './calendar.ts';
import { type Due, dueOf, dueOn } from './due.ts';
import { isNudgingTime, nextStage, type Stage, stageAt } from './ladder.ts';
import { loadPlan } from './load.ts';
import { loadWorkingCalendar } from './load-calendar.ts';
import type { Plan } from './plan.ts';
import { createWorkingCalendar, type WorkingCalendar, weekdaysOnly } from './working-calendar.ts';

const vietnam = loadWorkingCalendar();
/** Every day is a working day: the stages stand where the plan counts them. */
const always: WorkingCalendar = { ...weekdaysOnly, isWorkingDay: () => true };
const plan101 = loadPlan('prisma/plans/101-kh-ubnd.yaml');
const small = loadPlan('tests/fixtures/plans/small.yaml');
const registration = dueOn(plan101, 'registration', '', '2021-08-24');

test.each([
  ['2021-08-10T07:59:59.999+07:00', undefined],
  ['2021-08-10T08:00+07:00', 'before-14'],
  ['2021-08-17T07:59:59+07:00', 'before-14'],
  ['2021-08-18T08:00+07:00', 'before-7'],
  // Three days before is Saturday 21/8: people are told on Friday.
  ['2021-08-20T07:59+07:00', 'before-7'],
  ['2021-08-20T08:00+07:00', 'before-3'],
  ['2021-08-23T08:00+07:00', 'before-1'],
  ['2021-08-24T07:59+07:00', 'before-1'],
  ['2021-08-24T08:00+07:00', 'last-day'],
  ['2021-08-25T07:59+07:00', 'last-day'],
  ['2021-08-25T08:00+07:00', 'after-1'],
  ['2021-08-27T08:00+07:00', 'after-3'],
  ['2021-08-31T08:00+07:00', 'after-7'],
  ['2021-09-07T07:59+07:00', 'after-7'],
  ['2021-09-07T08:00+07:00', 'after-14'],
  ['2021-09-14T08:00+07:00', 'after-21'],
  // A round on Tuesday 1/2/2022, the first day of Tết, comes when offices open again, 7/2.
  ['2022-02-06T08:00+07:00', 'after-154'],
  ['2022-02-07T07:59+07:00', 'after-154'],
  ['2022-02-07T08:00+07:00', 'after-161'],
  ['2022-02-08T08:00+07:00', 'after-168'],
  ['2022-08-23T08:00+07:00', 'after-364'],
])('at %s the stage is %s', (now, key) => {
  expect(stageAt(plan101, vietnam, registration, new Date(now))?.key).toBe(key);
});

test.each([
  // 15/12/2024 is a Sunday: the day before and the last day come on Friday, as the last day.
  ['2024-12-12T08:00+07:00', 'before-3'],
  ['2024-12-13T08:00+07:00', 'last-day'],
  ['2024-12-15T12:00+07:00', 'last-day'],
  ['2024-12-16T08:00+07:00', 'after-1'],
  ['2024-12-18T08:00+07:00', 'after-3'],
])('a due on a Sunday: at %s the stage is %s', (now, key) => {
  const due = dueOn(plan101, 'annualReport', '2024', '2024-12-15');
  expect(stageAt(plan101, vietnam, due, new Date(now))?.key).toBe(key);
  expect(due.lastMoment).toEqual(new Date('2024-12-15T23:59:59.999+07:00'));
});

test.each([
  // A Saturday that is worked in exchange for Friday 2/5/2025.
  ['2025-04-26', '2025-04-26T08:00+07:00'],
  ['2025-05-02', '2025-04-29T08:00+07:00'],
  ['2025-05-04', '2025-04-29T08:00+07:00'],
  ['2022-02-06', '2022-01-28T08:00+07:00'],
  ['2026-02-20', '2026-02-13T08:00+07:00'],
  ['2026-01-10', '2026-01-10T08:00+07:00'],
])('the last-day stage of a due on %s begins at %s', (lastDay, moment) => {
  const due = dueOn(plan101, 'annualReport', '2025', lastDay);
  const last = stageAt(plan101, vietnam, due, due.lastMoment);
  expect([last?.key, last?.moment]).toEqual(['last-day', new Date(moment)]);
});

test('another plan has other stages, another time of day and no last-day stage', () => {
  const due = dueOf(small, 'registration', '');
  if (!due) throw new Error('no due');
  const at = (now: string) => stageAt(small, always, due, new Date(now))?.key;
  expect(at('2023-03-21T07:29+07:00')).toBeUndefined();
  expect(at('2023-03-21T07:30+07:00')).toBe('before-10');
  expect(at('2023-03-31T23:00+07:00')).toBe('before-2');
  expect(at('2023-04-02T07:30+07:00')).toBe('after-2');
  expect(at('2023-04-05T07:30+07:00')).toBe('after-5');
  expect(at('2023-04-15T07:29+07:00')).toBe('after-5');
  expect(at('2023-04-15T07:30+07:00')).toBe('after-15');
});

test('heads are told from the first day after the due', () => {
  const heads = (now: string) => stageAt(plan101, vietnam, registration, new Date(now))?.heads;
  expect(heads('2021-08-24T08:00+07:00')).toBe(false);
  expect(heads('2021-08-25T07:59+07:00')).toBe(false);
  expect(heads('2021-08-25T08:00+07:00')).toBe(true);
  expect(heads('2021-08-27T08:00+07:00')).toBe(true);
  expect(heads('2021-10-27T08:00+07:00')).toBe(true);
});

test.each([
  ['2021-08-18T07:29:59+07:00', false],
  ['2021-08-18T07:30+07:00', true],
  ['2021-08-18T17:30:30+07:00', true],
  ['2021-08-18T17:31+07:00', false],
  // The last day of two duties.
  ['2021-08-24T17:31+07:00', true],
  ['2021-08-24T20:00+07:00', true],
  ['2021-08-24T20:01+07:00', false],
  ['2021-08-21T10:00+07:00', false],
  ['2022-02-01T10:00+07:00', false],
  ['2025-04-26T10:00+07:00', true],
  // 15/12/2024, a last day, is a Sunday.
  ['2024-12-15T10:00+07:00', false],
])('people may be nudged at %s: %s', (now, expected) => {
  expect(isNudgingTime(plan101, vietnam, new Date(now))).toBe(expected);
});

test('a plan without hours of its own keeps to `at` and `until`, also on a last day', () => {
  const may = (now: string) => isNudgingTime(small, vietnam, new Date(now));
  expect(['2023-03-31T07:29+07:00', '2023-03-31T07:30+07:00', '2023-03-31T19:01+07:00'].map(may)).toEqual([
    false,
    true,
    false,
  ]);
});

const plans = fc.constantFrom(plan101, small, { ...plan101, zone: 'America/Santiago' });
const lastDays = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2000-01-01', days));
const minutes = fc.integer({ min: -40 * 1440, max: 400 * 1440 });
const calendars = fc.constantFrom(vietnam, weekdaysOnly, always);

test('the current stage is the latest one reached; no other lies between it and now', () => {
  fc.assert(
    fc.property(plans, calendars, lastDays, minutes, (plan, calendar, lastDay, minute) => {
      const due = dueOn(plan, 'registration', '', lastDay);
      const now = new Date(due.lastMoment.getTime() + minute * 60_000);
      const current = stageAt(plan, calendar, due, now);
      const next = nextStage(plan, calendar, due, now);
      if (current) expect(current.moment.getTime()).toBeLessThanOrEqual(now.getTime());
      expect(next.moment.getTime()).toBeGreaterThan(now.getTime());
      expect(stageAt(plan, calendar, due, next.moment)).toEqual(next);
      expect(stageAt(plan, calendar, due, new Date(next.moment.getTime() - 1))).toEqual(current);
    }),
  );
});

test('stages only move forward, and every key stands for one moment', () => {
  fc.assert(
    fc.property(
      plans,
      calendars,
      lastDays,
      minutes,
      fc.nat(60 * 1440),
      (plan, calendar, lastDay, minute, later) => {
        const due = dueOn(plan, 'registration', '', lastDay);
        const start = due.lastMoment.getTime() + minute * 60_000;
        const first = stageAt(plan, calendar, due, new Date(start));
        const second = stageAt(plan, calendar, due, new Date(start + later * 60_000));
        if (!first) return;
        expect(second?.offset).toBeGreaterThanOrEqual(first.offset);
        expect(second?.key === first.key).toBe(second?.moment.getTime() === first.moment.getTime());
      },
    ),
  );
});

/** Counts from the first of a range upwards, without gaps larger than `step`. */
const rising = (step: number) =>
  fc
    .array(fc.integer({ min: 1, max: step }), { minLength: 1, maxLength: 5 })
    .map((steps) => steps.map((_, i) => steps.slice(0, i + 1).reduce((sum, one) => sum + one, 0)));
const ladders: fc.Arbitrary<Plan> = fc
  .record({
    before: rising(9),
    after: rising(6),
    lastDay: fc.boolean(),
    everyDaysAfter: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ before, ...ladder }) => ({
    ...plan101,
    ladder: { ...plan101.ladder, ...ladder, before: before.toReversed() },
  }));
// Random days off and working weekends around the due; three days in a row, as holidays come.
const daysAround = fc.array(fc.integer({ min: -50, max: 100 }), { maxLength: 12 });

test('the stages are those of a plain list of days, over any ladder, due and days off', () => {
  fc.assert(
    fc.property(
      ladders,
      lastDays,
      daysAround,
      daysAround,
      fc.integer({ min: -45, max: 90 }),
      (plan, lastDay, off, on, day) => {
        const daysOff = off.flatMap((one) => [0, 1, 2].map((more) => addDays(lastDay, one + more)));
        const calendar = createWorkingCalendar({
          daysOff,
          workingDays: on.map((one) => addDays(lastDay, one)),
        });
        const due = dueOn(plan, 'registration', '', lastDay);
        const at = (time: string) => new Date(`${addDays(lastDay, day)}T${time}+07:00`);
        expect(brief(stageAt(plan, calendar, due, at('08:00')))).toEqual(listed(plan, calendar, due, day));
        expect(brief(stageAt(plan, calendar, due, at('07:59')))).toEqual(
          listed(plan, calendar, due, day - 1),
        );
      },
    ),
    { numRuns: 1000 },
  );
});

/**
 * The stage by a model too simple to be wrong: each stage walks day by day to its working day, a
 * table keeps the last stage of each day, and the newest day up to `reached` is looked up.
 */
function listed(plan: Plan, calendar: WorkingCalendar, due: Due, reached: number): object | undefined {
  const { before, lastDay, after, everyDaysAfter } = plan.ladder;
  const offsets = [...before.map((days) => -days), ...(lastDay ? [0] : []), ...after];
  while ((offsets.at(-1) ?? 0) <= reached) offsets.push((offsets.at(-1) ?? 0) + everyDaysAfter);
  const days = new Map<number, number>();
  for (const offset of offsets) {
    let day = offset;
    while (!calendar.isWorkingDay(addDays(due.lastDay, day))) day += offset <= 0 ? -1 : 1;
    days.set(day, offset);
  }
  const day = Math.max(...[...days.keys()].filter((one) => one <= reached));
  const offset = days.get(day);
  return offset === undefined
    ? undefined
    : { offset, moment: new Date(`${addDays(due.lastDay, day)}T08:00+07:00`) };
}

function brief(stage: Stage | undefined): object | undefined {
  return stage && { offset: stage.offset, moment: stage.moment };
}

test('daily looks find every stage on a working day, then weekly', () => {
  const met: string[] = [];
  for (let day = -30; day <= 35; day++) {
    const now = new Date(`${addDays('2021-08-24', day)}T12:00+07:00`);
    const key = stageAt(plan101, vietnam, registration, now)?.key;
    if (key !== undefined && key !== met.at(-1)) met.push(key);
  }
  expect(met).toEqual([
    'before-14',
    'before-7',
    'before-3',
    'before-1',
    'last-day',
    'after-1',
    'after-3',
    'after-7',
    'after-14',
    'after-21',
    'after-28',
    'after-35',
  ]);
});
