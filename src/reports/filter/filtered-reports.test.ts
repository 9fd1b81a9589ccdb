import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTable } from '../../../tests/documents/read-table.ts';
import { calendar, fillDistrict, plan101, publicise } from '../../../tests/documents/sample.ts';
import { fillPeople } from '../../../tests/documents/sample-people.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { byCategory } from '../by-category.ts';
import { byUnit } from '../by-unit.ts';
import { detail } from '../detail.ts';
import { dutyProgress } from '../duty-progress.ts';
import { makeAsOf } from '../make-as-of.ts';
import { nudgeLog } from '../nudge-log.ts';
import { phoneList } from '../phone-list.ts';
import { publicity } from '../publicity/publicity.ts';
import type { Report, ReportRequest } from '../report.ts';
import { yearResults } from '../year-results/year-results.ts';
import { noFilter, type ReportFilter } from './report-filter.ts';

const now = new Date('2022-03-10T02:00:00Z');
let tempDir = '';
let db: TestDatabase;
beforeAll(async () => {
  tempDir = await mkdtemp(join(tmpdir(), 'dien-hinh-filter-'));
  db = await freshDatabase();
  await fillPeople(db, await fillDistrict(db, plan101, 17), 17);
  await publicise(db);
});
afterAll(async () => {
  await db.drop();
  await rm(tempDir, { recursive: true });
});

async function make(report: Report, filter?: Partial<ReportFilter>, more: Partial<ReportRequest> = {}) {
  const made = await makeAsOf(
    report,
    { db, plan: plan101, calendar, tempDir },
    {
      ...{ year: 2021, locale: 'vi', by: 'Lê Thị Thu', now, phones: true, ...more },
      ...(filter && { filter: { ...noFilter, ...filter } }),
    },
  );
  return { made, table: await readTable(made.path) };
}

const nameOf = (kind: string) => plan101.unitKinds.find(({ code }) => code === kind)?.name.vi ?? '';
/** Lines without their number, which counts within what is shown. */
const plain = (lines: unknown[][]) => lines.map((line) => JSON.stringify(line.slice(1)));

describe.each([byUnit, detail, dutyProgress, yearResults, publicity, phoneList])('$code', (report) => {
  test.each([[['commune', 'township']], [['agency']], [['health', 'education', 'police']]])(
    'of some kinds has the groups of the whole report: %j',
    async (kinds) => {
      const whole = (await make(report)).table;
      const { made, table } = await make(report, { kinds });
      const groups = whole.totals.filter(({ label }) =>
        kinds.some((kind) => label === `Cộng ${nameOf(kind)}`),
      );
      expect(plain(table.lines)).toEqual(
        plain(groups.flatMap(({ from, to }) => whole.lines.slice(from, to))),
      );
      expect(table.totals.map(({ label, values }) => [label, values.slice(2)])).toEqual(
        groups.map(({ label, values }) => [label, values.slice(2)]),
      );
      expect(made.rows).toBe(table.lines.length);
      expect(table.notes.get('Lọc theo')).toBe(`Nhóm đơn vị: ${kinds.map(nameOf).join(', ')}`);
      expect(JSON.stringify(table.sheet.getSheetValues())).toContain('Lọc theo: Nhóm đơn vị');
    },
  );
});

describe('the list', () => {
  test.each<[string, Partial<ReportFilter>, (line: unknown[]) => boolean]>([
    ['approved', { states: ['approved'] }, (line) => line.includes('Đã duyệt')],
    [
      'returned or withdrawn',
      { states: ['returned', 'withdrawn'] },
      (line) => line.includes('Trả lại') || line.includes('Đã rút'),
    ],
    [
      'a category',
      { categories: ['collective.health'] },
      (line) => line.includes('Y tế, chăm sóc sức khỏe Nhân dân'),
    ],
    [
      'individuals',
      { categories: ['individual.official', 'individual.worker', 'individual.resident'] },
      (line) => line.includes('Cá nhân'),
    ],
    [
      'a category that is approved',
      { categories: ['collective.education'], states: ['approved'] },
      (line) => line.includes('Giáo dục, đào tạo') && line.includes('Đã duyệt'),
    ],
    ['none', { categories: ['collective.gone'] }, () => false],
  ])('has the lines of the whole list that pass: %s', async (_name, filter, passes) => {
    const whole = (await make(detail)).table.lines.filter(passes);
    const { made, table } = await make(detail, filter);
    expect(plain(table.lines)).toEqual(plain(whole));
    expect(table.grand[1]).toBe(whole.length);
    expect(made.filename).toMatch(/^Bao-cao-danh-sach-2021-loc-[a-z0-9-]+\.xlsx$/);
    expect(made.filename).not.toContain('--');
  });

  test('of an earlier day is filtered by the states of that day', async () => {
    const asOf = '2021-08-21';
    const whole = (await make(detail, undefined, { asOf })).table.lines.filter((line) =>
      line.includes('Đã gửi'),
    );
    const { table } = await make(detail, { states: ['submitted'] }, { asOf });
    expect(whole.length).toBeGreaterThan(3);
    expect(plain(table.lines)).toEqual(plain(whole));
  });
});

test.each([
  [byUnit, { states: ['overdue' as const] }, 13, ['Quá hạn chưa đủ']],
  [byUnit, { states: ['done' as const, 'doneLate' as const] }, 13, ['Đúng hạn', 'Nộp chậm']],
  [dutyProgress, { states: ['doneLate' as const] }, 3, ['Nộp chậm']],
  [dutyProgress, { kinds: ['commune'], states: ['overdue' as const] }, 3, ['Quá hạn']],
  [nudgeLog, { states: ['blocked' as const, 'sent' as const] }, 7, ['Bị chặn', 'Đã gửi']],
] as const)('%o by state has the lines that are in it', async (report, filter, column, words) => {
  const whole = (await make(report, 'kinds' in filter ? { kinds: [...filter.kinds] } : undefined)).table
    .lines;
  const passing = whole.filter((line) => words.some((word) => line[column] === word));
  const { table } = await make(report, {
    states: [...filter.states],
    ...('kinds' in filter && { kinds: [...filter.kinds] }),
  });
  expect(passing.length).toBeGreaterThan(0);
  expect(passing.length).toBeLessThan(whole.length);
  expect(plain(table.lines)).toEqual(plain(passing));
});

test.each([
  ['implementationPlan', ['Kế hoạch triển khai']],
  ['registration', ['Đăng ký điển hình tiên tiến']],
])('progress by a duty has its lines alone: %s', async (duty, names) => {
  const whole = (await make(dutyProgress)).table.lines;
  const passing = whole.filter((line) => names.some((name) => line[1] === name));
  const { table } = await make(dutyProgress, { duties: [duty] });
  expect(passing.length).toBeGreaterThan(0);
  expect(passing.length).toBeLessThan(whole.length);
  expect(plain(table.lines)).toEqual(plain(passing));
});

test('nudges of a kind are those about its units, the unique publicity of a kind too', async () => {
  const { table } = await make(nudgeLog, { kinds: ['commune'] });
  const { rows } = await db.pool.query<{ n: number }>(
    `select count(distinct d.id)::int as n from nudge n join delivery d on d.id = n.delivery_id
     join plan_unit pu on pu.unit_id = n.unit_id where pu.kind = 'commune'
     and extract(year from d.created_at at time zone 'Asia/Ho_Chi_Minh') = 2021`,
  );
  expect(table.lines.length).toBe(rows[0]?.n);
  const { made } = await make(publicity, { kinds: ['commune'] }, { year: 2022, whole: true });
  const told = await db.pool.query<{ n: number }>(
    `select count(distinct a.id)::int as n from activity a join activity_exemplar ae on ae.activity_id = a.id
     join exemplar e on e.id = ae.exemplar_id join plan_unit pu on pu.unit_id = e.unit_id
     where a.kind = 'publicity' and a.withdrawn_at is null and e.status = 'approved' and pu.kind = 'commune'
     and a.held_on <= '2022-03-10'`,
  );
  expect(made.figures.find(({ label }) => label.startsWith('Lần tuyên truyền'))?.value).toBe(
    String(told.rows[0]?.n),
  );
});

test.each<[string, Partial<ReportFilter>, string]>([
  ['kinds', { kinds: ['commune', 'police'] }, `pu.kind in ('commune', 'police')`],
  ['a state', { states: ['approved'] }, `e.status = 'approved'`],
  [
    'categories',
    { categories: ['collective.health', 'individual.worker'] },
    `e.category in ('health', 'worker')`,
  ],
  [
    'all three',
    { kinds: ['commune'], states: ['submitted'], categories: ['collective.business'] },
    `pu.kind = 'commune' and e.status = 'submitted' and e.category = 'business'`,
  ],
])('categories are counted by %s as the database counts them', async (_name, filter, condition) => {
  const { table } = await make(byCategory, filter);
  const { rows } = await db.pool.query<{ n: number }>(
    `select count(*)::int as n from exemplar e join plan_unit pu on pu.unit_id = e.unit_id
     where e.year = 2021 and e.status in ('submitted', 'approved') and ${condition}`,
  );
  const total = table.keys.findIndex((key) => /^\d+=\d+\+\d+$/.test(key));
  expect(rows[0]?.n).toBeGreaterThan(0);
  expect(table.grand[total]).toBe(rows[0]?.n);
  const kinds = filter.kinds ?? plan101.unitKinds.map(({ code }) => code);
  expect(table.headings.slice(2, 2 + kinds.length)).toEqual(
    plan101.unitKinds.filter(({ code }) => kinds.includes(code)).map(({ name }) => name.vi),
  );
});
