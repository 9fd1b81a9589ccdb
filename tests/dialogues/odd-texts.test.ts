import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { everyChannel, type TestHouse, testHouse } from '../support/house.ts';
import { type Registers, registers } from '../support/registers.ts';
import { atLength } from '../support/which-run.ts';

/**
 * Odd texts that people type or paste. The stand-ins refuse any message, caption or button that
 * Telegram or Zalo would refuse.
 */
const odd: Record<string, string> = {
  markup: '<b>in đậm</b> & <script>alert("1")</script> </i>',
  decomposed: 'Làng Đê Kốp giữ gìn bản sắc văn hóa'.normalize('NFD'),
  emoji: '👩‍👩‍👧‍👦👍🏽🇻🇳',
  marks: 'c̆ơ̆č ǒ k̆ô̆',
  hidden: 'chữ\u200b ẩn\u202e ngược\u0000 điều khiển',
  fluent: '{ $name } { "x" } \\u0041 %s',
  quotes: `'"; drop table exemplar; --`,
};

/** Each alone where there is time, otherwise one text that has all of it. */
const tried: [what: string, text: string][] = atLength
  ? Object.entries(odd)
  : [['all of it', Object.values(odd).join(' ')]];

/**
 * A text of at most `length` UTF-16 units, as long as possible: whole characters, with figures in
 * front.
 */
function filled(text: string, length: number): string {
  const parts = [...new Intl.Segmenter('vi').segment(text)].map(({ segment }) => segment);
  let whole = '12 hộ: ';
  for (let i = 0; ; i++) {
    const part = parts[i % parts.length] ?? '';
    if (whole.length + part.length > length) return whole.trim();
    whole += part;
  }
}

describe.each(everyChannel)('on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  let officer: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('<i>Nguyễn</i> & Văn', 'liaison', 'GLAR');
    officer = await house.joined('Trần Thị 👍 Hạnh', 'officer');
  });
  afterAll(async () => {
    await house.close();
  });

  describe.each(tried)('%s in every answer, as long as possible', (_, text) => {
    it('is registered, listed, reviewed, returned and reported', async () => {
      const given: Registers = {
        answers: {
          name: { says: [filled(text, 200)] },
          representative: { says: [filled(text, 200)] },
          place: { says: [filled(text, 200)] },
          minutes: { says: [filled(text, 200)] },
          summary: { says: [filled(text, 1900), filled(text, 1900)], presses: ['Xong'] },
          criteria: { says: [filled(text, 900)], presses: ['☐ 1.', 'Xong'] },
          impact: { says: [filled(text, 1800)], presses: ['Xong'] },
        },
      };
      await registers(liaison, given);
      await liaison.presses('Danh sách của đơn vị');
      const list = await liaison.sees(/Điển hình [1(]/);
      await liaison.presses(list.buttons.find((label) => label.startsWith('GLAR-2021-')) ?? '');
      await liaison.sees('Người gửi: <i>Nguyễn</i> & Văn');
      await officer.says('/duyet');
      const queue = await officer.sees('Chờ duyệt');
      await officer.presses(queue.buttons[0] ?? '');
      const screen = await officer.sees('Người đăng ký');
      expect(screen.text.length).toBeLessThanOrEqual(4096);
      await officer.presses('Trả lại');
      await officer.sees('Cần bổ sung những dòng nào');
      await officer.presses('☐ Tên mô hình');
      await officer.presses('☐ Tóm tắt thành tích');
      await officer.presses('Xong');
      await officer.sees('Cần bổ sung điều gì?');
      await officer.says(filled(text, 990));
      await officer.sees('Đã trả lại');
      await liaison.presses('Sửa ngay');
      await liaison.sees('Tên mô hình?');
      await liaison.says(filled(text, 190));
      await liaison.sees(/Tóm tắt thành tích \(/);
      await liaison.says(filled(text, 1800));
      await liaison.sees('Đã ghi');
      await liaison.presses('Xong');
      await liaison.sees('xem lại lần cuối');
      await liaison.presses('Gửi Phòng Nội vụ');
      await liaison.sees('Đã gửi lại');
      await officer.says('/duyet');
      const again = await officer.sees('Chờ duyệt');
      await officer.presses(again.buttons[0] ?? '');
      const changed = await officer.sees('Đơn vị đã sửa');
      expect(changed.text.length).toBeLessThanOrEqual(4096);
      await officer.presses('Duyệt');
      await officer.sees('Đã duyệt');
      await liaison.sees('Phòng Nội vụ đã duyệt');
    });
  });

  it('the list with all of them still makes a report', async () => {
    await officer.says('/baocao danhsach');
    await officer.receivesFile('Bao-cao-danh-sach-2021.xlsx');
  });
});
