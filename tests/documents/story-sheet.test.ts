import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { headOfUnit, type SheetHead } from '../../src/reports/story-sheet/compose-sheet.ts';
import { makeStorySheet } from '../../src/reports/story-sheet/story-sheet.ts';
import { freshDatabase } from '../support/database.ts';
import { layOutStory, type StoryShape } from '../support/lay-out-story.ts';
import { convert, pages, pageText, words } from './office.ts';
import { plan101 } from './sample.ts';

const pointsPerMillimetre = 72 / 25.4;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dien-hinh-sheet-'));
});
afterAll(() => rm(folder, { recursive: true }));

const long = 'Làng có 125 hộ, năm 2020 giảm 12 hộ nghèo, giữ được 3 đội cồng chiêng. '.repeat(40);
const who = 'Tập thể · Tổ dân phố, thôn, làng, xã, thị trấn · Nguyễn Văn Hùng, Bí thư chi bộ · Làng Dôr 2';
const commune = headOfUnit(plan101, { name: 'Xã Glar', short: 'Glar', kind: 'commune' });
const fiveYears = { steps: 12, activities: 120, years: 5, decided: true };
const ordinary = { steps: 3, activities: 4, years: 5, decided: true };

test.each<[string, StoryShape, string | undefined, { pages: 1 | 'more'; head?: SheetHead }]>([
  ['just approved', { steps: 0, activities: 0, years: 0 }, undefined, { pages: 1 }],
  ['of one year', {}, undefined, { pages: 1 }],
  ['of five years with awards, refusals, the conference, two plans', ordinary, undefined, { pages: 1 }],
  ['of five years, printed by its unit', ordinary, undefined, { pages: 1, head: commune }],
  ['with a long summary', { steps: 4, activities: 4 }, long, { pages: 'more' }],
  ['of long steps', { steps: 30, activities: 0, years: 5 }, long, { pages: 'more' }],
  ['of five full years', fiveYears, long, { pages: 'more' }],
  ['of five full years, printed by its unit', fiveYears, long, { pages: 'more', head: commune }],
])('the tracking sheet of an exemplar %s', async (_, shape, summary, { pages: wanted, head }) => {
  const db = await freshDatabase();
  try {
    const story = await layOutStory(db, shape, summary);
    const by = { who, author: 'Lê Thị Thu', now: new Date('2026-01-10T02:00:00Z'), head };
    const { path } = await makeStorySheet({ plan: plan101, tempDir: folder }, story, by);
    const pdf = await convert(path, 'pdf');
    const { count } = await pages(pdf);
    if (wanted === 1) expect(count).toBe(1);
    else expect(count).toBeGreaterThan(1);
    const first = await pageText(pdf, 1);
    // The sheet is signed on its first page, also where more stands behind it.
    expect(first).toContain('(Ký, họ tên, đóng dấu)');
    for (const said of ['PHIẾU THEO DÕI ĐIỂN HÌNH', 'Gửi hồ sơ']) expect(first).toContain(said);
    for (const { left, right, top, bottom, text } of await words(pdf)) {
      expect(left, text).toBeGreaterThanOrEqual(29 * pointsPerMillimetre);
      expect(right, text).toBeLessThanOrEqual(595 - 14 * pointsPerMillimetre);
      expect(bottom, text).toBeLessThanOrEqual(842 - 19 * pointsPerMillimetre);
      // 8.9 points and more: the box of a word is higher than its letters.
      expect(bottom - top, text).toBeGreaterThan(9 * 1.1);
    }
    if (shape.decided)
      for (const said of ['đã được khen', 'không được khen', '205/KH-UBND']) expect(first).toContain(said);
    if (count === 1) return;
    expect(first).toMatch(shape === fiveYears ? /Đủ cả \d+ mục: xem trang sau/ : /…/);
    const second = await pageText(pdf, 2);
    expect(second).toContain('TOÀN BỘ QUÁ TRÌNH CỦA ĐIỂN HÌNH');
    expect(second).toContain(story.exemplar.code);
    const rest = await Promise.all(Array.from({ length: count - 1 }, (_, i) => pageText(pdf, i + 2)));
    const behind = rest.join('\n').replace(/\s+/g, ' ');
    // The rest stands here, under headings on each page.
    for (const page of rest.slice(1)) expect(page).toMatch(/Ngày\s+Mục\s+Dòng thời gian/);
    if (shape === fiveYears)
      expect(behind.split('Tuyên truyền: Đài truyền thanh xã').length - 1).toBe(shape.activities);
  } finally {
    await db.drop();
  }
});
