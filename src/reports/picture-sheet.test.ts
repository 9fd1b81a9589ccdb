import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '../../tests/documents/read-table.ts';
import { calendar, fillDistrict, plan101, type Unit } from '../../tests/documents/sample.ts';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { byCategory } from './by-category.ts';
import { byUnit } from './by-unit.ts';
import { detail } from './detail.ts';
import { dutyProgress } from './duty-progress.ts';
import { noFilter } from './filter/report-filter.ts';
import { measurePage } from './page.ts';
import type { Report, ReportRequest } from './report.ts';

let db: TestDatabase;
let units: Unit[];
let tempDir = '';
beforeAll(async () => {
  tempDir = await mkdtemp(join(tmpdir(), 'dien-hinh-pictures-'));
  db = await freshDatabase();
  units = await fillDistrict(db, plan101, 7);
});
afterAll(async () => {
  await db.drop();
  await rm(tempDir, { recursive: true });
});

/** The pictures of a workbook, with their size in points and their first row. */
async function picturesOf(report: Report, request: Partial<ReportRequest> = {}) {
  const { path } = await report.make(
    { db, plan: plan101, calendar, tempDir },
    { year: 2021, locale: 'vi', by: 'Lê Thị Thu', now: new Date('2021-09-01T02:00:00Z'), ...request },
  );
  const book = await readWorkbook(path);
  const sheet = book.worksheets.find(({ name }) => name === 'Biểu đồ');
  const images = sheet?.getImages() ?? [];
  return {
    sheets: book.worksheets.map(({ name }) => name),
    area: sheet?.pageSetup.printArea,
    images: images.map(({ imageId, range }) => {
      const image = book.getImage(Number(imageId));
      const size = Reflect.get(range, 'ext');
      return { type: image.extension, bytes: image.buffer?.byteLength ?? 0, row: range.tl.nativeRow, size };
    }),
  };
}

describe('pictures in a workbook', () => {
  test.each<[string, Report, Partial<ReportRequest>, number]>([
    ['bars on two pages or more, and the days', byUnit, {}, 4],
    ['shares by category', byCategory, {}, 1],
    ['the days of the registration', dutyProgress, {}, 1],
    ['of some kinds', byUnit, { filter: { ...noFilter, kinds: ['commune', 'agency'] } }, 3],
    ['of a category', byCategory, { filter: { ...noFilter, categories: ['collective.health'] } }, 0],
    ['of half a year', byUnit, { half: 2 }, 4],
  ])('%s', async (_name, report, request, count) => {
    const { sheets, images } = await picturesOf(report, request);
    expect(images).toHaveLength(count);
    expect(sheets.slice(1)).toEqual(count > 0 ? ['Ghi chú', 'Biểu đồ'] : ['Ghi chú']);
    const page = measurePage('a4', 'portrait');
    images.forEach(({ type, bytes, row, size }, i) => {
      expect([type, row]).toEqual(['png', 2 * i]);
      expect(bytes).toBeGreaterThan(5000);
      // The reader gives pixels, 96 an inch.
      expect((size.width * 72) / 96).toBeLessThanOrEqual(page.width);
      expect((size.height * 72) / 96).toBeLessThanOrEqual(page.height);
    });
  });

  test.each<[string, Report, () => Partial<ReportRequest>]>([
    ['of one unit', byUnit, () => ({ unitIds: [units[0]?.id ?? 0], unitLabel: units[0]?.name ?? '' })],
    [
      'filtered by states that no picture shows',
      byUnit,
      () => ({ filter: { ...noFilter, states: ['overdue'] } }),
    ],
    ['of exemplars one by one', detail, () => ({})],
  ])('are left out of a report %s', async (_name, report, request) => {
    expect((await picturesOf(report, request())).sheets).not.toContain('Biểu đồ');
  });
});
