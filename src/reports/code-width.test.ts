import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTable } from '../../tests/documents/read-table.ts';
import { calendar, layUnits, plan101, register } from '../../tests/documents/sample.ts';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { conferenceList } from './conference/conference-list.ts';
import { detail } from './detail.ts';
import { publicity } from './publicity/publicity.ts';
import type { Report } from './report.ts';
import { findWidest, measureText, widthOfText } from './text-size.ts';
import { yearResults } from './year-results/year-results.ts';

let db: TestDatabase;
let tempDir = '';
beforeAll(async () => {
  tempDir = await mkdtemp(join(tmpdir(), 'dien-hinh-codes-'));
  db = await freshDatabase();
  const { units, liaison } = await layUnits(db, plan101);
  const [unit] = units;
  if (!unit) throw new Error('no unit');
  await register(db, plan101, liaison, [{ unit, number: 1, status: 'approved' }]);
  const { id: exemplarId } = await db.prisma.exemplar.findFirstOrThrow();
  const at = new Date('2021-09-01T02:00:00Z');
  await db.prisma.nomination.create({
    data: {
      ...{ planId: 1, exemplarId, unitId: unit.id, grounds: 'Ba năm liền giữ vững thành tích' },
      ...{ nominatedAt: at, nominatedById: liaison },
    },
  });
});
afterAll(async () => {
  await db.drop();
  await rm(tempDir, { recursive: true });
});

test.each<[string, Report]>([
  ['PTHONGNHAT', detail],
  ['XDAKSOMEI', yearResults],
  ['TTGDNNGDTXHD', yearResults],
  ['MMMMMMWWWWWW', publicity],
  ['PTHONGNHAT', publicity],
  ['XKONGANG', conferenceList],
  ['TTGDNNGDTXHD', conferenceList],
  ['A', conferenceList],
])('codes of %s are as large as other text: no cell shrinks them', async (unitCode, report) => {
  const { id, unitId } = await db.prisma.exemplar.findFirstOrThrow();
  const code = `${unitCode}-2021-001`;
  await db.prisma.unit.update({ where: { id: unitId }, data: { code: unitCode } });
  await db.prisma.exemplar.update({ where: { id }, data: { code } });
  const { path } = await report.make(
    { db, plan: plan101, calendar, tempDir },
    { year: 2021, locale: 'vi', by: 'Lê Thị Thu', now: new Date('2021-12-20T02:00:00Z') },
  );
  const { sheet, headings, lines } = await readTable(path);
  const at = headings.indexOf('Mã');
  expect(lines.map((line) => line[at])).toEqual([code]);
  // All lists of exemplars are of 9 points or more.
  expect(sheet.getColumn(at + 1).width).toBeGreaterThanOrEqual(
    Math.floor(widthOfText(measureText(code, { size: 9 })) * 100) / 100,
  );
});

test('long codes of another office take no room', async () => {
  const widthOfCodes = async () => {
    const { path } = await publicity.make(
      { db, plan: plan101, calendar, tempDir },
      { year: 2021, locale: 'vi', by: 'Lê Thị Thu', now: new Date('2021-12-20T02:00:00Z') },
    );
    const { sheet, headings } = await readTable(path);
    return sheet.getColumn(headings.indexOf('Mã') + 1).width;
  };
  const before = await widthOfCodes();
  const { id: officeId } = await db.prisma.office.create({ data: { code: 'xa-khac' } });
  await db.prisma.unit.create({
    data: {
      ...{ officeId, code: 'WWWWWWWWWWWW', name: 'Thôn dài', short: 'Thôn dài', position: 1 },
      createdAt: new Date('2021-08-18T01:00:00Z'),
    },
  });
  expect(await widthOfCodes()).toBe(before);
});

test.each([
  [[], ''],
  [['A'], 'A'],
  [['IIIIII', 'MMM'], 'MMM'],
  [['GLAR', 'DDOA', 'GL'], 'DDOA'],
  [['một', 'hai ba'], 'hai ba'],
])('of %o the widest on paper is %o', (texts, widest) => {
  expect(findWidest(texts)).toBe(widest);
});
