import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { added, readTable, shownIn } from '../../tests/documents/read-table.ts';
import {
  calendar,
  fillDistrict,
  layUnits,
  plan101,
  register,
  smallPlan,
  type Unit,
} from '../../tests/documents/sample.ts';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { listStandings } from '../duties/standing.ts';
import { localDate } from '../plan/calendar.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import type { ExemplarStatus } from '../store/generated/enums.ts';
import { byUnit } from './by-unit.ts';
import type { ReportRequest } from './report.ts';

const now = new Date('2021-08-30T02:05:00Z');
const at = { unit: 1, min: 2, max: 3, counted: 4, approved: 5, returned: 6, collective: 7, individual: 8 };
const late = { missing: 9, over: 10, share: 11, filedOn: 12, timeliness: 13, late: 14, overdue: 15 };

let tempDir = '';
beforeAll(async () => {
  tempDir = await mkdtemp(join(tmpdir(), 'dien-hinh-reports-'));
});
afterAll(() => rm(tempDir, { recursive: true }));

async function make(db: TestDatabase, plan: LoadedPlan, request: Partial<ReportRequest> = {}) {
  const year = plan.period.from;
  const made = await byUnit.make(
    { db, plan, calendar, tempDir },
    { year, locale: 'vi', by: 'Lê Thị Thu', now, ...request },
  );
  return { made, table: await readTable(made.path) };
}

/** The figures of a unit, counted the plain way, one exemplar at a time. */
async function counted(db: TestDatabase, plan: LoadedPlan, unit: Unit, upTo: number) {
  const all = await db.prisma.exemplar.findMany({
    where: { unitId: unit.id, year: { gte: plan.period.from, lte: upTo } },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
  });
  const counting = all.filter(({ status }) => status === 'submitted' || status === 'approved');
  const quota = plan.unitKinds.find(({ code }) => code === unit.kind)?.quota;
  if (!quota) throw new Error(`no kind ${unit.kind}`);
  const filing = await db.prisma.filing.findFirst({
    where: { unitId: unit.id, duty: 'implementationPlan' },
    orderBy: { filedAt: 'asc' },
  });
  const due = plan === plan101 ? new Date('2021-08-24T16:59:59.999Z') : undefined;
  const handedIn = all.filter(({ status }) => status !== 'withdrawn');
  const reached = counting.length >= quota.min ? handedIn[quota.min - 1]?.submittedAt : undefined;
  const short = due && now > due ? 'Quá hạn chưa đủ' : counting.length > 0 ? 'Chưa nộp đủ' : 'Chưa nộp';
  const done = due && reached && reached > due ? 'Nộp chậm' : 'Đúng hạn';
  const timeliness = reached ? done : short;
  return {
    counted: counting.length,
    approved: all.filter(({ status }) => status === 'approved').length,
    returned: all.filter(({ status }) => status === 'returned').length,
    collective: counting.filter(({ subject }) => subject === 'collective').length,
    individual: counting.filter(({ subject }) => subject === 'individual').length,
    missing: Math.max(0, quota.min - counting.length),
    over: quota.max === null ? 0 : Math.max(0, counting.length - quota.max),
    min: quota.min,
    max: quota.max,
    filedOn: filing ? localDate(filing.filedAt, plan.zone) : null,
    timeliness,
    late: timeliness === 'Nộp chậm' ? 1 : null,
    overdue: timeliness === 'Quá hạn chưa đủ' ? 1 : null,
  };
}

describe('Tổng hợp theo đơn vị', () => {
  test.each([
    ['Plan 101', plan101, 7, 2021],
    ['Plan 101, another district', plan101, 2022, 2021],
    ['Plan 101, second year', plan101, 40, 2022],
  ])('agrees with the database and with itself: %s', async (_, plan, seed, year) => {
    const db = await freshDatabase();
    const units = await fillDistrict(db, plan, seed);
    const { made, table } = await make(db, plan, { year });
    expect(made.rows).toBe(units.length);
    expect(new Set(table.lines.map((line) => line[at.unit]))).toEqual(new Set(units.map(({ name }) => name)));
    for (const unit of units) {
      const line = table.lines.find((each) => each[at.unit] === unit.name) ?? [];
      const filed = line[late.filedOn];
      expect({
        counted: line[at.counted],
        approved: line[at.approved],
        returned: line[at.returned],
        collective: line[at.collective],
        individual: line[at.individual],
        missing: line[late.missing],
        over: line[late.over],
        min: line[at.min],
        max: line[at.max],
        filedOn: filed instanceof Date ? filed.toISOString().slice(0, 10) : filed,
        timeliness: line[late.timeliness],
        late: line[late.late],
        overdue: line[late.overdue],
      }).toEqual(await counted(db, plan, unit, year));
    }
    const summed = [
      at.min,
      at.counted,
      at.approved,
      at.returned,
      at.collective,
      at.individual,
      late.missing,
      late.over,
      late.late,
      late.overdue,
    ];
    expect(table.totals.map(({ label }) => label)).toEqual(table.groups.map(({ label }) => `Cộng ${label}`));
    for (const column of summed) {
      for (const { from, to, values } of table.totals) {
        expect(values[column]).toBe(added(table.lines.slice(from, to), column));
      }
      expect(table.grand[column]).toBe(added(table.lines, column));
      expect(table.grand[column]).toBe(
        added(
          table.totals.map(({ values }) => values),
          column,
        ),
      );
    }
    const share = table.grand[late.share];
    expect(share).toBeCloseTo(Number(table.grand[at.counted]) / Number(table.grand[at.min]), 10);
    expect(table.grand[at.max]).toBeNull();
    expect(made.figures.map(({ value }) => value)).toEqual([
      `${table.lines.filter((line) => line[late.missing] === 0).length}/${units.length}`,
      String(table.grand[at.counted]),
      String(table.grand[at.approved]),
      String(table.grand[at.returned]),
      String(table.grand[late.missing]),
      String(table.lines.filter((line) => line[late.timeliness] === 'Nộp chậm').length),
      String(table.lines.filter((line) => line[late.timeliness] === 'Quá hạn chưa đủ').length),
    ]);
    await db.drop();
  });

  test('another plan file: its own kinds, quotas and bodies', async () => {
    const db = await freshDatabase();
    const units = await fillDistrict(db, smallPlan, 3);
    const { table } = await make(db, smallPlan);
    expect(table.groups.map(({ mark }) => mark)).toEqual(
      ['I', 'II', 'III', 'IV'].slice(0, new Set(units.map(({ kind }) => kind)).size),
    );
    for (const unit of units) {
      const line = table.lines.find((each) => each[at.unit] === unit.name) ?? [];
      const {
        min,
        max,
        counted: count,
        missing,
        over,
      } = await counted(db, smallPlan, unit, smallPlan.period.from);
      const found = [at.min, at.max, at.counted, late.missing, late.over].map((column) => line[column]);
      expect(found).toEqual([min, max, count, missing, over]);
    }
    expect(table.sheet.getCell('A1').value).toBe(smallPlan.bodies.superior.toLocaleUpperCase('vi'));
    await db.drop();
  });

  test('the last moment in time, the first late one, over the quota, and not counted', async () => {
    const db = await freshDatabase();
    const { units, liaison } = await layUnits(db, plan101);
    const of = (code: string) => {
      const unit = units.find((each) => each.code === code);
      if (!unit) throw new Error(`no unit ${code}`);
      return unit;
    };
    const many = (unit: Unit, count: number, last: string, status: ExemplarStatus = 'submitted') =>
      Array.from({ length: count }, (_, index) => ({
        unit,
        status,
        number: index + 1,
        submittedAt: new Date(index === count - 1 ? last : '2021-08-20T02:00:00Z'),
      }));
    await register(db, plan101, liaison, [
      ...many(of('GLAR'), 10, '2021-08-24T16:59:59.999Z'),
      ...many(of('HNENG'), 10, '2021-08-24T17:00:00Z'),
      ...many(of('HNOL'), 17, '2021-08-26T02:00:00Z'),
      ...many(of('TRANG'), 10, '2021-08-22T02:00:00Z', 'returned'),
    ]);
    const { table } = await make(db, plan101);
    const row = (code: string) => {
      const line = table.lines.find((each) => each[at.unit] === of(code).name) ?? [];
      return [
        line[at.counted],
        line[at.returned],
        line[late.missing],
        line[late.over],
        line[late.timeliness],
      ];
    };
    expect(row('GLAR')).toEqual([10, 0, 0, 0, 'Đúng hạn']);
    expect(row('HNENG')).toEqual([10, 0, 0, 0, 'Nộp chậm']);
    expect(row('HNOL')).toEqual([17, 0, 0, 2, 'Đúng hạn']);
    expect(row('TRANG')).toEqual([0, 10, 10, 0, 'Quá hạn chưa đủ']);
    await db.drop();
  });

  test('one unit, then none: correct and ready to sign', async () => {
    const db = await freshDatabase();
    const units = await fillDistrict(db, plan101, 5);
    const glar = units.find(({ code }) => code === 'GLAR');
    const one = await make(db, plan101, { unitIds: [glar?.id ?? 0], unitLabel: 'Xã Glar' });
    expect(one.table.lines.map((line) => line[at.unit])).toEqual(['Xã Glar']);
    expect(one.made.filename).toBe('Bao-cao-tong-hop-2021-Xa-Glar.xlsx');
    expect(one.table.notes.get('Đơn vị')).toBe('Xã Glar');
    const none = await make(db, plan101, { unitIds: [] });
    expect(none.table.lines).toEqual([]);
    expect(none.table.grand[at.counted]).toBe(0);
    expect(none.made.rows).toBe(0);
    await db.drop();
  });

  test('agrees with the duties of each unit', async () => {
    const db = await freshDatabase();
    const units = await fillDistrict(db, plan101, 11);
    const { table } = await make(db, plan101, { year: plan101.period.to });
    const standings = await listStandings({ db, plan: plan101, now });
    const words = { done: 'Đúng hạn', doneLate: 'Nộp chậm', overdue: 'Quá hạn chưa đủ' };
    for (const unit of units) {
      const line = table.lines.find((each) => each[at.unit] === unit.name) ?? [];
      const mine = standings.filter(({ unitId }) => unitId === unit.id);
      const registration = mine.find(({ duty }) => duty === 'registration');
      const filed = mine.find(({ duty }) => duty === 'implementationPlan')?.doneAt;
      expect([line[at.counted], line[late.missing]]).toEqual([registration?.counted, registration?.missing]);
      expect(Object.entries(words).find(([, said]) => said === line[late.timeliness])?.[0]).toBe(
        registration?.status,
      );
      const day = line[late.filedOn];
      expect(day instanceof Date ? day.toISOString().slice(0, 10) : undefined).toBe(
        filed && localDate(filed, plan101.zone),
      );
    }
    await db.drop();
  });

  test('a unit that is no longer followed stays while it has exemplars, and owes nothing', async () => {
    const db = await freshDatabase();
    const { units, liaison } = await layUnits(db, plan101);
    const [first, second] = units;
    if (!first || !second) throw new Error('no units');
    await register(db, plan101, liaison, [{ unit: first, number: 1 }]);
    await db.prisma.unit.updateMany({
      where: { id: { in: [first.id, second.id] } },
      data: { active: false },
    });
    const { table } = await make(db, plan101);
    const gone = table.lines.filter((line) => String(line[at.unit]).includes('không còn theo dõi'));
    expect(
      gone.map((line) => [line[at.min], line[at.counted], line[late.missing], line[late.timeliness]]),
    ).toEqual([[0, 1, 0, null]]);
    expect(table.grand[at.counted]).toBe(1);
    await db.drop();
  });

  test('totals are live formulas, days are days, the page is set for print', async () => {
    const db = await freshDatabase();
    await fillDistrict(db, plan101, 7);
    const { made, table } = await make(db, plan101);
    const { sheet } = table;
    const grandRow = Array.from({ length: sheet.rowCount }, (_, index) => index + 1).find(
      (row) => sheet.getCell(row, 2).value === 'Tổng cộng',
    );
    for (const column of ['E', 'O', 'P']) {
      const { formula } = sheet.getCell(`${column}${grandRow ?? 0}`);
      expect(formula).toMatch(new RegExp(`^SUBTOTAL\\(9,${column}\\d+:${column}\\d+\\)$`));
    }
    const days = table.lines.map((line) => line[late.filedOn]).filter((day) => day !== null);
    expect(days.length).toBeGreaterThan(10);
    expect(days.every((day) => day instanceof Date)).toBe(true);
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1 });
    expect(sheet.pageSetup.printTitlesRow).toBe('9:11');
    expect(sheet.pageSetup.printArea).toBe(`A1:P${sheet.rowCount}`);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 11 });
    expect(String(sheet.autoFilter)).toBe(`A11:P${(grandRow ?? 0) - 1}`);
    expect(shownIn(sheet.getCell('A1'))).toBe('ỦY BAN NHÂN DÂN HUYỆN ĐAK ĐOA');
    expect(table.notes.get('Người yêu cầu')).toBe('Lê Thị Thu');
    expect(table.notes.get('Thời điểm lập')).toContain('09:05 30/8/2021');
    expect(made.filename).toBe('Bao-cao-tong-hop-2021.xlsx');
    await db.drop();
  });

  test('leaves no file behind when the database fails', async () => {
    const db = await freshDatabase();
    await db.pool.query('DROP TABLE filing CASCADE');
    const empty = await mkdtemp(join(tmpdir(), 'dien-hinh-reports-'));
    const request: ReportRequest = { year: 2021, locale: 'vi', by: 'Lê Thị Thu', now };
    await expect(byUnit.make({ db, plan: plan101, calendar, tempDir: empty }, request)).rejects.toThrow(
      /filing/,
    );
    expect(await readdir(empty)).toEqual([]);
    await rm(empty, { recursive: true });
    await db.drop();
  });
});
