import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { added, readTable } from '../../tests/documents/read-table.ts';
import {
  calendar,
  fillDistrict,
  layUnits,
  plan101,
  register,
  smallPlan,
} from '../../tests/documents/sample.ts';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { localDate } from '../plan/calendar.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import { byUnit } from './by-unit.ts';
import { detail } from './detail.ts';
import { buildDetailColumns, statusWords } from './detail-columns.ts';
import type { ReportRequest } from './report.ts';

const order = buildDetailColumns(plan101).map(({ key }) => key);
const at = {
  code: order.indexOf('code'),
  name: order.indexOf('name'),
  position: order.indexOf('position'),
  place: order.indexOf('place'),
  difficult: order.indexOf('difficultArea'),
  labour: order.indexOf('directLabour'),
  summary: order.indexOf('summary'),
  status: order.indexOf('status'),
  sent: order.indexOf('submittedOn'),
};

let tempDir = '';
beforeAll(async () => {
  tempDir = await mkdtemp(join(tmpdir(), 'dien-hinh-reports-'));
});
afterAll(() => rm(tempDir, { recursive: true }));

function requestOf(plan: LoadedPlan, request: Partial<ReportRequest>): ReportRequest {
  const now = new Date('2021-08-30T02:05:00Z');
  return { year: plan.period.from, locale: 'vi', by: 'Lê Thị Thu', now, ...request };
}

async function make(db: TestDatabase, plan: LoadedPlan, request: Partial<ReportRequest> = {}) {
  const made = await detail.make({ db, plan, calendar, tempDir }, requestOf(plan, request));
  return { made, table: await readTable(made.path) };
}

/** A list of one exemplar with the given texts, as it comes back from the file. */
async function oneLine(texts: { name?: string; summary?: string; place?: string; position?: string }) {
  const db = await freshDatabase();
  const { units, liaison } = await layUnits(db, plan101);
  const [unit] = units;
  if (!unit) throw new Error('no units');
  await register(db, plan101, liaison, [{ unit, number: 1, subject: 'individual', ...texts }]);
  const { table } = await make(db, plan101);
  await db.drop();
  return table;
}

describe('Danh sách chi tiết', () => {
  test.each([
    ['Plan 101', plan101, 7],
    ['Plan 101, another district', plan101, 99],
    ['another plan', smallPlan, 4],
  ])('agrees with the database, with itself and with the report by unit: %s', async (_, plan, seed) => {
    const db = await freshDatabase();
    await fillDistrict(db, plan, seed);
    const { made, table } = await make(db, plan);
    const all = await db.prisma.exemplar.findMany({ where: { year: plan.period.from } });
    expect(made.rows).toBe(all.length);
    expect(all.length).toBeGreaterThan(20);
    expect(table.lines).toHaveLength(all.length);
    for (const exemplar of all) {
      const line = table.lines.find((each) => each[at.code] === exemplar.code) ?? [];
      const sent = line[at.sent];
      expect([
        line[at.name],
        line[at.status],
        sent instanceof Date && sent.toISOString().slice(0, 10),
      ]).toEqual([exemplar.name, statusWords[exemplar.status], localDate(exemplar.submittedAt, plan.zone)]);
      expect([line[at.difficult] === 1, line[at.labour] === 1]).toEqual([
        exemplar.difficultArea,
        exemplar.directLabour,
      ]);
    }
    for (const column of [at.difficult, at.labour]) {
      for (const { from, to, values } of table.totals) {
        expect(values[column]).toBe(added(table.lines.slice(from, to), column));
      }
      expect(table.grand[column]).toBe(added(table.lines, column));
    }
    for (const { from, to, values } of table.totals) expect(values[at.code]).toBe(to - from);
    expect(table.grand[at.code]).toBe(all.length);
    for (const [status, label] of Object.entries(statusWords)) {
      expect(table.notes.get(`Số điển hình “${label}”`)).toBe(
        all.filter((each) => each.status === status).length,
      );
    }
    const summary = await byUnit.make({ db, plan, calendar, tempDir }, requestOf(plan, {}));
    const counted = all.filter(({ status }) => status === 'submitted' || status === 'approved').length;
    expect(summary.figures[1]?.value).toBe(String(counted));
    expect(made.figures[1]?.value).toBe(String(counted));
    await db.drop();
  });

  test.each([
    '=HYPERLINK("http://example.com";"Bấm vào đây")',
    '+84 912 345 678',
    '-1+2',
    '@SUM(A1:A9)',
    'O\'Brien "<b>&</b>"; DROP TABLE exemplar; --',
    "Rơ Châm H'Yéo & Siu Blưh",
  ])('shows what was typed as text, never as a formula: %s', async (typed) => {
    const table = await oneLine({ name: typed, place: typed, position: typed });
    const [line = []] = table.lines;
    expect([line[at.name], line[at.place], line[at.position]]).toEqual([typed, typed, typed]);
    table.sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula) expect(cell.formula).toMatch(/^SUBTOTAL\(\d,[A-Z]\d+:[A-Z]\d+\)$/);
      }),
    );
    const name = table.sheet.getColumn(at.name + 1).values.indexOf(typed);
    expect(table.sheet.getCell(name, at.name + 1).numFmt).toBe(/^[=+@-]/.test(typed) ? '@' : undefined);
  });

  test('control characters are dropped, NFD becomes NFC, line breaks stay', async () => {
    const table = await oneLine({
      name: 'Ti\u0001ếng\u000B Việt'.normalize('NFD'),
      summary: 'Một\r\nHai\uFFFE',
    });
    const [line = []] = table.lines;
    expect(line[at.name]).toBe('Tiếng Việt'.normalize('NFC'));
    expect(line[at.summary]).toBe('Một\nHai');
  });

  test('a summary of 4,000 characters continues in the next rows, counted once', async () => {
    const words = Array.from({ length: 900 }, (_, index) => `việc${index}`).join(' ');
    const summary = words.slice(0, 4000);
    const table = await oneLine({ summary });
    const pieces = [...table.lines, ...table.continued.map(({ values }) => values)].map(
      (line) => line[at.summary],
    );
    expect(table.lines).toHaveLength(1);
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join('').replaceAll(' ', '')).toBe(summary.replaceAll(' ', ''));
    expect(table.grand[at.code]).toBe(1);
    table.sheet.eachRow((row) => expect(row.height ?? 0).toBeLessThanOrEqual(409));
  });

  test('without a single exemplar it is still a correct sheet', async () => {
    const db = await freshDatabase();
    await layUnits(db, plan101);
    const { made, table } = await make(db, plan101, { year: 2023 });
    expect(made.rows).toBe(0);
    expect([table.lines, table.totals, table.groups.map(({ mark }) => mark)]).toEqual([
      [],
      [],
      ['Chưa có điển hình nào được đăng ký.'],
    ]);
    expect(table.grand[at.code]).toBe(0);
    expect(table.sheet.getCell('A5').value).toBe('DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN ĐĂNG KÝ NĂM 2023');
    await db.drop();
  });

  test('of one unit, and of one year', async () => {
    const db = await freshDatabase();
    const { units, liaison } = await layUnits(db, plan101);
    const [first, second] = units;
    if (!first || !second) throw new Error('no units');
    await register(db, plan101, liaison, [
      { unit: first, number: 1 },
      { unit: first, number: 2, year: 2022 },
      { unit: second, number: 1 },
    ]);
    const { made, table } = await make(db, plan101, { unitIds: [first.id], unitLabel: first.name });
    expect(table.lines.map((line) => line[at.code])).toEqual([`${first.code}-2021-001`]);
    expect(made.filename).toMatch(/^Bao-cao-danh-sach-2021-[A-Za-z0-9-]+\.xlsx$/);
    await db.drop();
  });
});
