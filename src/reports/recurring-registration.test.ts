import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { added, readTable } from '../../tests/documents/read-table.ts';
import {
  calendar,
  layUnits,
  plan101,
  register,
  seeded,
  type Unit,
  type Wanted,
} from '../../tests/documents/sample.ts';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { listStandings } from '../duties/standing.ts';
import { registrationTime } from '../exemplars/lateness.ts';
import { periodOf } from '../plan/occurrence.ts';
import type { LoadedPlan, RecurringRule } from '../plan/plan.ts';
import { byUnit } from './by-unit.ts';
import { readCategoryCounts, readUnitBars } from './chart/read-chart-data.ts';

const now = new Date('2022-08-20T02:00:00Z');
const at = { unit: 1, min: 2, max: 3, counted: 4, missing: 9, over: 10, timeliness: 13 };

let db: TestDatabase;
let units: Unit[];
let liaison: number;
let tempDir = '';
beforeAll(async () => {
  tempDir = await mkdtemp(join(tmpdir(), 'dien-hinh-recurring-'));
  db = await freshDatabase();
  ({ units, liaison } = await layUnits(db, plan101));
});
afterAll(async () => {
  await db.drop();
  await rm(tempDir, { recursive: true });
});

/** Plan 101 with another due of its registration, and small quotas. */
function planWith(due: RecurringRule): LoadedPlan {
  return {
    ...plan101,
    unitKinds: plan101.unitKinds.map((kind) => ({ ...kind, quota: { min: 1, max: 2, expected: null } })),
    duties: plan101.duties.map((duty) => (duty.code === 'registration' ? { ...duty, due } : duty)),
  };
}

/** Exemplars of two years, on days at random, each for the occurrence of its day. */
async function fill(plan: LoadedPlan, seed: number): Promise<void> {
  const random = seeded(seed);
  const wanted: (Wanted & { submittedAt: Date })[] = units.flatMap((unit) =>
    Array.from({ length: Math.floor(random() * 9) }, (_, number) => {
      const submittedAt = new Date(Date.UTC(2021, 0, 5) + random() * 590 * 86_400_000);
      const status = (['submitted', 'approved', 'returned', 'withdrawn'] as const)[Math.floor(random() * 4)];
      return {
        unit,
        number: number + 1,
        year: submittedAt.getUTCFullYear(),
        submittedAt,
        ...(status && { status }),
      };
    }),
  );
  await db.prisma.exemplar.deleteMany();
  await register(db, plan, liaison, wanted);
  for (const { id, unitId, submittedAt } of await db.prisma.exemplar.findMany())
    await db.prisma.exemplar.update({
      where: { id },
      data: { occurrence: registrationTime(plan, unitId, submittedAt) },
    });
}

const rules: [string, RecurringRule][] = [
  ['each year', { rule: 'yearly', month: 9, day: 1, from: 2021, to: 2025 }],
  [
    'each year, until January of the next',
    { rule: 'yearly', month: 1, day: 15, following: true, from: 2021, to: 2025 },
  ],
  ['each half-year', { rule: 'halfYearly', month: 6, day: 10, from: '2021-H1', to: '2025-H2' }],
  [
    'each quarter, before the tenth of its last month',
    { rule: 'quarterly', month: 3, day: 10, before: true, from: '2021-Q1', to: '2025-Q4' },
  ],
  ['each month', { rule: 'monthly', day: 'last', from: '2021-01', to: '2025-12' }],
  [
    'each month, by the sixth of the next',
    { rule: 'monthly', day: 6, before: true, following: true, from: '2021-01', to: '2025-12' },
  ],
];

describe.each(rules)('a registration %s is counted by occurrence', (_, rule) => {
  const plan = planWith(rule);
  beforeAll(() => fill(plan, rules.findIndex(([, one]) => one === rule) + 3));

  test.each([2021, 2022])('in the report of %s', async (year) => {
    const made = await byUnit.make({ db, plan, calendar, tempDir }, { year, locale: 'vi', by: 'A', now });
    const table = await readTable(made.path);
    const standings = (await listStandings({ db, plan, now })).filter(
      ({ duty, occurrence }) => duty === 'registration' && periodOf(occurrence)?.year === year,
    );
    for (const unit of units) {
      const mine = standings.filter(({ unitId }) => unitId === unit.id);
      const sum = (of: (one: (typeof mine)[number]) => number) => mine.reduce((all, one) => all + of(one), 0);
      const states = mine.map(({ status }) => status);
      const worst = states.includes('overdue')
        ? 'Quá hạn chưa đủ'
        : states.includes('doneLate')
          ? 'Nộp chậm'
          : undefined;
      const line = table.lines.find((each) => each[at.unit] === unit.name) ?? [];
      expect([line[at.min], line[at.max], line[at.counted], line[at.missing], line[at.over]]).toEqual([
        ...[
          mine.length,
          2 * mine.length,
          sum(({ counted = 0 }) => counted),
          sum(({ missing = 0 }) => missing),
        ],
        sum(({ counted = 0 }) => Math.max(0, counted - 2)),
      ]);
      if (worst) expect(line[at.timeliness]).toBe(worst);
      else expect(line[at.timeliness]).not.toMatch(/Quá hạn|chậm/);
    }
    expect(table.grand[at.counted]).toBe(added(table.lines, at.counted));
    expect(table.notes.get('Kỳ tính')).toContain('từng kỳ');
    // Pictures count the same exemplars.
    const scope = { year, unitId: null, now };
    const bars = (await readUnitBars(db.pool, plan, scope, 'vi')).flatMap((group) => group.bars);
    const categories = await readCategoryCounts(db.pool, plan, scope, 'vi');
    expect(bars.reduce((all, { approved, waiting }) => all + approved + waiting, 0)).toBe(
      table.grand[at.counted],
    );
    expect(categories.reduce((all, { count }) => all + count, 0)).toBe(table.grand[at.counted]);
  });
});

test('a unit that began in May owes nothing of the months before', async () => {
  const plan = planWith({ rule: 'monthly', day: 'last', from: '2021-01', to: '2025-12' });
  const [unit] = units;
  if (!unit) throw new Error('no unit');
  await db.prisma.exemplar.deleteMany();
  const since = new Date('2022-05-10');
  await db.prisma.unit.update({ where: { id: unit.id }, data: { since, owesFrom: since } });
  const { path } = await byUnit.make(
    { db, plan, calendar, tempDir },
    { year: 2022, locale: 'vi', by: 'A', now },
  );
  const line = (await readTable(path)).lines.find((each) => each[at.unit] === unit.name) ?? [];
  // May to August.
  expect([line[at.min], line[at.missing], line[at.timeliness]]).toEqual([4, 4, 'Quá hạn chưa đủ']);
});
