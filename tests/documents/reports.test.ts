import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { detail } from '../../src/reports/detail.ts';
import { reports } from '../../src/reports/index.ts';
import type { ReportRequest } from '../../src/reports/report.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { readFormulas } from './formulas.ts';
import { convert, pages, pageText } from './office.ts';
import { readTable } from './read-table.ts';
import { calendar, fillDistrict, layUnits, plan101, publicise, register } from './sample.ts';
import { fillPeople } from './sample-people.ts';
import { isWorkbook } from './workbooks.ts';

const request: ReportRequest = {
  year: 2021,
  locale: 'vi',
  by: 'Lê Thị Thu',
  now: new Date('2022-02-05T02:05:00Z'),
};

const workbooks = reports.filter(isWorkbook);

let folder = '';
let db: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dien-hinh-documents-'));
  db = await freshDatabase();
  await fillPeople(db, await fillDistrict(db, plan101, 7), 7);
  await publicise(db);
});
afterAll(async () => {
  await db.drop();
  await rm(folder, { recursive: true });
});

test('LibreOffice really recalculates here: a wrong stored value is corrected', async () => {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('S');
  sheet.getCell('A1').value = 2;
  sheet.getCell('A2').value = { formula: 'A1*3', result: 99 };
  const path = join(folder, 'wrong.xlsx');
  await book.xlsx.writeFile(path);
  expect(await readFormulas(await convert(path, 'xlsx'))).toEqual(new Map([['S!A2', 6]]));
});

describe.each(workbooks.map((report) => [report.code, report] as const))('%s', (_, report) => {
  const make = () =>
    report.make({ db, plan: plan101, calendar, tempDir: folder }, { ...request, phones: true });

  test('the stored values are those that LibreOffice calculates', async () => {
    const { path } = await make();
    const stored = await readFormulas(path);
    // At least the total of each group and the whole.
    expect(stored.size).toBeGreaterThan((await readTable(path)).totals.length);
    expect(await readFormulas(await convert(path, 'xlsx'))).toEqual(stored);
  });
});

test("a liaison's text is shown to the letter", async () => {
  const own = await freshDatabase();
  const { units, liaison } = await layUnits(own, plan101);
  const typed = ['=1+1', '<b>&amp;</b>', '_x0041_', '+84912345678', "'=cmd|' /C calc'!A0"];
  const [unit] = units;
  if (!unit) throw new Error('no units');
  await register(
    own,
    plan101,
    liaison,
    typed.map((name, index) => ({ unit, number: index + 1, name })),
  );
  const { path } = await detail.make({ db: own, plan: plan101, calendar, tempDir: folder }, request);
  const { stdout } = await promisify(execFile)('pdftotext', ['-raw', await convert(path, 'pdf'), '-']);
  for (const name of typed) expect(stdout.replace(/\s/g, '')).toContain(name.replace(/\s/g, ''));
  await own.drop();
});

test.each(workbooks.map((report) => [report.code, report] as const))(
  '%s: an empty one prints',
  async (_, report) => {
    const own = await freshDatabase();
    const { path } = await report.make({ db: own, plan: plan101, calendar, tempDir: folder }, request);
    const pdf = await convert(path, 'pdf');
    // Categories are lines without exemplars too.
    const tablePages = report.code === 'linhvuc' ? 2 : 1;
    expect((await pages(pdf)).count).toBe(tablePages + 1);
    expect(await pageText(pdf, tablePages)).toContain('Tổng cộng');
    await own.drop();
  },
);
