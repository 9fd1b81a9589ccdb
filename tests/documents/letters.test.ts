import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lateLetter } from '../../src/reports/late-letter/late-letter.ts';
import { officeReport } from '../../src/reports/office-report/office-report.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { convert, pages, pageText, words } from './office.ts';
import { calendar, fillDistrict, plan101 } from './sample.ts';
import { fillYears } from './sample-years.ts';

const pointsPerMillimetre = 72 / 25.4;

let folder = '';
let db: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dien-hinh-letters-'));
  db = await freshDatabase();
  await fillDistrict(db, plan101, 7);
});
afterAll(async () => {
  await db.drop();
  await rm(folder, { recursive: true });
});

test.each([
  ['a half-year', { year: 2023, half: 1 as const }, '6 tháng đầu năm 2023'],
  ['the whole period', { year: 2023, whole: true }, 'giai đoạn 2021 – 2025'],
])("the office's report of %s prints its chapters in order", async (_, period, said) => {
  const own = await freshDatabase();
  await fillYears(own, plan101);
  const { path } = await officeReport.make(
    { db: own, plan: plan101, calendar, tempDir: folder },
    { ...period, locale: 'vi', by: 'Lê Thị Thu', now: new Date('2024-01-15T02:05:00Z') },
  );
  await own.drop();
  const pdf = await convert(path, 'pdf');
  const { count } = await pages(pdf);
  expect(count).toBeLessThanOrEqual(10);
  const all = await words(pdf);
  for (const { left, text } of all) expect(left, text).toBeGreaterThanOrEqual(29 * pointsPerMillimetre);
  const printed = all.map(({ text }) => text).join(' ');
  expect(printed).toContain(`điển hình tiên tiến ${said}`);
  const places = [
    'I. CÔNG TÁC',
    'II. KẾT QUẢ',
    '2. Bồi',
    '4. Đánh',
    '5. Điển',
    'III. ĐÁNH',
    'IV. PHƯƠNG',
    'V. KIẾN',
    'PHỤ LỤC',
  ];
  const found = places.map((words) => printed.indexOf(words));
  expect(found).toEqual(found.toSorted((a, b) => a - b));
  expect(found[0]).toBeGreaterThan(0);
});

test.each([
  ['the letter to late units', lateLetter, 'Kính gửi', 7],
  ["the office's report", officeReport, 'BÁO CÁO', 8],
])('%s prints whole, within the margins, with numbered pages', async (_, report, title, mostPages) => {
  const { path } = await report.make(
    { db, plan: plan101, calendar, tempDir: folder },
    { year: 2021, locale: 'vi', by: 'Lê Thị Thu', now: new Date('2022-02-05T02:05:00Z') },
  );
  const pdf = await convert(path, 'pdf');
  const { count } = await pages(pdf);
  expect(count).toBeGreaterThan(1);
  expect(count).toBeLessThanOrEqual(mostPages);
  expect(await pageText(pdf, 1)).toContain(title);
  for (let page = 2; page <= count; page++)
    expect((await pageText(pdf, page)).split('\n')[0]?.trim()).toBe(String(page));
  const all = await words(pdf);
  for (const { left, text } of all) expect(left, text).toBeGreaterThanOrEqual(29 * pointsPerMillimetre);
  const printed = all.map(({ text }) => text).join(' ');
  expect(printed).toContain('TRƯỞNG PHÒNG');
  // Every unit of the list, and no date is broken over two lines.
  expect(printed).toContain('Xã Trang');
  expect(printed).not.toMatch(/\d\d\/\d\d\/\d{1,3}(?!\d)/);
});
