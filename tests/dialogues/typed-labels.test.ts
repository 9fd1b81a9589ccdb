import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { answersUntil, registers, seesQuestion } from '../support/registers.ts';
import { channelsOfThisRun } from '../support/which-run.ts';

describe.each(channelsOfThisRun)('on %s', (channel) => {
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

  it('a refusal repeats the question, with its buttons, for choices and for words', async () => {
    await liaison.says('/dangky');
    for (const [typed, reason] of [
      ['bỏ qua ạ', 'Câu này cần có trả lời nên không bỏ qua được.'],
      ['trời hôm nay đẹp quá', 'gõ đúng chữ của mục đó'],
    ] as const) {
      await liaison.says(typed);
      await liaison.sees(reason);
      expect((await seesQuestion(liaison)).key).toBe('subject');
    }
    await answersUntil(liaison, 'name', {});
    for (const [typed, reason] of [
      ['alo', 'có vẻ không phải là tên'],
      ['bỏ qua', 'Câu này cần có trả lời nên không bỏ qua được.'],
      ['0905 123 456', 'Đó là số điện thoại'],
      ['cho em hỏi tên là gì ạ?', 'có vẻ là câu hỏi'],
    ] as const) {
      await liaison.says(typed);
      const refused = await liaison.sees(reason);
      const { key, message } = await seesQuestion(liaison);
      expect([key, message.id]).toEqual(['name', refused.id]);
      expect(message.buttons).toContain('Quay lại');
    }
    await discards();
  });

  it('lines of ticks and of [Sửa] are chosen by their words, several at once', async () => {
    await liaison.says('/dangky');
    const asked = await answersUntil(liaison, 'criteria', { name: 'Chọn dòng bằng chữ' });
    const [first = '', second = ''] = asked.text
      .split('\n')
      .flatMap((line) => /^\d+\. (.+)/.exec(line)?.[1] ?? []);
    const wordsOf = (line: string) => line.split(' ').slice(0, 6).join(' ').replace(/[,;]/g, '');
    await liaison.says(`${wordsOf(first)}; ${wordsOf(second)} ạ`);
    const ticked = (await seesQuestion(liaison)).message.buttons.filter((label) => label.startsWith('☑'));
    expect(ticked).toHaveLength(2);
    await liaison.says('xong ạ');
    await answersUntil(liaison, 'review', { name: 'Chọn dòng bằng chữ' });
    await liaison.says('sửa');
    await liaison.sees('Anh/chị muốn sửa dòng nào?');
    await liaison.says('địa bàn, tên mô hình');
    expect((await seesQuestion(liaison)).key).toBe('name');
    await liaison.says('Tên đã sửa');
    expect((await seesQuestion(liaison)).key).toBe('place');
    await liaison.says('Làng Ktu');
    const review = await seesQuestion(liaison);
    expect(review.key).toBe('review');
    expect(review.message.text).toContain('Tên đã sửa');
    expect(review.message.text).toContain('Làng Ktu');
    await liaison.says('tóm tắt');
    expect((await seesQuestion(liaison)).key).toBe('summary');
    await discards();
  });

  it('labels outside forms are typed whole, without their number, or by a part', async () => {
    await registers(liaison, { name: 'Đội cồng chiêng làng Ktu' });
    await liaison.says('"Danh sach cua don vi" ạ');
    await liaison.sees('Điển hình (1)');
    await liaison.says('cồng chiêng');
    const screen = await liaison.sees('GLAR-2021-001 “Đội cồng chiêng làng Ktu”');
    expect(screen.buttons).toContain('Rút');
    await liaison.says('RÚT.');
    await liaison.sees('Rút GLAR-2021-001');
    await liaison.says('rút hồ ấy');
    await liaison.sees('Tôi chưa rõ ý');
    await liaison.says('rút hồ');
    await liaison.sees('Tôi chưa rõ ý');
    await liaison.says('không rút ạ');
    await liaison.sees('GLAR-2021-001 “Đội cồng chiêng làng Ktu”');
    await liaison.says('hạn nộp');
    await liaison.sees('Xã Glar');
  });

  it('an old label behaves as its old button, and a command stays a command', async () => {
    const officer = await house.joined('Duyệt Chữ', 'officer');
    await officer.says('duyệt');
    await officer.sees('Chờ duyệt (1)');
    await officer.says('đội cồng chiêng');
    const screen = await officer.sees('GLAR-2021-001 “Đội cồng chiêng làng Ktu”');
    expect(screen.buttons).toContain('Không duyệt');
    await officer.says('không');
    await officer.sees('Tôi chưa rõ ý');
    await officer.says('“không duyệt”');
    await officer.sees('Vì sao không duyệt');
    await officer.says('Trả lại cho đơn vị làm lại từ đầu.');
    const reason = await officer.transcript();
    expect(reason.at(-1)?.text).not.toContain('Đã trả lại');
  });
});
