import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requireConference } from '../../src/nominations/read-ranking.ts';
import { composeAwardList } from '../../src/reports/award-list/compose-award-list.ts';
import { composeConferenceLists } from '../../src/reports/conference/compose-lists.ts';
import type { OfficialDocument } from '../../src/reports/document/document.ts';
import { saveDocument } from '../../src/reports/document/write-document.ts';
import { composeNominations } from '../../src/reports/period-summary/compose-nominations.ts';
import { composeSummary } from '../../src/reports/period-summary/compose-summary.ts';
import type { ReportRequest } from '../../src/reports/report.ts';
import { composeUnitReport } from '../../src/reports/unit-report/compose-unit-report.ts';
import { loaded } from '../support/loaded.ts';
import { awardRows, rankedNominations, summaryOfUnit } from './life-documents-sample.ts';
import { convert, pages, pageText, words } from './office.ts';
import { plan101 } from './sample.ts';
import { reportOfUnit } from './unit-report-sample.ts';

const run = promisify(execFile);
const pointsPerMillimetre = 72 / 25.4;
const made = new Date('2025-05-05T02:05:00Z');
const by = { author: 'Lê Thị Thu', made };
const glar = { name: 'Xã Glar', short: 'Glar', kind: 'commune' };
const school = {
  ...{ name: 'Trung tâm Giáo dục nghề nghiệp – Giáo dục thường xuyên huyện Đak Đoa', short: 'TT GDNN' },
  kind: 'education',
};
const plan = loaded(plan101);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dien-hinh-life-'));
});
afterAll(() => rm(folder, { recursive: true }));

const request: ReportRequest = {
  ...{ year: 2021, unitId: null, unitLabel: undefined, locale: 'vi', by: 'Lê Thị Thu' },
  ...{ now: made, forOffice: true },
};

/** A document, what it says, and whether it is signed with *Nơi nhận*. */
interface Printed {
  document: OfficialDocument;
  says: string[];
  /** Headings that stand on each page of a long table. */
  headings: RegExp;
  recipients: boolean;
}

const nominations = (unit: typeof glar, count: number): Printed => ({
  document: composeNominations(plan, { unit, nominated: summaryOfUnit(unit, count).nominated ?? [] }, by),
  says: ['Giới thiệu dự Hội nghị điển hình tiên tiến', 'TẬP THỂ', 'CÁ NHÂN', 'ngày 05 tháng 5 năm 2025'],
  headings: /A\s+B\s+1\s+2\s+3\s+4\s+5\s+6/,
  recipients: false,
});
const summary = (unit: typeof glar, count: number): Printed => ({
  document: composeSummary(plan, summaryOfUnit(unit, count), by),
  says: ['ngày 05 tháng 5 năm 2025', '2021 – 2025', 'Căn cứ', 'PHỤ LỤC', 'Giới thiệu dự Hội nghị'],
  headings: /A\s+B\s+1\s+2/,
  recipients: true,
});
const annual = (unit: typeof glar, count: number): Printed => ({
  document: composeUnitReport(plan, reportOfUnit(unit, count), by),
  says: ['Đề nghị khen thưởng năm 2021', 'Giảm 3 hộ nghèo', 'PHỤ LỤC'],
  headings: /A\s+B\s+1\s+2/,
  recipients: true,
});
const awards = (count: number, more: Partial<ReportRequest> = {}): Printed => ({
  document: composeAwardList(plan, awardRows(count), { ...request, ...more }),
  says: ['Đề nghị khen thưởng cấp huyện năm 2021', 'Giấy khen', 'ngày 05 tháng 5 năm 2025'],
  headings: /A\s+B\s+1\s+2\s+3\s+4\s+5/,
  recipients: false,
});
const conference = (count: number): Printed => {
  const { weights } = requireConference(plan);
  return {
    document: composeConferenceLists(plan, rankedNominations(count, weights), request),
    says: ['Giới thiệu dự Hội nghị', 'Đại biểu dự Hội nghị', 'CÁ NHÂN', 'ngày 05 tháng 5 năm 2025'],
    headings: /A\s+B\s+1\s+2\s+3\s+4\s+5\s+6/,
    recipients: false,
  };
};

test.each<[string, Printed]>([
  ['summary-of-a-commune', summary(glar, 20)],
  ['summary-of-a-centre', summary(school, 6)],
  ['nominations-of-a-commune', nominations(glar, 20)],
  ['nominations-of-a-centre', nominations(school, 7)],
  ['annual-report-of-a-commune', annual(glar, 20)],
  ['awards-of-the-office', awards(20)],
  ['awards-of-a-unit', awards(20, { forOffice: false })],
  ['conference', conference(20)],
])('%s prints with nothing cut off, in letters that can be read', async (name, printed) => {
  const { document, says, headings, recipients } = printed;
  const pdf = await convert(await saveDocument(folder, document), 'pdf');
  // To look at: KEEP_PAGES=/tmp/pages npm run test:documents.
  if (process.env.KEEP_PAGES) await copyFile(pdf, join(process.env.KEEP_PAGES, `${name}.pdf`));
  const { count } = await pages(pdf);
  const texts = await Promise.all(Array.from({ length: count }, (_, i) => pageText(pdf, i + 1)));
  const all = texts.join('\n').replace(/\s+/g, ' ');
  expect(count).toBeGreaterThan(1);
  for (const said of says) expect(all).toContain(said);
  expect(all.includes('Nơi nhận:')).toBe(recipients);
  // Every row of a table that turns the page stands under its headings.
  expect(texts.filter((text) => headings.test(text)).length).toBeGreaterThan(1);
  expect(all).not.toContain('…');
  const placed = await words(pdf);
  for (const { left, right, top, bottom, text } of placed) {
    expect(left, text).toBeGreaterThanOrEqual(29 * pointsPerMillimetre);
    expect(right, text).toBeLessThanOrEqual(842 - 14 * pointsPerMillimetre);
    // The box of a word is higher than its letters: this is 9 points.
    expect(bottom - top, text).toBeGreaterThan(9 * 1.1);
  }
  // The page number stands on each page but the first, above everything.
  for (let page = 2; page <= count; page++)
    expect(placed.find((word) => word.page === page)?.text).toBe(String(page));
  const { stdout } = await run('pdffonts', [pdf]);
  const fonts = stdout.split('\n').slice(2).filter(Boolean);
  for (const font of fonts) expect(font).toMatch(/Liberation ?Serif|Times/i);
});
