import { expect, it } from 'vitest';
import { plan101, smallPlan } from '../../tests/documents/sample.ts';
import { loaded } from '../../tests/support/loaded.ts';
import { loadPlan } from '../plan/load.ts';
import { buildByUnitColumns } from './by-unit-columns.ts';

const province = loaded(loadPlan('prisma/plans/tinh-2026-2030.yaml'));
const next = loaded(loadPlan('prisma/plans/vi-du-2026-2030.yaml'));

it.each([
  ['Plan 101', plan101, true, 14],
  ['Plan 101 without the year before', plan101, false, 12],
  ['the plan after it', next, true, 14],
  ['a plan without a document in the summary', smallPlan, true, 13],
  ['the plan of a province', province, true, 13],
  ['the plan of a province without the year before', province, false, 11],
])('the keys of %s count on without a gap', (_, plan, compared, last) => {
  const keys = buildByUnitColumns(plan, compared).map(({ mark }) => mark);
  const numbers = keys.flatMap((key) => /^(\d+)(?:=|$)/.exec(key)?.[1] ?? []);
  expect(numbers.map(Number)).toEqual(Array.from({ length: last }, (_one, index) => index + 1));
  const halves = keys.filter((key) => /^\d+[ab]$/.test(key)).map((key) => Number.parseInt(key, 10));
  const timeliness = compared ? last - 2 : last;
  expect(halves).toEqual([timeliness, timeliness]);
  if (compared) expect(keys.at(-1)).toBe(`${last}=3-${last - 1}`);
});
