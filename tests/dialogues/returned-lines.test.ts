import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { mendsLine, opensToMend, returnsIt, seesAsked, seesReview } from '../support/mends.ts';
import { registers, seesQuestion } from '../support/registers.ts';
import { pdf } from '../support/sample-files.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

describe.each(channelsOfLongScripts)('on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  let officer: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('Rơ Châm Ba', 'liaison', 'GLAR');
    officer = await house.joined('Trần Thị Hạnh', 'officer');
  });
  afterAll(() => house.close());

  const registered = async (name: string) => {
    const { text } = await registers(liaison, { name });
    return { code: /GLAR-2021-\d+/.exec(text)?.[0] ?? '', name };
  };

  it('a returned exemplar opens at the ticked lines only, with their number', async () => {
    const exemplar = await registered('Chỉ hai dòng');
    await returnsIt(officer, exemplar, ['Địa bàn', 'Biên bản'], 'Ghi rõ tên làng và số biên bản.');
    await liaison.presses('Sửa ngay');
    await liaison.sees(`Bổ sung ${exemplar.code}`);
    const place = await seesAsked(liaison, 'place');
    expect(place.text).toMatch(/(?:^|\n)1\/2 /);
    // The line before it is locked.
    expect(place.buttons).toEqual(['Viết thêm', 'Viết lại từ đầu', 'Giữ nguyên', 'Lưu nháp']);
    await liaison.says('Làng Bối');
    const minutes = await seesAsked(liaison, 'minutes');
    expect(minutes.text).toMatch(/(?:^|\n)2\/2 /);
    await liaison.presses('Quay lại');
    await seesAsked(liaison, 'place');
    await liaison.presses('Giữ nguyên');
    await seesAsked(liaison, 'minutes');
    await liaison.says('05/BB-UBND');
    const review = await seesReview(liaison);
    expect(review.text).toContain('Chỉ sửa được các dòng được đề nghị bổ sung: Địa bàn, Biên bản.');
    expect(review.text).toContain('Tóm tắt thành tích: Làng có 125 hộ');
    expect(review.buttons).toEqual(['Gửi Phòng Nội vụ', 'Sửa', 'Lưu nháp', 'Hủy', 'Sửa mục khác']);
    await liaison.presses('Sửa');
    expect((await liaison.sees('Anh/chị muốn sửa dòng nào?')).buttons).toEqual([
      'Địa bàn',
      'Biên bản',
      'Sửa mục khác',
      'Quay lại',
    ]);
    await liaison.presses('Quay lại');
    await seesReview(liaison);
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi lại');
    await officer.says('/duyet');
    await officer.presses(`${exemplar.code} ${exemplar.name}`);
    expect((await officer.sees('Đơn vị đã sửa:')).text).not.toContain('Có sửa mục');
  });

  it('another line opens with a reason, shown in the history and to the officer', async () => {
    const exemplar = await registered('Cần sửa mục khác');
    await returnsIt(officer, exemplar, ['Số người'], 'Ghi lại số người cho đúng.');
    await liaison.presses('Sửa ngay');
    await seesAsked(liaison, 'memberCount');
    await liaison.says('140');
    await seesReview(liaison);
    await liaison.presses('Sửa mục khác');
    await liaison.sees('Vì sao cần sửa dòng không được đề nghị bổ sung?');
    await liaison.says('Trưởng thôn mới được bầu ngày 1/8');
    const open = await seesReview(liaison);
    expect(open.text).toContain('Mọi dòng đã mở để sửa: chọn Sửa.');
    expect(open.buttons).not.toContain('Sửa mục khác');
    await mendsLine(liaison, 'Người đại diện', { says: ['Bà Siu Hà, Trưởng thôn'] });
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi lại');
    const { rows } = await house.app.house.db.pool.query<{ reason: string }>(
      `select c.reason from exemplar_change c join exemplar e on e.id = c.exemplar_id
       where e.code = $1 and c.action = 'resubmit'`,
      [exemplar.code],
    );
    expect(rows).toEqual([{ reason: 'Trưởng thôn mới được bầu ngày 1/8' }]);
    await officer.says('/duyet');
    await officer.presses(`${exemplar.code} ${exemplar.name}`);
    const screen = await officer.sees('Đơn vị đã sửa:');
    expect(screen.text).toContain('Người đại diện: Ông A Nhưk, Trưởng thôn → Bà Siu Hà, Trưởng thôn');
    expect(screen.text).toContain('Lý do: «Trưởng thôn mới được bầu ngày 1/8»');
  });

  it('a ticked category opens the lines that depend on it, and nothing else', async () => {
    const exemplar = await registered('Tổ đọc sách');
    await returnsIt(officer, exemplar, ['Lĩnh vực'], 'Thuộc lĩnh vực giáo dục, đào tạo.');
    await liaison.presses('Sửa ngay');
    await seesAsked(liaison, 'category');
    await liaison.presses('Giáo dục, đào tạo');
    await seesAsked(liaison, 'criteria');
    await liaison.says('1, 2');
    await seesAsked(liaison, 'criteria');
    await liaison.presses('Xong');
    await seesReview(liaison);
    await liaison.presses('Sửa');
    expect((await liaison.sees('Anh/chị muốn sửa dòng nào?')).buttons).toEqual([
      'Lĩnh vực',
      'Tiêu chí đạt được',
      'Sửa mục khác',
      'Quay lại',
    ]);
    await liaison.presses('Quay lại');
    await seesReview(liaison);
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi lại');
  });

  it('files of a submission stay with it when the unit replaces them', async () => {
    const name = 'Thay tệp minh chứng';
    await registers(liaison, { name, untilReview: true });
    await liaison.presses('Sửa');
    await liaison.presses('Minh chứng');
    await seesAsked(liaison, 'files');
    await liaison.sendsFile('Ảnh mờ.pdf', pdf('mờ'));
    await liaison.sees('(1/10)');
    await liaison.presses('Xong');
    await seesReview(liaison);
    await liaison.presses('Gửi Phòng Nội vụ');
    const { text } = await liaison.sees('Đã gửi');
    const exemplar = { code: /GLAR-2021-\d+/.exec(text)?.[0] ?? '', name };
    await returnsIt(officer, exemplar, ['Minh chứng'], 'Ảnh mờ quá, đề nghị gửi ảnh rõ.');
    await liaison.presses('Sửa ngay');
    await seesAsked(liaison, 'files');
    await liaison.presses('Bỏ bớt tệp');
    await liaison.sees('Bỏ tệp nào?');
    await liaison.presses('Ảnh mờ.pdf');
    await liaison.sees('Đã bỏ “Ảnh mờ.pdf”');
    await liaison.sendsFile('Ảnh rõ.pdf', pdf('rõ'));
    await liaison.sees('(1/10)');
    await liaison.presses('Xong');
    await seesReview(liaison);
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi lại');
    await officer.says(`/duyet ${exemplar.code}`);
    // One file for one: the number is the same, the names are not.
    const screen = await officer.sees('Đơn vị đã sửa:');
    expect(screen.text).toContain('Minh chứng: Ảnh mờ.pdf → Ảnh rõ.pdf');
    await officer.presses('Tệp của các lần gửi trước');
    const sent = await officer.sees('đã gửi 2 lần');
    expect(sent.text).toMatch(/Lần 1, .*: Ảnh mờ\.pdf\n– Lần 2, .*: Ảnh rõ\.pdf/);
    await officer.presses('Xem tệp lần 1');
    const { caption } = await officer.receivesFile(/^Anh-mo\.pdf$/);
    expect(caption).toContain('lần 1');
  });

  it('an older button for another line opens nothing', async () => {
    const exemplar = await registered('Nút cũ');
    await opensToMend(liaison, exemplar.code, exemplar.name);
    await liaison.presses('Sửa');
    const old = await liaison.sees('Anh/chị muốn sửa dòng nào?');
    await returnsIt(officer, exemplar, ['Ngày suy tôn'], 'Xem lại ngày họp suy tôn.');
    await liaison.presses('Sửa ngay');
    await liaison.sees(`Bổ sung ${exemplar.code}`);
    await seesAsked(liaison, 'endorsedOn');
    await liaison.says('6/8/2021');
    await seesReview(liaison);
    if (liaison.hasButtons) {
      for (const line of ['Tên mô hình', 'Tóm tắt thành tích', 'Minh chứng']) {
        await liaison.pressesOn(old, line);
        await liaison.sees(`Dòng “${line}” không được đề nghị bổ sung nên không mở.`);
        expect((await seesQuestion(liaison)).key).toBe('review');
      }
    }
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi lại');
  });
});
