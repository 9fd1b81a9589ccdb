import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reports } from '../../src/reports/index.ts';
import { listWorkbookFaults } from '../support/check-workbook.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { crowd } from './crowd.ts';
import { convert, pages, pageText, words } from './office.ts';
import { readPrinted } from './printed-table.ts';
import { readTable, readWorkbook } from './read-table.ts';
import { calendar, fillDistrict, plan101, publicise, smallPlan } from './sample.ts';
import { fillPeople } from './sample-people.ts';
import { isWorkbook } from './workbooks.ts';

const pointsPerMillimetre = 72 / 25.4;
/** Liberation Serif and Times New Roman: from the highest to the lowest point of a line. */
const heightOfSize = 0.891 + 0.216;
/** Lists of exemplars with many columns. */
const onA3 = ['danhsach', 'ketqua', 'hoinghi'];
const by = { locale: 'vi', by: 'Lê Thị Thu', phones: true } as const;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dien-hinh-looks-'));
});
afterAll(() => rm(folder, { recursive: true }));

const samples = {
  'a district': {
    plan: plan101,
    year: 2021,
    now: new Date('2022-02-05T02:05:00Z'),
    date: 'Đak Đoa, ngày 05 tháng 02 năm 2022',
    signer: 'TRƯỞNG PHÒNG',
    async fill(db: TestDatabase) {
      await fillPeople(db, await fillDistrict(db, plan101, 7), 7);
      await publicise(db);
    },
  },
  'a crowd of long names': {
    plan: plan101,
    year: 2021,
    now: new Date('2022-02-05T02:05:00Z'),
    date: 'Đak Đoa, ngày 05 tháng 02 năm 2022',
    signer: 'TRƯỞNG PHÒNG',
    fill: (db: TestDatabase) => crowd(db, plan101),
  },
  'a commune of another plan': {
    plan: smallPlan,
    year: 2023,
    now: new Date('2023-12-25T02:05:00Z'),
    date: 'An Phú, ngày 25 tháng 12 năm 2023',
    signer: 'CHỦ TỊCH',
    async fill(db: TestDatabase) {
      await fillPeople(db, await fillDistrict(db, smallPlan, 3), 3);
      await publicise(db);
    },
  },
};

describe.each(Object.entries(samples))('%s on paper', (_, sample) => {
  const { plan, year, now, date, signer } = sample;
  let db: TestDatabase;
  beforeAll(async () => {
    db = await freshDatabase();
    await sample.fill(db);
  });
  afterAll(() => db.drop());

  const cases = reports
    .filter(isWorkbook)
    // A plan without a conference or awards has no list of them.
    .filter((report) => report.inPlan?.(plan) ?? true)
    .map((report) => [report.code, report] as const);
  test.each(cases)('%s is whole, legible and parted where it may be', async (code, report) => {
    const { path } = await report.make({ db, plan, calendar, tempDir: folder }, { ...by, year, now });
    expect(await listWorkbookFaults(new Uint8Array(await readFile(path)))).toEqual([]);
    const pdf = await convert(path, 'pdf');
    const printedPages = (await pages(pdf)).count;
    // Each picture has a page, behind the notes.
    const pictures = (await readWorkbook(path)).worksheets.flatMap((one) => one.getImages()).length;
    const count = printedPages - pictures;
    const sizes = await sizesOf(pdf, count);
    if (report.pictures) expect(pictures).toBeGreaterThan(0);
    const paper = onA3.includes(code) ? [1191, 842] : [842, 595];
    expect(sizes.slice(0, -1)).toEqual(sizes.slice(0, -1).map(() => paper));
    expect(sizes.at(-1)).toEqual([595, 842]);
    const [width = 0, height = 0] = paper;
    const all = await words(pdf);
    const table = all.filter(({ page }) => page < count);
    for (const { left, right, top, bottom, text, page } of all) {
      const [wide, high] = page < count ? [width, height] : [595, 842];
      expect(left, text).toBeGreaterThanOrEqual(29 * pointsPerMillimetre);
      expect(right, text).toBeLessThanOrEqual(wide - 14 * pointsPerMillimetre);
      expect(bottom, text).toBeLessThanOrEqual(high - 19 * pointsPerMillimetre);
      // Half a point: positions are rounded.
      expect((bottom - top) / heightOfSize, text).toBeGreaterThanOrEqual(8.9);
    }
    expect(await fontsOf(pdf)).toEqual(['LiberationSerif']);

    const first = await pageText(pdf, 1);
    expect(first).toContain(date);
    expect(first).toMatch(/Số: +\/BC-/);
    for (let page = 1; page < count; page++) {
      const text = await pageText(pdf, page);
      expect(text.split('\n')[0]?.trim()).toEqual(
        page === 1 ? expect.stringContaining('CỘNG HÒA') : String(page),
      );
      expect(text).not.toContain('###');
    }

    const { sheet, lines, totals, groups, continued } = await readTable(path);
    const printed = readPrinted(table, sheet);
    // The keys are on every page of the table.
    for (let page = 1; page < count; page++) expect(printed.keysEnd[page]).toBeGreaterThan(0);
    const onPage = (page: number) => printed.lines.filter((line) => line.page === page);
    const mayNotEnd = groups.map(({ mark, label }) => plain(`${mark}${label}`));
    for (let page = 1; page < count; page++) {
      const from = onPage(page)[0]?.text ?? '';
      if (page > 1) expect(from).not.toMatch(/(?:^|\s)(?:Cộng|Tổng cộng)(?:\s|$)|NGƯỜI LẬP BIỂU/);
      expect(mayNotEnd).not.toContain(plain(onPage(page).at(-1)?.text ?? ''));
    }
    const last = onPage(count - 1).map(({ text }) => text);
    const grand = last.findIndex((text) => text.includes('Tổng cộng'));
    expect(grand, 'the signature has the end of the table with it').toBeGreaterThan(0);
    const end = last.slice(grand).join('\n');
    for (const said of ['Nơi nhận:', 'NGƯỜI LẬP BIỂU', signer, '(Ký, họ tên, đóng dấu)', '- Lưu: VT'])
      expect(end).toContain(said);

    // All text is on paper, cell by cell, in the order of the rows: none is cut off or too low.
    const cells = [...lines, ...continued.map(({ values }) => values)];
    for (const [column, text] of printed.columns.entries()) {
      const wanted = cells.flatMap((line) => {
        const value = line[column];
        return typeof value === 'string' && value !== 'tiếp' ? [plain(value)] : [];
      });
      for (const one of new Set(wanted)) {
        const times = wanted.filter((each) => each === one).length;
        expect(text.split(one).length - 1, `${column}: ${one}`).toBeGreaterThanOrEqual(times);
      }
    }
    expect(totals.length > 0).toBe(lines.length > 0);
    // Codes, days, numbers and the words of headings stay whole.
    const whole = new Set(table.map(({ text }) => text));
    for (const value of lines.flat()) {
      if (typeof value === 'string' && /^[A-Z]+-\d{4}-\d{3}$|^0\d{9}$/.test(value))
        expect(whole).toContain(value);
      if (value instanceof Date)
        expect(whole).toContain(value.toISOString().slice(0, 10).split('-').reverse().join('/'));
    }
    for (const word of headingsOf(sheet)) expect(whole, word).toContain(word);
    const percent = [...whole].filter((text) => text.endsWith('%') && /\d/.test(text));
    if (code === 'tonghop' || code === 'linhvuc') expect(percent.length).toBeGreaterThan(2);
    for (const text of percent) expect(text).not.toContain('.');
    const [notes] = (await readWorkbook(path)).worksheets.slice(1);
    const said = plain((await pageText(pdf, count)).replaceAll('\n', ' '));
    notes?.eachRow((row) => {
      const label = String(row.getCell(1).value);
      if (label.length < 20) expect(said).toContain(plain(label));
    });
  });
});

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s/g, '');
}

function headingsOf(sheet: Awaited<ReturnType<typeof readTable>>['sheet']): Set<string> {
  const found = new Set<string>();
  let row = 1;
  while (sheet.getCell(row, 1).value !== 'TT') row++;
  for (; sheet.getCell(row, 1).value !== 'A'; row++)
    sheet.getRow(row).eachCell((cell) => {
      for (const word of String(cell.value ?? '').split(/\s+/)) if (word !== '') found.add(word);
    });
  return found;
}

async function sizesOf(pdf: string, count: number): Promise<number[][]> {
  const { stdout } = await promisify(execFile)('pdfinfo', ['-f', '1', '-l', String(count), pdf]);
  return [...stdout.matchAll(/size:\s+([\d.]+) x ([\d.]+)/g)].map(([, wide, high]) => [
    Math.round(Number(wide)),
    Math.round(Number(high)),
  ]);
}

async function fontsOf(pdf: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)('pdffonts', [pdf]);
  const names = [...stdout.matchAll(/^[A-Z]{6}\+(\w+)/gm)].map(([, name = '']) => name);
  return [...new Set(names)];
}
