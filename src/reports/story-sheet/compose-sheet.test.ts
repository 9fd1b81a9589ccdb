import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plan101 } from '../../../tests/documents/sample.ts';
import { listWordFaults } from '../../../tests/support/check-word.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { layOutStory } from '../../../tests/support/lay-out-story.ts';
import { readWord } from '../../../tests/support/read-word.ts';
import type { Story } from '../../stories/story.ts';
import { writeDocument } from '../document/write-document.ts';
import { composeStorySheet, headOfUnit } from './compose-sheet.ts';

let db: TestDatabase;
let story: Story;
beforeAll(async () => {
  db = await freshDatabase();
  story = await layOutStory(db, { steps: 3, activities: 2, years: 1 });
});
afterAll(() => db.drop());

const by = { who: 'Tập thể · Làng Đê Kốp', author: 'Lê Thị Thu', now: new Date('2021-12-14T02:00:00Z') };

async function print(of: Story, more = {}) {
  const bytes = await writeDocument(composeStorySheet(plan101, of, { ...by, ...more }));
  return { bytes, ...(await readWord(bytes)) };
}

describe('the tracking sheet of an exemplar', () => {
  it('has who it is, and its moments in the order of their days', async () => {
    const { text, tables, bytes } = await print(story);
    expect(await listWordFaults(bytes)).toEqual([]);
    expect(text).toContain('PHIẾU THEO DÕI ĐIỂN HÌNH');
    const [, facts, events] = tables;
    expect(facts?.map(([label]) => label)).toEqual([
      ...['Mục', 'Đơn vị, tình trạng', 'Điển hình', 'Tóm tắt thành tích'],
    ]);
    expect(text).toContain('Xã Glar – đã duyệt; bồi dưỡng: 2/3 việc đã làm');
    expect(events?.slice(1).map(([day, part]) => `${day} ${part}`)).toEqual([
      ...['20/8/2021 Xét duyệt', '20/8/2021 Xét duyệt', '6/9/2021 Hoạt động', '13/9/2021 Hoạt động'],
      ...['30/9/2021 Bồi dưỡng', '9/11/2021 Bồi dưỡng', '10/12/2021 Đánh giá', '10/12/2021 Khen thưởng'],
      '19/12/2021 Bồi dưỡng',
    ]);
    expect(text).toContain('Năm 2021: Giấy khen, cấp huyện – đã đề nghị');
    expect(text).toContain('Quá hạn: Lớp 2');
  });

  it('of the office is signed by its head, of a unit by the unit’s', async () => {
    expect((await print(story)).text).toContain('PHÒNG NỘI VỤ');
    const head = headOfUnit(plan101, { name: 'Xã Glar', short: 'Glar', kind: 'commune' });
    const own = (await print(story, { head })).text;
    expect(own).toContain('CHỦ TỊCH');
    expect(own).not.toContain('PHÒNG NỘI VỤ');
  });

  it('tells too many moments by year, and has each of them whole on a second page', async () => {
    const [first] = story.activities;
    if (!first) throw new Error('no activity');
    const many = Array.from({ length: 60 }, (_, i) => ({
      ...first,
      heldOn: new Date(Date.UTC(2022, 0, 1 + i)),
    }));
    const { tables, text } = await print(
      { ...story, activities: many },
      { now: new Date('2022-06-01T02:00:00Z') },
    );
    const rows = tables[2]?.slice(1) ?? [];
    expect(rows[0]?.[2]).toContain('Gửi hồ sơ');
    expect(rows.find(([day]) => day === 'Năm 2022')?.[2]).toBe('60 tuyên truyền (180 lượt, 900 phút)');
    expect(rows.at(-1)?.[2]).toBe('Đủ cả 67 mục: xem trang sau');
    expect(text).toContain('TOÀN BỘ QUÁ TRÌNH CỦA ĐIỂN HÌNH');
    expect(tables.at(-1)?.slice(1)).toHaveLength(67);
  });

  it.each([
    ['a long summary', { summary: `${'Giữ rừng. '.repeat(200)}Hết.` }, 'Hết.'],
    ['a summary of several paragraphs', { summary: `Đoạn một.\n${'Hai. '.repeat(300)}Cuối.` }, 'Cuối.'],
  ])('shortens %s on the first page, and has it whole on the second', async (_, exemplar, end) => {
    const { tables } = await print({ ...story, exemplar: { ...story.exemplar, ...exemplar } });
    expect(tables[1]?.find(([label]) => label === 'Tóm tắt thành tích')?.[1]).toMatch(/…$/);
    expect(tables.at(-1)?.[1]?.[1]).toContain(end);
  });

  it.each([
    ['a usual summary', { summary: 'Giữ 120 ha rừng.' }],
    ['a long name', { name: 'Mô hình tổ liên gia tự quản bảo vệ rừng và giữ gìn cồng chiêng làng Đê Kốp' }],
  ])('has no second page with %s', async (_, exemplar) => {
    const { text } = await print({ ...story, exemplar: { ...story.exemplar, ...exemplar } });
    expect(text).not.toContain('TOÀN BỘ QUÁ TRÌNH');
  });
});
