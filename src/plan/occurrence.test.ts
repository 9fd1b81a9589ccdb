import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './calendar.ts';
import { dueOf, occurrencesOf } from './due.ts';
import { loadPlan } from './load.ts';
import {
  asOccurrence,
  firstDayOf,
  isOccurrence,
  lastDayOf,
  listPeriods,
  type Occurrence,
  occurrenceOf,
  periodOf,
} from './occurrence.ts';
import type { DueRule, Plan } from './plan.ts';

const small = loadPlan('tests/fixtures/plans/small.yaml');

test.each<[Occurrence, string, string]>([
  ['2021', '2021-01-01', '2021-12-31'],
  ['2021-H1', '2021-01-01', '2021-06-30'],
  ['2021-H2', '2021-07-01', '2021-12-31'],
  ['2021-Q3', '2021-07-01', '2021-09-30'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2021-12', '2021-12-01', '2021-12-31'],
])('%s lasts from %s to %s', (occurrence, first, last) => {
  const period = periodOf(occurrence);
  if (!period) throw new Error('no period');
  expect([firstDayOf(period), lastDayOf(period)]).toEqual([first, last]);
  expect(occurrenceOf(period)).toBe(occurrence);
});

test.each([
  '0',
  '21',
  '2021-',
  '2021-Q0',
  '2021-Q5',
  '2021-H3',
  '2021-13',
  '2021-8',
  '2021-q1',
  ' 2021',
  '2021-08-01',
])('%j is no occurrence', (text) => {
  expect(isOccurrence(text)).toBe(false);
  expect(() => asOccurrence(text)).toThrow('no occurrence');
});

function withRule(due: DueRule): Plan {
  const [duty] = small.duties;
  if (!duty) throw new Error('no duty');
  return { ...small, duties: [{ ...duty, code: 'list', due }] };
}

// Real plans ask for these (domain, *What a plan file can say*).
test.each<[DueRule, Occurrence, string]>([
  [{ rule: 'yearly', day: 15, month: 12, from: 2021, to: 2025 }, '2023', '2023-12-15'],
  [{ rule: 'yearly', day: 'last', month: 2, from: 2021, to: 2025 }, '2024', '2024-02-29'],
  [{ rule: 'yearly', day: 10, month: 1, following: true, from: 2021, to: 2025 }, '2021', '2022-01-10'],
  [{ rule: 'halfYearly', day: 15, month: 6, from: '2021-H2', to: '2022-H1' }, '2021-H2', '2021-12-15'],
  [
    { rule: 'quarterly', day: 10, month: 3, before: true, from: '2021-Q3', to: '2022-Q4' },
    '2021-Q3',
    '2021-09-09',
  ],
  [{ rule: 'quarterly', day: 'last', month: 1, from: '2021-Q3', to: '2022-Q4' }, '2022-Q2', '2022-04-30'],
  [
    { rule: 'monthly', day: 6, before: true, following: true, from: '2021-08', to: '2021-12' },
    '2021-08',
    '2021-09-05',
  ],
  [
    { rule: 'monthly', day: 6, before: true, following: true, from: '2021-08', to: '2021-12' },
    '2021-12',
    '2022-01-05',
  ],
  [{ rule: 'monthly', day: 31, from: '2021-08', to: '2022-02' }, '2022-02', '2022-02-28'],
  [{ rule: 'monthly', day: 1, before: true, from: '2021-08', to: '2022-03' }, '2022-03', '2022-02-28'],
])('%j is due for %s on %s', (rule, occurrence, lastDay) => {
  expect(dueOf(withRule(rule), 'list', occurrence)?.lastDay).toBe(lastDay);
});

test('a rule has every occurrence from its first to its last, and no other', () => {
  const plan = withRule({ rule: 'quarterly', day: 10, month: 3, from: '2021-Q3', to: '2022-Q2' });
  const [duty] = plan.duties;
  expect(duty && occurrencesOf(duty)).toEqual(['2021-Q3', '2021-Q4', '2022-Q1', '2022-Q2']);
  for (const other of ['', '2021', '2021-Q2', '2022-Q3', '2021-08'] as const)
    expect(dueOf(plan, 'list', other)).toBeUndefined();
});

test('periods follow each other without a gap', () => {
  const lengths = fc.constantFrom('year' as const, 'half' as const, 'quarter' as const, 'month' as const);
  fc.assert(
    fc.property(lengths, fc.integer({ min: 1990, max: 2100 }), fc.nat(40), (length, year, count) => {
      const from = { length, year, n: 1 };
      const all = listPeriods(from, { length, year: year + Math.floor(count / 4), n: 1 });
      for (const [i, period] of all.slice(1).entries()) {
        const before = all[i];
        expect(before && addDays(lastDayOf(before), 1)).toBe(firstDayOf(period));
      }
    }),
  );
});
