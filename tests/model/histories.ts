import fc from 'fast-check';
import type { DueRule, Ladder } from '../../src/plan/plan.ts';
import type { UnitAction } from '../../src/store/generated/enums.ts';
import { countDay, writeDay } from './days.ts';

/** Kinds of units of every plan here. */
export const kinds = ['commune', 'agency'] as const;

/** What a random plan asks for. */
export interface PlanSeed {
  least: { commune: number; agency: number };
  duties: {
    code: string;
    way: 'registration' | 'filing' | 'optional';
    owedBy: 'all' | string[];
    due: DueRule;
  }[];
  ladder: Ladder;
}

/** Something that happens in an office; numbers choose among what is there, modulo. */
export type HistoryEvent =
  /** Compares; `onMoved`: on the next day to which an officer moved a due. */
  | { do: 'look'; onMoved?: boolean }
  | { do: 'register'; unit: number; plan: number; count: number }
  | { do: 'decide'; exemplar: number; to: 'approved' | 'returned' | 'rejected' | 'withdrawn' | 'submitted' }
  | { do: 'file'; unit: number; plan: number; duty: number; time: number }
  | { do: 'judge'; filing: number; to: 'accepted' | 'returned' }
  | {
      do: 'move';
      plan: number;
      duty: number;
      time: number;
      unit: number | null;
      days: number;
      exact: boolean;
    }
  | { do: 'join'; person: number; unit: number; role: 'liaison' | 'head' }
  | { do: 'leave'; role: number }
  | {
      do: 'change';
      action: UnitAction;
      units: [number, number, number];
      inDays: number;
      kind: string;
      least?: number | undefined;
      /** Whether a division divides people and exemplars. */
      divide: boolean;
    };

/** A history: plans, units with their kinds and plans, days off, and what happens when. */
export interface History {
  plans: PlanSeed[];
  units: { kind: string; plans: boolean[] }[];
  daysOff: number[];
  workingDays: number[];
  steps: { days: number; minute: number; event: HistoryEvent }[];
}

/** The first day of every history. */
export const firstDay = countDay(2021, 7, 1);

const day = fc.integer({ min: firstDay - 20, max: firstDay + 300 });
const dayOfMonth = fc.oneof(fc.integer({ min: 1, max: 28 }), fc.constant('last' as const));
const recurring = { day: dayOfMonth, before: fc.boolean(), following: fc.boolean() };

const rule: fc.Arbitrary<DueRule> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ rule: fc.constantFrom('before', 'on'), date: day.map(writeDay) }) },
  fc.constant({ rule: 'unset' as const }),
  fc.record({
    ...{ rule: fc.constant('yearly' as const), ...recurring, month: fc.integer({ min: 1, max: 12 }) },
    ...{ from: fc.constantFrom(2020, 2021), to: fc.constantFrom(2021, 2022) },
  }),
  fc.record({
    ...{ rule: fc.constant('halfYearly' as const), ...recurring, month: fc.integer({ min: 1, max: 6 }) },
    ...{ from: fc.constantFrom('2021-H1', '2021-H2'), to: fc.constant('2022-H1') },
  }),
  fc.record({
    ...{ rule: fc.constant('quarterly' as const), ...recurring, month: fc.integer({ min: 1, max: 3 }) },
    ...{ from: fc.constantFrom('2021-Q2', '2021-Q4'), to: fc.constant('2022-Q1') },
  }),
  fc.record({
    ...{ rule: fc.constant('monthly' as const), ...recurring },
    ...{ from: fc.constantFrom('2021-06', '2021-11'), to: fc.constantFrom('2021-12', '2022-02') },
  }),
);

const owedBy = fc.oneof(
  { weight: 3, arbitrary: fc.constant<'all' | string[]>('all') },
  fc.constantFrom<'all' | string[]>(['commune'], ['agency']),
);

const ladder: fc.Arbitrary<Ladder> = fc.record({
  at: fc.constantFrom('08:00', '09:30'),
  from: fc.constantFrom('07:30', '08:00'),
  until: fc.constantFrom('11:00', '17:30'),
  lastDayUntil: fc.constant('20:00'),
  before: fc.subarray([30, 14, 7, 5, 3, 2, 1]),
  lastDay: fc.boolean(),
  after: fc.subarray([1, 2, 3, 7, 10], { minLength: 1 }),
  everyDaysAfter: fc.integer({ min: 1, max: 20 }),
  headsFrom: fc.integer({ min: -7, max: 10 }),
});

const plan: fc.Arbitrary<PlanSeed> = fc.record({
  least: fc.record({ commune: fc.integer({ min: 1, max: 4 }), agency: fc.integer({ min: 1, max: 2 }) }),
  duties: fc
    .tuple(
      fc.record({ way: fc.constant('registration' as const), owedBy, due: rule }),
      fc.array(
        fc.record({
          way: fc.constantFrom('filing' as const, 'filing' as const, 'optional' as const),
          owedBy,
          due: rule,
        }),
        { minLength: 1, maxLength: 2 },
      ),
    )
    .map(([registration, others]) =>
      [registration, ...others].map((duty, i) => ({ ...duty, code: `duty${i}` })),
    ),
  ladder,
});

const many = fc.nat({ max: 997 });
/** Few to choose from: the same due is moved again, of all units and of one. */
const few = fc.nat({ max: 1 });
const event: fc.Arbitrary<HistoryEvent> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('look' as const), onMoved: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      ...{
        do: fc.constant('register' as const),
        unit: many,
        plan: many,
        count: fc.integer({ min: 1, max: 3 }),
      },
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ do: fc.constant('decide' as const), exemplar: many },
      to: fc.constantFrom('approved', 'returned', 'rejected', 'withdrawn', 'submitted'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('file' as const),
      unit: many,
      plan: many,
      duty: many,
      time: many,
    }),
  },
  {
    arbitrary: fc.record({
      do: fc.constant('judge' as const),
      filing: many,
      to: fc.constantFrom('accepted', 'returned'),
    }),
    weight: 1,
  },
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ do: fc.constant('move' as const), plan: few, duty: few, time: few, unit: fc.option(few) },
      ...{ days: fc.integer({ min: -15, max: 40 }), exact: fc.boolean() },
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('join' as const),
      person: many,
      unit: many,
      role: fc.constantFrom('liaison', 'head'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), role: many }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      action: fc.constantFrom<UnitAction>(
        'merged',
        'merged',
        'split',
        'split',
        'renamed',
        'closed',
        'created',
      ),
      units: fc.tuple(many, many, many),
      inDays: fc.integer({ min: -3, max: 20 }),
      kind: fc.constantFrom(...kinds),
      divide: fc.boolean(),
      least: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    }),
  },
);

/** Any history of an office with one to three plans, over about a year. */
export const histories: fc.Arbitrary<History> = fc.record({
  plans: fc.array(plan, { minLength: 1, maxLength: 3 }),
  units: fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      plans: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    }),
    { minLength: 2, maxLength: 4 },
  ),
  daysOff: fc.array(fc.integer({ min: firstDay - 30, max: firstDay + 400 }), { maxLength: 60 }),
  workingDays: fc.array(fc.integer({ min: firstDay - 30, max: firstDay + 400 }), { maxLength: 15 }),
  steps: fc.array(
    fc.record({
      days: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 60 })),
      minute: fc.constantFrom(0, 455, 480, 540, 570, 720, 1055, 1140, 1300),
      event,
    }),
    { minLength: 4, maxLength: 16 },
  ),
});
