import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './calendar.ts';
import { dueOf, dueOn, duesOf } from './due.ts';
import { isNudgingTime, nextMoment, nextStage, stageAt } from './ladder.ts';
import { loadPlan } from './load.ts';

const plan101 = loadPlan('prisma/plans/101-kh-ubnd.yaml');
const small = loadPlan('tests/fixtures/plans/small.yaml');
const registration = dueOn(plan101, 'registration', 0, '2021-08-24');

test.each([
  ['2021-08-10T07:59:59.999+07:00', undefined],
  ['2021-08-10T08:00+07:00', 'before-14'],
  ['2021-08-17T07:59:59+07:00', 'before-14'],
  ['2021-08-18T08:00+07:00', 'before-7'],
  ['2021-08-21T08:00+07:00', 'before-3'],
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
  ['2022-08-23T08:00+07:00', 'after-364'],
])('at %s the stage is %s', (now, key) => {
  expect(stageAt(plan101, registration, new Date(now))?.key).toBe(key);
});

test('another plan has other stages, another time of day and no last-day stage', () => {
  const due = dueOf(small, 'registration', 0);
  if (!due) throw new Error('no due');
  const at = (now: string) => stageAt(small, due, new Date(now))?.key;
  expect(at('2023-03-21T07:29+07:00')).toBeUndefined();
  expect(at('2023-03-21T07:30+07:00')).toBe('before-10');
  expect(at('2023-03-31T23:00+07:00')).toBe('before-2');
  expect(at('2023-04-02T07:30+07:00')).toBe('after-2');
  expect(at('2023-04-05T07:30+07:00')).toBe('after-5');
  expect(at('2023-04-15T07:29+07:00')).toBe('after-5');
  expect(at('2023-04-15T07:30+07:00')).toBe('after-15');
});

test('heads are told from the third day after the due', () => {
  const heads = (now: string) => stageAt(plan101, registration, new Date(now))?.heads;
  expect(heads('2021-08-24T08:00+07:00')).toBe(false);
  expect(heads('2021-08-25T08:00+07:00')).toBe(false);
  expect(heads('2021-08-27T08:00+07:00')).toBe(true);
  expect(heads('2021-10-27T08:00+07:00')).toBe(true);
});

test('the next moment is the earliest of all dues', () => {
  const at = (now: string) => nextMoment(plan101, duesOf(plan101), new Date(now))?.toISOString();
  expect(at('2021-01-01T00:00+07:00')).toBe('2021-08-10T01:00:00.000Z');
  expect(at('2021-08-18T08:00+07:00')).toBe('2021-08-21T01:00:00.000Z');
  expect(nextMoment(plan101, [], new Date('2021-08-18T08:00+07:00'))).toBeUndefined();
});

test.each([
  ['2021-08-18T07:59:59+07:00', false],
  ['2021-08-18T08:00+07:00', true],
  ['2021-08-18T20:00:30+07:00', true],
  ['2021-08-18T20:01+07:00', false],
])('people may be nudged at %s: %s', (now, expected) => {
  expect(isNudgingTime(plan101, new Date(now))).toBe(expected);
});

const plans = fc.constantFrom(plan101, small, { ...plan101, zone: 'America/Santiago' });
const lastDays = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2000-01-01', days));
const minutes = fc.integer({ min: -40 * 1440, max: 400 * 1440 });

test('the current stage is the latest one reached; no other lies between it and now', () => {
  fc.assert(
    fc.property(plans, lastDays, minutes, (plan, lastDay, minute) => {
      const due = dueOn(plan, 'registration', 0, lastDay);
      const now = new Date(due.lastMoment.getTime() + minute * 60_000);
      const current = stageAt(plan, due, now);
      const next = nextStage(plan, due, now);
      if (current) expect(current.moment.getTime()).toBeLessThanOrEqual(now.getTime());
      expect(next.moment.getTime()).toBeGreaterThan(now.getTime());
      expect(stageAt(plan, due, next.moment)).toEqual(next);
      expect(stageAt(plan, due, new Date(next.moment.getTime() - 1))).toEqual(current);
    }),
  );
});

test('stages only move forward, and every key stands for one moment', () => {
  fc.assert(
    fc.property(plans, lastDays, minutes, fc.nat(60 * 1440), (plan, lastDay, minute, later) => {
      const due = dueOn(plan, 'registration', 0, lastDay);
      const start = due.lastMoment.getTime() + minute * 60_000;
      const first = stageAt(plan, due, new Date(start));
      const second = stageAt(plan, due, new Date(start + later * 60_000));
      if (!first) return;
      expect(second?.offset).toBeGreaterThanOrEqual(first.offset);
      expect(second?.key === first.key).toBe(second?.moment.getTime() === first.moment.getTime());
    }),
  );
});

test('one look after a year finds one nudge; daily looks find every stage, then weekly', () => {
  const met: string[] = [];
  for (let day = -30; day <= 35; day++) {
    const now = new Date(`${addDays('2021-08-24', day)}T12:00+07:00`);
    const key = stageAt(plan101, registration, now)?.key;
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
