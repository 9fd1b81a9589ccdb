import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { everyChannel, type TestHouse, testHouse } from '../support/house.ts';
import { seesQuestion } from '../support/registers.ts';

describe.each(everyChannel)('on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('Gõ Chữ', 'liaison', 'GLAR');
  });
  afterAll(async () => {
    await house.close();
  });

  const asksCategory = async (subject: string) => {
    await liaison.says('/dangky');
    await seesQuestion(liaison);
    await liaison.says(subject);
    expect((await seesQuestion(liaison)).key).toBe('category');
  };
  const discards = async () => {
    await liaison.says('/huy');
    await liaison.presses('Bỏ bản nháp');
    await liaison.sees('Đã bỏ bản nháp');
  };

  it.each([
    ['tập thể', 'Đak Đoa chung sức xây dựng nông thôn mới'],
    ['TAP THE', 'nông thôn mới'],
    ['tập thể ạ', '"vì người nghèo"'],
    ['“tập thể”', 'hội, đoàn thể'],
    ['tập thể', 'y te'],
  ])('the category after %s may be typed as %s', async (subject, category) => {
    await asksCategory(subject);
    await liaison.says(category);
    expect((await seesQuestion(liaison)).key).toBe('name');
    await discards();
  });

  it('what names several or none is asked again with its buttons', async () => {
    await asksCategory('tập thể');
    for (const typed of ['đak đoa', 'thủy lợi']) {
      await liaison.says(typed);
      await liaison.sees('gõ đúng chữ của mục đó');
      const { key, message } = await seesQuestion(liaison);
      expect(key).toBe('category');
      expect(message.buttons).toContain('Y tế, chăm sóc sức khỏe Nhân dân');
    }
    await discards();
  });

  it('the criteria of a category lead back to the registration', async () => {
    await asksCategory('tập thể');
    await liaison.presses('Xem tiêu chí');
    await liaison.sees('Tiêu chí chung');
    await liaison.presses('Y tế, chăm sóc sức khỏe Nhân dân');
    await liaison.sees('(Kế hoạch, III');
    await liaison.presses('Chọn lĩnh vực này');
    expect((await seesQuestion(liaison)).key).toBe('name');
    await discards();
  });
});
