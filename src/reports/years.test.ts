import { expect, test } from 'vitest';
import { plan101, smallPlan } from '../../tests/documents/sample.ts';
import { findYearTrouble, listYearsBegun } from './years.ts';

test.each([
  ['the plan’s first day', plan101, '2021-08-18T01:00:00Z', [2021]],
  ['the last second of 2021 in Vietnam', plan101, '2021-12-31T16:59:59Z', [2021]],
  ['the first second of 2022 in Vietnam', plan101, '2021-12-31T17:00:00Z', [2022, 2021]],
  ['long after the plan', plan101, '2027-03-01T00:00:00Z', [2025, 2024, 2023, 2022, 2021]],
  ['a plan that has not begun', smallPlan, '2021-08-18T01:00:00Z', []],
])('years that have begun: %s', (_, plan, now, years) => {
  expect(listYearsBegun(plan, new Date(now))).toEqual(years);
});

test.each([
  [2021, undefined],
  [2022, undefined],
  [2023, 'not-begun'],
  [2025, 'not-begun'],
  [2026, 'outside'],
  [2020, 'outside'],
  [0, 'outside'],
  [-2021, 'outside'],
  [20211, 'outside'],
  [2021.5, 'outside'],
  [Number.NaN, 'outside'],
])('the report of %s in May 2022: %s', (year, trouble) => {
  expect(findYearTrouble(plan101, new Date('2022-05-01T00:00:00Z'), year)).toBe(trouble);
});
