import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, localDate } from './calendar.ts';
import { daysLeft, dueOf, dueOn, duesOf, isLate } from './due.ts';
import { loadPlan } from './load.ts';
import type { Occurrence } from './occurrence.ts';
import type { Plan } from './plan.ts';

const plan101 = loadPlan('prisma/plans/101-kh-ubnd.yaml');
const small = loadPlan('tests/fixtures/plans/small.yaml');

function due(plan: Plan, duty: string, occurrence: Occurrence) {
  const found = dueOf(plan, duty, occurrence);
  if (!found) throw new Error(`${duty} ${occurrence} has no due`);
  return found;
}

test.each<[Plan, string, Occurrence, string]>([
  [plan101, 'registration', '', '2021-08-24T23:59:59.999+07:00'],
  [plan101, 'implementationPlan', '', '2021-08-24T23:59:59.999+07:00'],
  [plan101, 'annualReport', '2021', '2021-12-15T23:59:59.999+07:00'],
  [plan101, 'annualReport', '2025', '2025-12-15T23:59:59.999+07:00'],
  [plan101, 'awardProposals', '2023', '2023-12-15T23:59:59.999+07:00'],
  [small, 'registration', '', '2023-03-31T23:59:59.999+07:00'],
  [small, 'yearReport', '2024', '2024-11-30T23:59:59.999+07:00'],
])('%#: %s of %s is on time until %s', (plan, duty, occurrence, last) => {
  const found = due(plan, duty, occurrence);
  expect(found.lastMoment).toEqual(new Date(last));
  expect(isLate(found, new Date(last))).toBe(false);
  expect(isLate(found, new Date(found.lastMoment.getTime() + 1))).toBe(true);
});

test('an undated duty, a year outside its years and an unknown duty have no due', () => {
  expect(dueOf(plan101, 'periodSummary', '')).toBeUndefined();
  expect(dueOf(plan101, 'annualReport', '2020')).toBeUndefined();
  expect(dueOf(plan101, 'annualReport', '2026')).toBeUndefined();
  expect(dueOf(plan101, 'annualReport', '')).toBeUndefined();
  expect(dueOf(plan101, 'registration', '2021')).toBeUndefined();
  expect(dueOf(plan101, 'homework', '')).toBeUndefined();
});

test('all dues come earliest first', () => {
  expect(duesOf(small).map(({ duty, occurrence, lastDay }) => [duty, occurrence, lastDay])).toEqual([
    ['registration', '', '2023-03-31'],
    ['yearReport', '2023', '2023-11-30'],
    ['yearReport', '2024', '2024-11-30'],
  ]);
  expect(duesOf(plan101)).toHaveLength(12);
});

test('days left are calendar days, not periods of 24 hours', () => {
  const registration = due(plan101, 'registration', '');
  const left = (instant: string) => daysLeft(registration, new Date(instant), plan101.zone);
  expect(left('2021-08-18T08:00+07:00')).toBe(6);
  expect(left('2021-08-23T23:59:59+07:00')).toBe(1);
  expect(left('2021-08-24T00:00+07:00')).toBe(0);
  expect(left('2021-08-24T23:59:59.999+07:00')).toBe(0);
  expect(left('2021-08-25T00:00+07:00')).toBe(-1);
});

const dates = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));
const zones = fc.constantFrom(
  'Asia/Ho_Chi_Minh',
  'UTC',
  'America/Santiago',
  'Asia/Beirut',
  'Pacific/Kiritimati',
);

function withRegistrationDue(rule: 'before' | 'on', date: string, zone: string): Plan {
  const [registration] = small.duties;
  if (!registration) throw new Error('the small plan has no duty');
  return { ...small, zone, duties: [{ ...registration, due: { rule, date } }] };
}

test('`before` a day ends where that day begins; `on` a day ends where the next begins', () => {
  fc.assert(
    fc.property(dates, zones, (date, zone) => {
      const before = due(withRegistrationDue('before', date, zone), 'registration', '');
      const on = due(withRegistrationDue('on', date, zone), 'registration', '');
      expect(localDate(before.lastMoment, zone)).toBe(addDays(date, -1));
      expect(localDate(new Date(before.lastMoment.getTime() + 1), zone)).toBe(date);
      expect(on).toEqual(due(withRegistrationDue('before', addDays(date, 1), zone), 'registration', ''));
    }),
  );
});

test('a due is late exactly when no days are left', () => {
  const instants = fc
    .integer({ min: 0, max: 800_000 })
    .map((hours) => new Date(946_684_800_000 + hours * 3_600_000));
  fc.assert(
    fc.property(dates, zones, instants, (date, zone, at) => {
      const set = dueOn({ ...small, zone }, 'closing', '', date);
      expect(isLate(set, at)).toBe(daysLeft(set, at, zone) < 0);
    }),
  );
});
