import { expect, test } from 'vitest';
import { plan101, smallPlan } from '../../tests/documents/sample.ts';
import { decideTimeliness, timelinessWords } from './timeliness.ts';

const before = '2021-08-20T02:00:00Z';
const lastMoment = '2021-08-24T16:59:59.999Z';
const firstLate = '2021-08-24T17:00:00Z';
const after = '2021-09-15T02:00:00Z';

/** A commune of Plan 101 needs ten by the end of 24/8/2021. */
const communes: [
  string,
  { counted: number; reachedAt?: string; now: string },
  keyof typeof timelinessWords,
][] = [
  ['complete, in time', { counted: 10, reachedAt: before, now: after }, 'onTime'],
  ['complete in the last millisecond', { counted: 10, reachedAt: lastMoment, now: lastMoment }, 'onTime'],
  ['complete in the first late one', { counted: 10, reachedAt: firstLate, now: firstLate }, 'late'],
  ['handed in late and now complete', { counted: 12, reachedAt: after, now: after }, 'late'],
  ['handed in late and still short', { counted: 4, now: after }, 'overdue'],
  ['one short after the due', { counted: 9, now: firstLate }, 'overdue'],
  ['nothing handed in and overdue', { counted: 0, now: after }, 'overdue'],
  ['years later still nothing', { counted: 0, now: '2024-02-01T00:00:00Z' }, 'overdue'],
  ['some, and the due is in future', { counted: 9, now: before }, 'short'],
  ['nothing, and the due is in future', { counted: 0, now: before }, 'none'],
  ['nothing in the last millisecond', { counted: 0, now: lastMoment }, 'none'],
];

test.each(communes)('%s', (_, { counted, reachedAt, now }, expected) => {
  const state = {
    unitId: 1,
    occurrence: '' as const,
    kind: 'commune',
    counted,
    missing: Math.max(0, 10 - counted),
    reachedAt: reachedAt ? new Date(reachedAt) : null,
  };
  expect(decideTimeliness(plan101, state, new Date(now))).toBe(expected);
});

test('without a date in the plan no unit is late or overdue', () => {
  const undated = {
    ...plan101,
    duties: plan101.duties.map((duty) => ({ ...duty, due: { rule: 'unset' as const } })),
  };
  const of = (counted: number, reachedAt: Date | null) =>
    decideTimeliness(
      undated,
      { unitId: 1, occurrence: '' as const, kind: 'commune', counted, missing: 10 - counted, reachedAt },
      new Date(after),
    );
  expect([of(0, null), of(3, null), of(10, new Date(after))]).toEqual(['none', 'short', 'complete']);
});

test('a kind of unit that owes no list has no state', () => {
  const [kind] = smallPlan.unitKinds;
  const plan = { ...smallPlan, duties: smallPlan.duties.map((duty) => ({ ...duty, owedBy: ['school'] })) };
  const state = {
    unitId: 1,
    occurrence: '' as const,
    kind: kind?.code ?? '',
    counted: 0,
    missing: 2,
    reachedAt: null,
  };
  expect(decideTimeliness(plan, state, new Date('2024-01-01'))).toBeUndefined();
});

test('no two states have the same name', () => {
  expect(new Set(Object.values(timelinessWords)).size).toBe(Object.keys(timelinessWords).length);
});
