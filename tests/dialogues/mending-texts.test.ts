import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { returnsIt, seesAsked, seesReview } from '../support/mends.ts';
import { registers } from '../support/registers.ts';
import { channelsOfThisRun } from '../support/which-run.ts';

const first = 'Làng có 125 hộ, năm 2020 giảm 12 hộ nghèo, không có hộ tái nghèo, giữ được 3 đội cồng chiêng.';
const more = 'Năm 2021 có thêm 5 hộ khá.';
const anew =
  'Viết lại cả bài: làng có 130 hộ, 98% gia đình văn hóa, không còn hộ đói, đường làng đã bê tông.';
const writing = ['Viết thêm', 'Viết lại từ đầu', 'Giữ nguyên'];

describe.each(channelsOfThisRun)('on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  let officer: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('Người Sửa', 'liaison', 'GLAR');
    officer = await house.joined('Người Duyệt', 'officer');
    await registers(liaison, { name: 'Bài để sửa', summary: first, untilReview: true });
  });
  afterAll(async () => {
    await house.close();
  });

  const opensLine = async (line: string, asked: 'summary' | 'place' | 'memberCount') => {
    await liaison.presses('Sửa');
    await liaison.presses(line);
    return seesAsked(liaison, asked);
  };

  it('the earlier text is shown, and added to', async () => {
    const asked = await opensLine('Tóm tắt thành tích', 'summary');
    expect(asked.text).toContain(`Hiện tại: ${first}`);
    expect(asked.buttons.slice(0, 3)).toEqual(writing);
    expect(asked.buttons).not.toContain('Bỏ đoạn cuối');
    await liaison.presses('Viết thêm');
    await liaison.sees('nối vào sau nội dung đang có');
    await liaison.says('Đoạn gõ nhầm.');
    await liaison.sees('Đã ghi, hiện có');
    await liaison.presses('Bỏ đoạn cuối');
    await liaison.sees('Đã bỏ đoạn “Đoạn gõ nhầm.”');
    await liaison.says(more);
    await liaison.sees('Đã ghi, hiện có');
    await liaison.presses('Xong');
    expect((await seesReview(liaison)).text).toContain(`${first}\n${more}`);
  });

  it('[Giữ nguyên] keeps it, and drops the new piece', async () => {
    await opensLine('Tóm tắt thành tích', 'summary');
    await liaison.says('Chỉ thử thôi.');
    const written = await liaison.sees('nối vào sau nội dung đang có');
    expect(written.buttons.slice(0, 2)).toEqual(writing.slice(0, 2));
    await liaison.presses('Giữ nguyên');
    const review = await seesReview(liaison);
    expect(review.text).toContain(`${first}\n${more}`);
    expect(review.text).not.toContain('Chỉ thử thôi.');
  });

  it('what is typed without a choice is added, and may replace it all the same', async () => {
    await opensLine('Tóm tắt thành tích', 'summary');
    await liaison.says(anew);
    await liaison.sees('nối vào sau nội dung đang có');
    await liaison.presses('Viết lại từ đầu');
    await liaison.sees('Nội dung đang có chỉ bị thay khi chọn Xong');
    await liaison.presses('Xong');
    const review = await seesReview(liaison);
    expect(review.text).toContain(anew);
    expect(review.text).not.toContain(more);
  });

  it('lines of the earlier text are taken back too', async () => {
    await opensLine('Tóm tắt thành tích', 'summary');
    await liaison.says('viết thêm');
    await liaison.sees('nối vào sau nội dung đang có');
    await liaison.says(more);
    await liaison.sees('Đã ghi, hiện có');
    await liaison.presses('Bỏ đoạn cuối');
    await liaison.sees(`Đã bỏ đoạn “${more}”`);
    await liaison.says('bỏ đoạn cuối');
    await liaison.sees('Đã bỏ đoạn “Viết lại cả bài');
    await liaison.presses('Xong');
    await liaison.sees('cần ít nhất 50');
    await liaison.says(first);
    await liaison.sees('Đã ghi, hiện có');
    await liaison.presses('Xong');
    expect((await seesReview(liaison)).text).toContain(first);
  });

  it('a text that finds no room behind the other replaces it, and says so', async () => {
    await opensLine('Tóm tắt thành tích', 'summary');
    const long = `Có 12 hộ. ${'Bài dài. '.repeat(438)}`.trim();
    for (const part of [long.slice(0, 1900), long.slice(1900)]) await liaison.says(part);
    await liaison.sees('quá dài, nên phần này được ghi là bài viết lại');
    await liaison.presses('Giữ nguyên');
    expect((await seesReview(liaison)).text).toContain(first);
  });

  it('what was begun is there again after a pause', async () => {
    await opensLine('Tóm tắt thành tích', 'summary');
    await liaison.presses('Viết thêm');
    await liaison.sees('nối vào sau nội dung đang có');
    await liaison.says(more);
    await liaison.sees('Đã ghi, hiện có');
    await liaison.says('/hannop');
    await liaison.sees('tạm dừng');
    await liaison.presses('Tiếp tục');
    const asked = await seesAsked(liaison, 'summary');
    expect(asked.text).toContain(`Đang viết thêm, cả bài là: ${first}\n${more}`);
    expect(asked.buttons).toContain('Bỏ đoạn cuối');
    await liaison.presses('Xong');
    expect((await seesReview(liaison)).text).toContain(`${first}\n${more}`);
  });

  it('a draft of an earlier release continues in the middle of it', async () => {
    await opensLine('Tóm tắt thành tích', 'summary');
    await liaison.presses('Viết lại từ đầu');
    await liaison.sees('Nội dung đang có chỉ bị thay khi chọn Xong');
    await house.settled();
    await house.app.house.db.pool.query(
      `update draft set answers = answers || jsonb_build_object('~summary', $1::text), rev = rev + 1
       where state = 'open'`,
      [anew],
    );
    await liaison.says(more);
    await liaison.sees('Đã ghi, hiện có');
    await liaison.presses('Xong');
    const review = await seesReview(liaison);
    expect(review.text).toContain(`${anew}\n${more}`);
    expect(review.text).not.toContain(first);
  });

  it('a line of words is added to or typed again; a number is only typed', async () => {
    const asked = await opensLine('Địa bàn', 'place');
    expect(asked.text).toContain('Hiện tại: Làng Đê Kốp');
    expect(asked.buttons.slice(0, 3)).toEqual(writing);
    await liaison.presses('Viết thêm');
    await liaison.sees('nối vào sau câu trả lời hiện tại');
    await liaison.says(', làng Ngol');
    expect((await seesReview(liaison)).text).toContain('Địa bàn: Làng Đê Kốp, làng Ngol');
    await opensLine('Địa bàn', 'place');
    await liaison.presses('Viết lại từ đầu');
    await liaison.sees('gõ lại câu trả lời');
    await liaison.says('Thôn 2');
    expect((await seesReview(liaison)).text).toContain('Địa bàn: Thôn 2\n');
    const number = await opensLine('Số người', 'memberCount');
    expect(number.buttons).not.toContain('Viết thêm');
    await liaison.presses('Giữ nguyên');
    await seesReview(liaison);
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi');
  });

  it('[Sửa ngay] shows the text that was returned', async () => {
    await returnsIt(
      officer,
      { code: 'GLAR-2021-001', name: 'Bài để sửa' },
      ['Tóm tắt thành tích'],
      'Bổ sung số liệu năm 2021',
    );
    await liaison.presses('Sửa ngay');
    const asked = await seesAsked(liaison, 'summary');
    expect(asked.text).toContain(`Hiện tại: ${anew}`);
    expect(asked.buttons.slice(0, 3)).toEqual(writing);
    await liaison.presses('Viết thêm');
    await liaison.sees('nối vào sau nội dung đang có');
    await liaison.says('Thu nhập 42 triệu đồng.');
    await liaison.sees('Đã ghi, hiện có');
    await liaison.presses('Xong');
    expect((await seesReview(liaison)).text).toContain(`${anew}\n${more}\nThu nhập 42 triệu đồng.`);
  });
});
