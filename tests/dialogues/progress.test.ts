import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { registers } from '../support/registers.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

describe.each(channelsOfLongScripts)('/tiendo on %s', (channel) => {
  let house: TestHouse;
  let officer: ChatPerson;
  let glar: ChatPerson;
  let police: ChatPerson;
  let justice: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    officer = await house.joined('Lê Thị Thu', 'officer');
    glar = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
    police = await house.joined('Trần Văn Cường', 'liaison', 'CA');
    justice = await house.joined('Siu Hà', 'liaison', 'TP');
    await registers(glar, { name: 'Làng không rác' });
    await registers(justice, { name: 'Hòa giải ở cơ sở' });
  });
  afterAll(async () => {
    await house.close();
  });

  it('a picture, a summary, and a button for each list', async () => {
    await officer.says('tiến độ');
    const seen = await officer.sees('Tiến độ đăng ký điển hình lúc');
    expect(seen.text).toContain('Hạn chót 24/8/2021.');
    expect(seen.text).toMatch(
      /(\d+) đơn vị: đã xong 1, nộp chậm 0, còn thiếu 1, chưa nộp \d+\. Quá hạn chưa đủ: 0\./,
    );
    expect(seen.text).toContain('Kế hoạch triển khai:');
    expect(seen.buttons).toEqual(['Chưa nộp', 'Còn thiếu', 'Quá hạn chưa đủ', 'Nộp chậm', 'Đã xong']);
  });

  it('each list names its units, and what is not done leads to nudging exactly those', async () => {
    await officer.presses('Đã xong');
    const done = await officer.sees('Đã xong, đơn vị (1):');
    expect(done.text).toContain('Phòng Tư pháp');
    expect(done.buttons).not.toContain('Đôn đốc');
    await officer.presses('Nộp chậm');
    await officer.sees('Nộp chậm: không có đơn vị nào.');
    await officer.presses('Còn thiếu');
    const short = await officer.sees('Còn thiếu, đơn vị (1):');
    expect(short.text).toContain('Xã Glar: 1/10–15, còn thiếu 9');
    await officer.presses('Đôn đốc');
    const preview = await officer.sees('Đăng ký điển hình tiên tiến – Còn thiếu: 1 đơn vị, 1 người sẽ nhận.');
    expect(preview.text).toContain('Xã Glar');
    await officer.presses('Sửa lời nhắn');
    await officer.sees(/./);
    await officer.says('Đề nghị xã gửi trong tuần.');
    await officer.sees('– Còn thiếu: 1 đơn vị, 1 người sẽ nhận.');
    await officer.presses('Gửi');
    await officer.sees('Đã gửi');
    expect((await glar.sees('Đề nghị xã gửi trong tuần.')).text).toContain('Xã Glar');
    await house.settled();
    for (const other of [police, justice])
      expect((await other.transcript()).filter(({ text }) => text.includes('trong tuần'))).toEqual([]);
  });

  it('pages of the longest list, and its nudge to all of them', async () => {
    await officer.says('/tiendo chưa nộp');
    const first = await officer.sees('Chưa nộp, đơn vị 1–15 trong');
    const next = first.buttons.find((label) => label.startsWith('Trang 2/')) ?? '';
    await officer.presses(next);
    expect((await officer.sees('Chưa nộp, đơn vị 16–30 trong')).buttons).toContain('‹ Trang trước');
    await officer.presses('Đôn đốc');
    const preview = await officer.sees('– Chưa nộp:');
    expect(preview.text).toContain('1 người sẽ nhận');
    expect(preview.text).toContain('Công an huyện');
    await officer.presses('Hủy');
  });

  it('one unit by name, and a refusal of words that mean none', async () => {
    await officer.says('tiến độ xã glar');
    expect((await officer.sees('Xã Glar')).text).toContain('còn thiếu 9');
    await officer.says('/tiendo sao hỏa');
    await officer.sees('Không tìm thấy đơn vị “sao hỏa”');
    await officer.presses('Tiến độ chung');
    await officer.sees('Tiến độ đăng ký điển hình lúc');
  });

  it.each([
    ['tiến độ năm 2021', 'Tiến độ đăng ký điển hình lúc'],
    ['/tiendo 2021 ạ', 'Tiến độ đăng ký điển hình lúc'],
    ['tien do nam nay', 'Tiến độ đăng ký điển hình lúc'],
    ['tiến độ xã glar năm 2021', 'còn thiếu 9'],
    ['tiến độ năm ngoái', 'Năm 2020 nằm ngoài Kế hoạch'],
    ['/tiendo glar 2024', 'Năm 2024 chưa bắt đầu'],
    ['tiến độ đến hôm nay', 'Tiến độ đăng ký điển hình lúc'],
    ['tiến độ tháng này', 'chưa tách riêng “tháng này”'],
    ['tiến độ quá hạn', 'Quá hạn chưa đủ'],
    ['/tiendo cham', 'Nộp chậm'],
    ['tiến độ thiếu', 'Còn thiếu'],
    ['tiến độ nộp', 'Tiến độ đăng ký điển hình lúc'],
    ['tiến độ toàn huyện', 'Tiến độ đăng ký điển hình lúc'],
    ['tiến độ cả ngành giúp em', 'Tiến độ đăng ký điển hình lúc'],
    ['tiến độ toàn trường năm ngoái', 'Năm 2020 nằm ngoài Kế hoạch'],
    ['tiến độ đăng ký điển hình tiên tiến', 'Tiến độ đăng ký điển hình lúc'],
    ['tiến độ báo cáo kết quả năm 2021', 'Việc phải nộp: Báo cáo kết quả năm'],
    ['tiến độ kế hoạch triển khai xã glar', 'Việc phải nộp: Kế hoạch triển khai'],
    ['tiến độ nộp tổng kết giai đoạn', 'Việc phải nộp: Tổng kết giai đoạn'],
    ['tiến độ sao hỏa', 'Không tìm thấy đơn vị “sao hỏa”'],
  ])('a year is never a unit, and part of a list’s name is enough: %s', async (words, seen) => {
    await officer.says(words);
    await officer.sees(seen);
  });

  it('after the due: overdue are those that have nothing or not enough', async () => {
    await house.at('2021-08-27T02:00:00Z');
    await officer.says('/tiendo');
    expect((await officer.sees('Tiến độ đăng ký điển hình lúc')).text).toMatch(
      /còn thiếu 1, chưa nộp (\d+)\. Quá hạn chưa đủ: (?!0)\d+\./,
    );
    await officer.presses('Quá hạn chưa đủ');
    await officer.sees('Quá hạn chưa đủ, đơn vị 1–15 trong');
    await officer.presses('Còn thiếu');
    await officer.sees('Xã Glar: 1/10–15, còn thiếu 9, quá hạn 3 ngày');
  });

  it('of another time is its picture, with the way to lists and reports', async () => {
    await officer.says('/tiendo 6 tháng đầu năm 2021');
    const half = await officer.sees('Đăng ký so với chỉ tiêu – 6 tháng đầu năm 2021');
    expect(half.text).toContain('Danh sách đơn vị và đôn đốc là của lúc này.');
    await officer.says('tiến độ xã Glar tính đến ngày 17/8/2021');
    const day = await officer.sees('2021, tính đến 17/8/2021 – Xã Glar');
    expect(day.text).toContain('Đã gửi 0,');
    expect(day.buttons.slice(0, 3)).toEqual(['Tiến độ chung', 'Tổng hợp theo đơn vị', 'Tiến độ nộp']);
    await officer.says('tiến độ chưa nộp giai đoạn');
    const list = await officer.sees('Đăng ký so với chỉ tiêu – cả giai đoạn đến năm 2021');
    expect(list.text).toContain('Danh sách “Chưa nộp” và đôn đốc là của lúc này');
    await officer.presses('Chưa nộp');
    await officer.sees('Chưa nộp, đơn vị 1–15 trong');
  });

  it('is refused to a liaison', async () => {
    await glar.says('/tiendo');
    await glar.sees('chỉ dành cho');
  });
});
