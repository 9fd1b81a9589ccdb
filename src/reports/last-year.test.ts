import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { added, type ReadTable, readTable } from '../../tests/documents/read-table.ts';
import { calendar, layUnits, plan101, register, seeded, type Unit } from '../../tests/documents/sample.ts';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { describePlanKinds } from '../duties/plan-kinds.ts';
import { applyUnitChanges } from '../unit-changes/apply-changes.ts';
import { byCategory } from './by-category.ts';
import { byUnit } from './by-unit.ts';
import { noFilter } from './filter/report-filter.ts';
import { findLastYear } from './last-year.ts';
import { makeAsOf } from './make-as-of.ts';
import type { Report, ReportRequest } from './report.ts';

const now = new Date('2022-10-10T02:00:00Z');
let db: TestDatabase;
let units: Unit[];
let tempDir = '';

/** Two years of exemplars, some returned in between. In June 2022 communes merge, and one ends. */
beforeAll(async () => {
  tempDir = await mkdtemp(join(tmpdir(), 'dien-hinh-last-year-'));
  db = await freshDatabase();
  const laid = await layUnits(db, plan101);
  units = laid.units;
  const random = seeded(21);
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const wanted = Array.from({ length: 300 }, (_, i) => {
    const category = pick(plan101.categories);
    const submittedAt = new Date(Date.UTC(2021, 7, 18) + Math.floor(random() * 400) * 86_400_000);
    return {
      unit: pick(units) ?? fail(),
      number: i + 1,
      year: submittedAt.getUTCFullYear(),
      status: pick(['submitted', 'submitted', 'approved', 'returned', 'rejected'] as const),
      subject: category?.subject,
      category: category?.code,
      submittedAt,
    };
  });
  const early = communes()
    .slice(0, 3)
    .map((unit, i) => ({ unit, number: 500 + i, submittedAt: new Date('2021-09-01T02:00:00Z') }));
  await register(db, plan101, laid.liaison, [...wanted, ...early]);
  // A decision comes weeks after the exemplar: as of a day between the two it counts.
  await db.pool.query(
    `update exemplar set decided_at = submitted_at + interval '1 day' * (10 + id % 150) where decided_at is not null`,
  );
  const [first, second, third] = communes();
  await db.prisma.unitChange.create({
    data: {
      ...{
        officeId: 1,
        action: 'merged',
        on: new Date('2022-06-01'),
        ground: 'Nghị quyết sắp xếp',
        units: [],
      },
      ...{ before: [first?.id ?? 0, second?.id ?? 0], byId: laid.liaison, channel: 'web', madeBy: 'draft:1' },
      recordedAt: new Date('2022-05-20T02:00:00Z'),
      after: [{ code: 'MOI', name: 'Xã Mới', short: 'Mới', kind: 'commune' }],
    },
  });
  const zone = plan101.zone;
  await applyUnitChanges({
    db,
    plans: [describePlanKinds(plan101)],
    now: new Date('2022-06-01T02:00:00Z'),
    zone,
  });
  // A commune whose only exemplars do not count any more, and which ends without a successor.
  await db.prisma.exemplar.updateMany({
    where: { unitId: third?.id ?? 0 },
    data: { status: 'returned', decidedAt: new Date('2022-02-01T02:00:00Z') },
  });
  await db.prisma.unit.update({
    where: { id: third?.id ?? 0 },
    data: { active: false, until: new Date('2022-05-31') },
  });
});
afterAll(async () => {
  await db.drop();
  await rm(tempDir, { recursive: true });
});

const communes = () => units.filter(({ kind }) => kind === 'commune');
function fail(): never {
  throw new Error('no units');
}

async function make(report: Report, request: Partial<ReportRequest>) {
  const made = await makeAsOf(
    report,
    { db, plan: plan101, calendar, tempDir },
    { year: 2022, locale: 'vi', by: 'Lê Thị Thu', now, ...request },
  );
  return { made, table: await readTable(made.path) };
}

const columnOf = ({ keys }: ReadTable, mark: string) => keys.findIndex((key) => key.split('=')[0] === mark);

/** Marks of the columns: the count, that of the year before, the change. */
const marks = (report: Report, kinds = plan101.unitKinds.length) =>
  report === byUnit ? ['3', '13', '14'] : [kinds + 3, kinds + 5, kinds + 6].map(String);

describe.each([byUnit, byCategory])('$code', (report) => {
  test.each<[string, Partial<ReportRequest>, Partial<ReportRequest>]>([
    ['of now', {}, { year: 2021, asOf: '2021-10-10' }],
    ['of an earlier day', { asOf: '2022-09-01' }, { year: 2021, asOf: '2021-09-01' }],
    ['before the merger', { asOf: '2022-05-30', year: 2022 }, { year: 2021, asOf: '2021-05-30' }],
    ['of the second half', { half: 2 }, { year: 2021, half: 2, asOf: '2021-10-10' }],
    [
      'of some kinds',
      { filter: { ...noFilter, kinds: ['agency', 'police'] } },
      { year: 2021, asOf: '2021-10-10', filter: { ...noFilter, kinds: ['agency', 'police'] } },
    ],
  ])('%s agrees with a report made as of that day', async (name, request, before) => {
    const { table, made } = await make(report, request);
    const kinds = request.filter?.kinds.length || undefined;
    const [count = 0, last = 0, change = 0] = marks(report, kinds).map((mark) => columnOf(table, mark));
    if (name === 'before the merger') {
      // A year before, the plan did not exist.
      expect([last, change]).toEqual([-1, -1]);
      return;
    }
    const then = (await make(report, before)).table;
    const whole = then.grand[columnOf(then, marks(report, kinds)[0] ?? '')];
    expect(table.grand[last]).toBe(whole);
    expect(whole).toBeGreaterThan(0);
    expect(table.grand[change]).toBe(Number(table.grand[count]) - Number(whole));
    for (const line of table.lines) expect(line[change]).toBe(Number(line[count]) - Number(line[last]));
    for (const column of [last, change]) {
      expect(table.grand[column]).toBe(added(table.lines, column));
      for (const { from, to, values } of table.totals)
        expect(values[column]).toBe(added(table.lines.slice(from, to), column));
    }
    const said = made.figures.find(({ label }) => label.startsWith('Cùng kỳ năm trước'))?.value;
    expect(said).toBe(`${whole} (${Number(table.grand[change]) > 0 ? '+' : ''}${table.grand[change]})`);
  });

  test.each<[string, Partial<ReportRequest>]>([
    ['of the first year', { year: 2021 }],
    ['of the whole period', { whole: true }],
    [
      'of a half that had not begun a year before',
      { year: 2022, half: 1, now: new Date('2022-03-01T02:00:00Z') },
    ],
  ])('%s is not compared', async (_name, request) => {
    const { table, made } = await make(report, request);
    expect(table.headings).not.toContain('Tăng, giảm');
    expect(made.figures.map(({ label }) => label).join()).not.toContain('năm trước');
  });

  test('the change is a live formula', async () => {
    const { table } = await make(report, {});
    const at = table.headings.indexOf('Tăng, giảm') + 1;
    const formulas: string[] = [];
    table.sheet.eachRow((row) => formulas.push(row.getCell(at).formula ?? ''));
    expect(formulas.filter((one) => /^[A-Z]+\d+-[A-Z]+\d+$/.test(one)).length).toBe(table.lines.length);
  });
});

test('merged communes count for the new one, and a commune that ended stays', async () => {
  const { table } = await make(byUnit, {});
  const then = (await make(byUnit, { year: 2021, asOf: '2021-10-10' })).table;
  const [first, second, third] = communes().map(({ name }) => name);
  const countOf = (of: ReadTable, unit: string | undefined, mark: string) =>
    Number(of.lines.find((line) => String(line[1]).startsWith(unit ?? '?'))?.[columnOf(of, mark)] ?? 0);
  expect(countOf(then, first, '3') + countOf(then, second, '3')).toBeGreaterThan(0);
  expect(countOf(table, 'Xã Mới', '13')).toBe(countOf(then, first, '3') + countOf(then, second, '3'));
  expect(countOf(then, third, '3')).toBeGreaterThan(0);
  expect(countOf(table, third, '13')).toBe(countOf(then, third, '3'));
  const merged = (await make(byUnit, { unitIds: [await idOf('Xã Mới')], unitLabel: 'Xã Mới' })).table;
  expect(merged.lines.map((line) => line[columnOf(merged, '13')])).toEqual([countOf(table, 'Xã Mới', '13')]);
});

async function idOf(name: string): Promise<number> {
  return (await db.prisma.unit.findFirstOrThrow({ where: { name } })).id;
}

test.each<[string, Partial<ReportRequest>, string | undefined]>([
  ['2022-10-10T02:00:00Z', { year: 2022 }, '2021-10-10'],
  ['2024-02-29T02:00:00Z', { year: 2024 }, '2023-02-28'],
  ['2024-02-29T02:00:00Z', { year: 2023 }, '2023-02-28'],
  ['2022-08-17T02:00:00Z', { year: 2022 }, undefined],
  ['2022-08-18T02:00:00Z', { year: 2022 }, '2021-08-18'],
  ['2023-03-01T02:00:00Z', { year: 2023, half: 1 }, '2022-03-01'],
  ['2022-10-10T02:00:00Z', { year: 2022, half: 1 }, '2021-10-10'],
  ['2021-12-01T02:00:00Z', { year: 2021 }, undefined],
])('on %s a report of %j is compared with %s', (day, request, asOf) => {
  const found = findLastYear(plan101, { year: 2022, now: new Date(day), ...request });
  expect(found?.asOf).toBe(asOf);
});
