import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nameDuty } from '../../src/duties/say.ts';
import { listStandings } from '../../src/duties/standing.ts';
import { type Locale, t } from '../../src/i18n.ts';
import { localDate } from '../../src/plan/calendar.ts';
import { byCategory } from '../../src/reports/by-category.ts';
import { byUnit } from '../../src/reports/by-unit.ts';
import { detail } from '../../src/reports/detail.ts';
import { dutyProgress, dutyStatusWords } from '../../src/reports/duty-progress.ts';
import { nudgeLog, nudgeOutcomeWords } from '../../src/reports/nudge-log.ts';
import { phoneList } from '../../src/reports/phone-list.ts';
import { unreachedWords } from '../../src/reports/phone-list-columns.ts';
import type { Report, ReportRequest } from '../../src/reports/report.ts';
import { sayPeriodOf } from '../../src/reports/report-period.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { added, readTable, type Value } from './read-table.ts';
import { calendar, fillDistrict, plan101, type Unit } from './sample.ts';
import { fillPeople } from './sample-people.ts';

const now = new Date('2022-03-10T02:00:00Z');

let tempDir = '';
beforeAll(async () => {
  tempDir = await mkdtemp(join(tmpdir(), 'dien-hinh-agreement-'));
});
afterAll(() => rm(tempDir, { recursive: true }));

async function make(db: TestDatabase, report: Report, year: number, locale: Locale = 'vi') {
  const made = await report.make(
    { db, plan: plan101, calendar, tempDir },
    { year, locale, by: 'Lê Thị Thu', now },
  );
  const figure = (key: string, args = {}) =>
    Number(made.figures.find(({ label }) => label === t(locale, key, args))?.value);
  return { made, figure, table: await readTable(made.path) };
}

/** The grand total of a column of a report that was made. */
function grandOf({ table }: Awaited<ReturnType<typeof make>>, column: number): number {
  return Number(table.grand[column]);
}

/** The people to phone, found one by one: lines as the sheet shows them. */
async function toPhone(db: TestDatabase, units: Unit[]): Promise<Value[][]> {
  // The ladder has not begun for the dues of December, and has reached the heads for everything
  // overdue.
  const standings = (await listStandings({ db, plan: plan101, now })).filter(
    ({ status }) => status === 'overdue',
  );
  const lines: Value[][] = [];
  for (const unit of units) {
    const owed = standings.filter(({ unitId }) => unitId === unit.id);
    if (owed.length === 0) continue;
    const members = await db.prisma.membership.findMany({
      where: {
        unitId: unit.id,
        role: { in: ['liaison', 'head'] },
        OR: [{ until: null }, { until: { gt: now } }],
      },
      include: { person: { include: { accounts: true } } },
      orderBy: { personId: 'asc' },
    });
    const duties = owed.map((one) => nameDuty(plan101, 'vi', one)).join('; ');
    const due = owed.map((one) => one.due?.lastDay ?? '').sort()[0];
    if (members.length === 0) {
      lines.push([unit.name, null, null, null, duties, due ?? null, unreachedWords.nobody, null]);
    }
    for (const { person, role } of members) {
      const settled = await db.prisma.delivery.findMany({
        where: { personId: person.id, status: { notIn: ['pending', 'dropped'] } },
        orderBy: { id: 'desc' },
      });
      const sent = settled
        .filter(({ status }) => status === 'sent')
        .map(({ settledAt }) => settledAt?.getTime() ?? 0);
      const reachable = person.accounts.some((account) => account.reachable);
      if (reachable && settled[0]?.status !== 'failed') continue;
      const why = reachable ? 'failed' : person.accounts.length > 0 ? 'blocked' : 'unconnected';
      lines.push([
        unit.name,
        person.name,
        t('vi', `role-${role}`),
        person.phone,
        duties,
        due ?? null,
        unreachedWords[why],
        sent.length > 0 ? localDate(new Date(Math.max(...sent)), plan101.zone) : null,
      ]);
    }
  }
  return lines;
}

const day = (value: Value | undefined): Value =>
  value instanceof Date ? value.toISOString().slice(0, 10) : (value ?? null);

describe.each([3, 17, 2024])('a random database (%i): caption, sheets and database agree', (seed) => {
  let db: TestDatabase;
  let units: Unit[];
  beforeAll(async () => {
    db = await freshDatabase();
    units = await fillDistrict(db, plan101, seed);
    await fillPeople(db, units, seed);
  });
  afterAll(() => db.drop());

  const count = async (sql: string) => {
    const { rows } = await db.pool.query<{ n: number }>(`select count(*) as n from ${sql}`);
    return rows[0]?.n ?? -1;
  };
  const counting = `status in ('submitted', 'approved')`;

  test.each(['vi', 'en'] as const)(
    'the list and the summary agree, and each says what it counts (%s)',
    async (locale) => {
      const counted: number[] = [];
      for (const year of [2021, 2022]) {
        const list = await make(db, detail, year, locale);
        const ofYear = await count(`exemplar where year = ${year} and ${counting}`);
        counted.push(ofYear);
        const all = await count(`exemplar where year = ${year}`);
        expect([
          list.figure('report-figure-exemplars'),
          list.table.lines.length,
          list.table.grand[1],
        ]).toEqual([all, all, all]);
        expect(list.figure('report-figure-counted', { period: sayPeriodOf(locale, { year }) })).toBe(ofYear);
        expect(list.table.notes.get('So với Tổng hợp theo đơn vị')).toContain(`(ở danh sách này: ${ofYear})`);

        const summary = await make(db, byUnit, year, locale);
        const upTo = counted.reduce((sum, n) => sum + n, 0);
        const years = year === 2021 ? '2021' : '2021–2022';
        expect(summary.figure('report-figure-submitted', { years })).toBe(upTo);
        expect(summary.table.grand[4]).toBe(upTo);
        expect(added(summary.table.lines, 4)).toBe(upTo);
        expect(summary.table.notes.get(`Riêng năm ${year}`)).toContain(`${ofYear} điển hình được tính`);
      }
      expect(counted[1]).toBeGreaterThan(0);
    },
  );

  test.each(['vi', 'en'] as const)('late and overdue agree with the duties (%s)', async (locale) => {
    const { figure, table } = await make(db, byUnit, 2022, locale);
    const standings = (await listStandings({ db, plan: plan101, now })).filter(({ quota }) => quota);
    const of = (status: string) => standings.filter((one) => one.status === status).length;
    expect(of('overdue')).toBeGreaterThan(5);
    for (const [key, column, status, said] of [
      ['report-figure-units-late', 14, 'doneLate', 'Nộp chậm'],
      ['report-figure-units-overdue', 15, 'overdue', 'Quá hạn chưa đủ'],
    ] as const) {
      expect(figure(key)).toBe(of(status));
      expect(table.grand[column]).toBe(of(status));
      expect(
        added(
          table.totals.map(({ values }) => values),
          column,
        ),
      ).toBe(of(status));
      expect(table.lines.filter((line) => line[13] === said)).toHaveLength(of(status));
    }
  });

  test.each([2021, 2022])('categories add up to the summary, and to the database (%i)', async (year) => {
    const { figure, table } = await make(db, byCategory, year);
    const summary = await make(db, byUnit, year);
    const at = (mark: string) => table.keys.findIndex((key) => key.split('=')[0] === mark);
    const [collective, individual, total, share] = ['9', '10', '11', '12'].map(at);
    const upTo = await count(`exemplar where year <= ${year} and ${counting}`);
    expect(summary.table.grand[4]).toBe(upTo);
    expect([table.grand[total ?? 0], figure('report-figure-category-exemplars')]).toEqual([upTo, upTo]);
    expect(table.grand[collective ?? 0]).toBe(summary.table.grand[7]);
    expect(table.grand[individual ?? 0]).toBe(summary.table.grand[8]);
    expect(table.grand[share ?? 0]).toBeCloseTo(1, 10);
    for (const [column] of table.headings.entries())
      if (column > 1) {
        expect(table.grand[column]).toBeCloseTo(added(table.lines, column), 10);
        for (const { from, to, values } of table.totals)
          expect(values[column]).toBeCloseTo(added(table.lines.slice(from, to), column), 10);
      }
    // Each kind of units as in the groups of the summary.
    plan101.unitKinds.forEach(({ name }, i) => {
      const group = summary.table.totals.find(({ label }) => label === `Cộng ${name.vi}`);
      expect(table.grand[2 + i]).toBe(group?.values[4] ?? 0);
    });
    for (const { code, name, subject } of plan101.categories) {
      const line = table.lines.find((one) => one[1] === name.vi);
      const of = `exemplar where year <= ${year} and ${counting} and category = '${code}' and subject = '${subject}'`;
      expect(line?.[total ?? 0], code).toBe(await count(of));
    }
  });

  test.each([2021, 2022])('the duties of %i agree with the standings and the summary', async (year) => {
    const { figure, table, made } = await make(db, dutyProgress, year);
    const standings = (await listStandings({ db, plan: plan101, now })).filter(({ occurrence, due }) =>
      occurrence === '' ? !due || due.lastDay.startsWith(String(year)) : occurrence.startsWith(String(year)),
    );
    expect(made.rows).toBe(standings.length);
    const of = (status: string) => standings.filter((one) => one.status === status).length;
    for (const [key, status] of [
      ['report-figure-duties-done', 'done'],
      ['report-figure-duties-late', 'doneLate'],
      ['report-figure-duties-overdue', 'overdue'],
      ['report-figure-duties-missing', 'missing'],
      ['report-figure-duties-unset', 'unset'],
      ['report-figure-duties-optional', 'optional'],
    ] as const) {
      expect(figure(key), key).toBe(of(status));
      expect(table.notes.get(`Số việc “${dutyStatusWords[status]}”`)).toBe(of(status));
    }
    const registrations = table.lines.filter((line) => line[1] === 'Đăng ký điển hình tiên tiến');
    // Duties are as they stand now: so is the summary until this year.
    const summary = await make(db, byUnit, 2022);
    if (year === 2021) {
      expect(registrations.filter((line) => line[3] === 'Quá hạn')).toHaveLength(grandOf(summary, 15));
      expect(registrations.filter((line) => line[3] === 'Nộp chậm')).toHaveLength(grandOf(summary, 14));
    }
    for (const column of [5, 6]) expect(table.grand[column]).toBe(added(table.lines, column));
    const sent = await count(
      `(select distinct n.unit_id, n.duty, n.delivery_id from nudge n join delivery d on d.id = n.delivery_id
        where d.status = 'sent') told`,
    );
    if (year === 2021) expect(figure('report-figure-duties-nudges')).toBe(sent);
  });

  test('the log of nudges has each message once, and its fate', async () => {
    let lines = 0;
    for (const year of [2021, 2022]) {
      const { figure, table } = await make(db, nudgeLog, year);
      lines += table.lines.length;
      const of = (status: string) =>
        count(`delivery where kind = 'nudge' and status = '${status}'
          and extract(year from created_at at time zone 'Asia/Ho_Chi_Minh') = ${year}`);
      for (const [key, status] of [
        ['report-figure-nudges-sent', 'sent'],
        ['report-figure-nudges-blocked', 'blocked'],
        ['report-figure-nudges-unconnected', 'unconnected'],
        ['report-figure-nudges-failed', 'failed'],
      ] as const) {
        expect(figure(key), key).toBe(await of(status));
        expect(table.notes.get(`Số tin “${nudgeOutcomeWords[status]}”`)).toBe(await of(status));
      }
      expect(table.grand[7]).toBe(table.lines.length);
    }
    expect(lines).toBe(await count(`delivery where kind = 'nudge'`));
  });

  test('halves add up to their year, and years to the whole period', async () => {
    const parts = async (report: Report, requests: Partial<ReportRequest>[]) => {
      const sizes: number[] = [];
      for (const request of requests) {
        const made = await report.make(
          { db, plan: plan101, calendar, tempDir },
          { year: 2021, locale: 'vi', by: 'Lê Thị Thu', now, ...request },
        );
        sizes.push((await readTable(made.path)).lines.length);
      }
      return sizes;
    };
    for (const report of [detail, nudgeLog]) {
      const [all = 0, first = 0, second = 0] = await parts(report, [{}, { half: 1 }, { half: 2 }]);
      // Some of the sample bear another year than the day on which they came.
      if (report === nudgeLog) expect(first + second).toBe(all);
      const [whole, ...years] = await parts(report, [
        { year: 2022, whole: true },
        { year: 2021 },
        { year: 2022 },
      ]);
      expect(years.reduce((sum, n) => sum + n, 0)).toBe(whole);
    }
  });

  test('the list to phone has each unreached person, once a unit', async () => {
    const { made, figure, table } = await make(db, phoneList, 2022);
    const expected = await toPhone(db, units);
    const lines = table.lines.map((line) => [
      line[1],
      line[3],
      line[4],
      line[5],
      line[6],
      day(line[7]),
      line[8],
      day(line[9]),
    ]);
    const sorted = (all: unknown[][]) => all.map((line) => JSON.stringify(line)).sort();
    expect(sorted(lines)).toEqual(sorted(expected));
    expect(new Set(expected.map((line) => line[6])).size).toBe(4);
    expect([made.rows, figure('report-figure-phone-lines'), table.grand[8]]).toEqual([
      expected.length,
      expected.length,
      expected.length,
    ]);
    for (const { from, to, values } of table.totals) expect(values[8]).toBe(to - from);
    expect(figure('report-figure-phone-units')).toBe(new Set(expected.map(([unit]) => unit)).size);
    for (const [key, why] of Object.entries({
      'report-figure-phone-blocked': unreachedWords.blocked,
      'report-figure-phone-unconnected': unreachedWords.unconnected,
      'report-figure-phone-failed': unreachedWords.failed,
      'report-figure-phone-nobody': unreachedWords.nobody,
    })) {
      expect(figure(key)).toBe(expected.filter((line) => line[6] === why).length);
    }
  });
});
