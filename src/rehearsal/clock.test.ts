import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { stoppedClock } from '../clock.ts';
import { loadPlan } from '../plan/load.ts';
import { loadWorkingCalendar } from '../plan/load-calendar.ts';
import { type ClockStep, computeStep, readSavedClock, saveClock } from './clock.ts';

const plan = loadPlan('prisma/plans/101-kh-ubnd.yaml');
const calendar = loadWorkingCalendar();
const [first] = plan.duties;
if (!first) throw new Error('the plan has no duty');

describe('a step of the rehearsal’s clock', () => {
  const cases: [from: string, step: ClockStep, to: string][] = [
    ['2021-08-18T08:00+07:00', 'hour', '2021-08-18T09:00+07:00'],
    ['2021-08-18T23:30+07:00', 'hour', '2021-08-19T00:30+07:00'],
    ['2021-12-31T08:00+07:00', 'day', '2022-01-01T08:00+07:00'],
    // The morning of the last day, and then the moment when it is over (Plan 101, V.1: before 25
    // August).
    ['2021-08-18T08:00+07:00', 'due', '2021-08-24T08:00+07:00'],
    ['2021-08-24T07:59+07:00', 'due', '2021-08-24T08:00+07:00'],
    ['2021-08-24T08:00+07:00', 'due', '2021-08-25T00:00+07:00'],
    // 15/12/2024 is a Sunday: people are told on Friday.
    ['2024-12-01T10:00+07:00', 'due', '2024-12-13T08:00+07:00'],
    ['2024-12-13T08:00+07:00', 'due', '2024-12-16T00:00+07:00'],
    // After the last due: the next working morning.
    ['2030-03-01T10:00+07:00', 'due', '2030-03-04T08:00+07:00'],
  ];
  it.each(cases)('from %s by %s leads to %s', (from, step, to) => {
    expect(computeStep([plan], calendar, new Date(from), step)).toEqual(new Date(to));
  });

  it('the next due is that of any of the plans', () => {
    const next = { ...plan, duties: [{ ...first, due: { rule: 'on' as const, date: '2021-08-20' } }] };
    const now = new Date('2021-08-18T08:00+07:00');
    for (const plans of [[plan, next] as const, [next, plan] as const])
      expect(computeStep([...plans], calendar, now, 'due')).toEqual(new Date('2021-08-20T08:00+07:00'));
  });

  it('steps to the next due always move forward, through the whole period', () => {
    let now = new Date('2021-08-18T08:00+07:00');
    const years = new Set<number>();
    for (let steps = 0; now.getUTCFullYear() < 2027 && steps < 5000; steps++) {
      const next = computeStep([plan], calendar, now, 'due');
      expect(next.getTime()).toBeGreaterThan(now.getTime());
      years.add(next.getUTCFullYear());
      now = next;
    }
    expect([...years]).toEqual([2021, 2022, 2023, 2024, 2025, 2026, 2027]);
  });
});

describe('what it shows', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  it('is remembered from one start to the next', async () => {
    expect(await readSavedClock(database.pool)).toBeUndefined();
    for (const instant of ['2021-08-18T01:00:00.000Z', '2025-12-31T17:00:00.123Z']) {
      await saveClock(database.pool, stoppedClock(new Date(instant)));
      expect(await readSavedClock(database.pool)).toEqual(new Date(instant));
    }
  });
});
