import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadPlan } from './load.ts';
import type { Quota } from './plan.ts';
import { compareWithQuota, formatQuota, quotaOf } from './quota.ts';

const plan101 = loadPlan('prisma/plans/101-kh-ubnd.yaml');
const small = loadPlan('tests/fixtures/plans/small.yaml');

test.each([
  [plan101, 'agency', '≥ 1'],
  [plan101, 'association', '≥ 1'],
  [plan101, 'police', '5–7'],
  [plan101, 'military', '5–7'],
  [plan101, 'education', '5–7'],
  [plan101, 'health', '5–7'],
  [plan101, 'commune', '10–15'],
  [plan101, 'township', '10–15'],
  [small, 'village', '2–3'],
  [small, 'school', '1'],
  [small, 'club', '≥ 1'],
])('%#: a unit of kind %s registers %s', (plan, kind, words) => {
  expect(formatQuota(quotaOf(plan, kind))).toBe(words);
});

test('an unknown kind of unit is an error', () => {
  expect(() => quotaOf(small, 'commune')).toThrow('no kind of unit "commune"');
});

const commune = quotaOf(plan101, 'commune');
const agency = quotaOf(plan101, 'agency');

test.each([
  [commune, 0, { missing: 10, over: 0, met: false, full: false }],
  [commune, 9, { missing: 1, over: 0, met: false, full: false }],
  [commune, 10, { missing: 0, over: 0, met: true, full: false }],
  [commune, 14, { missing: 0, over: 0, met: true, full: false }],
  [commune, 15, { missing: 0, over: 0, met: true, full: true }],
  [commune, 16, { missing: 0, over: 1, met: true, full: true }],
  [agency, 0, { missing: 1, over: 0, met: false, full: false }],
  [agency, 40, { missing: 0, over: 0, met: true, full: false }],
])('%j with %i', (quota, counted, expected) => {
  expect(compareWithQuota(quota, counted)).toEqual({ counted, ...expected });
});

test('one more is over exactly when the quota is full; none is both missing and over', () => {
  const quotas = fc
    .tuple(fc.nat(20), fc.option(fc.nat(20)))
    .map(([min, more]): Quota => ({ min, max: more === null ? null : min + more, expected: null }));
  fc.assert(
    fc.property(quotas, fc.nat(60), (quota, counted) => {
      const now = compareWithQuota(quota, counted);
      const next = compareWithQuota(quota, counted + 1);
      expect(next.over - now.over).toBe(now.full ? 1 : 0);
      expect(now.missing - next.missing).toBe(now.met ? 0 : 1);
      expect(Math.min(now.missing, now.over)).toBe(0);
    }),
  );
});
