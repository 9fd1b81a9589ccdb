import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loaded } from '../../tests/support/loaded.ts';
import { addDays } from './calendar.ts';
import { decideLastDay, dueOf, ownDuesOf } from './due.ts';
import { loadPlan } from './load.ts';
import type { MovedDue } from './plan.ts';

const plan = loaded(loadPlan('prisma/plans/101-kh-ubnd.yaml'));
const move = (unitId: number | null, lastDay: string, exact = false) => ({ unitId, lastDay, exact });

const report = { duty: 'annualReport', occurrence: '2022' } as const;
const proposals = { duty: 'awardProposals', occurrence: '2022' } as const;

test.each<[string, ReturnType<typeof move>[], string]>([
  ['nothing moved', [], '2021-08-24'],
  ['a move for all', [move(null, '2021-08-31')], '2021-08-31'],
  ['a move for all, earlier', [move(null, '2021-08-20')], '2021-08-20'],
  ['the last of several moves', [move(null, '2021-08-31'), move(null, '2021-08-28')], '2021-08-28'],
  ['an extension of its own', [move(7, '2021-09-05')], '2021-09-05'],
  ['an extension of another unit', [move(8, '2021-09-05')], '2021-08-24'],
  ['an own day that is earlier', [move(7, '2021-08-20')], '2021-08-24'],
  ['an own day that is earlier, and holds', [move(7, '2021-08-20', true)], '2021-08-20'],
  ['a general day later than its own', [move(7, '2021-09-05'), move(null, '2021-09-10')], '2021-09-10'],
  ['a general day earlier than its own', [move(7, '2021-09-05'), move(null, '2021-08-31')], '2021-09-05'],
  [
    'a general day that ends extensions',
    [move(7, '2021-09-05'), move(null, '2021-08-31', true)],
    '2021-08-31',
  ],
  [
    'an extension after that',
    [move(7, '2021-09-05'), move(null, '2021-08-31', true), move(7, '2021-09-02')],
    '2021-09-02',
  ],
])('%s: the last day of unit 7', (_, moves, day) => {
  expect(decideLastDay('2021-08-24', moves, 7)).toBe(day);
});

test('a duty without a date has none until an officer sets it', () => {
  const set = (moved: MovedDue[]) => ({ ...plan, moved });
  const own = { duty: 'periodSummary', occurrence: '', ...move(7, '2025-12-10') } as const;
  expect(dueOf(set([]), 'periodSummary', '')).toBeUndefined();
  expect(dueOf(set([own]), 'periodSummary', '')).toBeUndefined();
  expect(dueOf(set([own]), 'periodSummary', '', 7)?.lastDay).toBe('2025-12-10');
  const general = { duty: 'periodSummary', occurrence: '', ...move(null, '2025-11-30') } as const;
  expect(dueOf(set([own, general]), 'periodSummary', '')?.lastDay).toBe('2025-11-30');
  expect(ownDuesOf(set([own, general]), 'periodSummary', '').map(({ unitId }) => unitId)).toEqual([7]);
});

test.each<[string, MovedDue[], string, string]>([
  ['the report moved for all', [{ ...report, ...move(null, '2022-12-20') }], '2022-12-20', '2022-12-20'],
  ['the report moved for unit 7', [{ ...report, ...move(7, '2022-12-30') }], '2022-12-15', '2022-12-30'],
  ['the proposals themselves', [{ ...proposals, ...move(7, '2022-12-18') }], '2022-12-15', '2022-12-18'],
  [
    'the report of another year',
    [{ ...report, occurrence: '2021', ...move(7, '2022-01-30') }],
    '2022-12-15',
    '2022-12-15',
  ],
  [
    'the report, then the proposals',
    [
      { ...report, ...move(null, '2022-12-20') },
      { ...proposals, ...move(null, '2022-12-18') },
    ],
    ...(['2022-12-18', '2022-12-18'] as const),
  ],
])('award proposals move with %s', (_, moved, general, own) => {
  const then = { ...plan, moved };
  expect(dueOf(then, 'awardProposals', '2022')?.lastDay).toBe(general);
  expect(dueOf(then, 'awardProposals', '2022', 7)?.lastDay).toBe(own);
  expect(ownDuesOf(then, 'awardProposals', '2022').length).toBe(own === general ? 0 : 1);
});

test('the report does not move with the award proposals', () => {
  const moved = [{ ...proposals, ...move(null, '2022-12-30') }];
  expect(dueOf({ ...plan, moved }, 'annualReport', '2022')?.lastDay).toBe('2022-12-15');
});

/** The rule told otherwise: from the end backwards, what an officer decided last. */
function told(planned: string, moves: ReturnType<typeof move>[], unit: number): string {
  const lastGeneral = moves.findLast((one) => one.unitId === null);
  const ending = moves.findLastIndex((one) => one.unitId === null && one.exact);
  const own = moves.findLast((one, i) => one.unitId === unit && i > ending);
  const general = lastGeneral?.lastDay ?? planned;
  if (!own) return general;
  return own.exact || own.lastDay > general ? own.lastDay : general;
}

test('any history of moves gives the day that the rule tells, for every unit', () => {
  const days = fc.nat(60).map((days) => addDays('2021-08-01', days));
  const moves = fc.array(
    fc.record({ unitId: fc.constantFrom(null, 1, 2, 3), lastDay: days, exact: fc.boolean() }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(days, moves, (planned, all) => {
      for (const unit of [1, 2, 3]) expect(decideLastDay(planned, all, unit)).toBe(told(planned, all, unit));
      const general = all.findLast(({ unitId }) => unitId === null)?.lastDay ?? planned;
      expect(decideLastDay(planned, all, null)).toBe(general);
    }),
    { numRuns: 1000 },
  );
});
