import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeStorySheet } from '../../src/reports/story-sheet/story-sheet.ts';
import { freshDatabase } from '../support/database.ts';
import { layOutStory, type StoryShape } from '../support/lay-out-story.ts';
import { convert, pages, pageText } from './office.ts';
import { plan101 } from './sample.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dien-hinh-sheet-'));
});
afterAll(() => rm(folder, { recursive: true }));

const long = 'Làng có 125 hộ, năm 2020 giảm 12 hộ nghèo, giữ được 3 đội cồng chiêng. '.repeat(40);

test.each<[string, StoryShape, string | undefined]>([
  ['just approved', { steps: 0, activities: 0, years: 0 }, undefined],
  ['of one year', {}, undefined],
  ['with a long summary', { steps: 4, activities: 4 }, long],
  ['of long steps', { steps: 30, activities: 0, years: 5 }, long],
  ['of five full years', { steps: 12, activities: 120, years: 5 }, long],
])('the tracking sheet of an exemplar %s prints on one page', async (_, shape, summary) => {
  const db = await freshDatabase();
  try {
    const story = await layOutStory(db, shape, summary);
    const who =
      'Tập thể · Tổ dân phố, thôn, làng, xã, thị trấn · Nguyễn Văn Hùng, Bí thư chi bộ · Làng Dôr 2';
    const by = { who, author: 'Lê Thị Thu', now: new Date('2025-12-10T02:00:00Z') };
    const { path } = await makeStorySheet({ plan: plan101, tempDir: folder }, story, by);
    const pdf = await convert(path, 'pdf');
    expect(await pages(pdf)).toMatchObject({ count: 1 });
    expect(await pageText(pdf, 1)).toContain('(Ký, họ tên, đóng dấu)');
  } finally {
    await db.drop();
  }
});
