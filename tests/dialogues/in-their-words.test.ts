import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { answersUntil, registers, seesQuestion } from '../support/registers.ts';
import { pdf } from '../support/sample-files.ts';
import { channelsOfThisRun } from '../support/which-run.ts';

describe.each(channelsOfThisRun)('on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('Nói Theo Lời', 'liaison', 'GLAR');
  });
  afterAll(async () => {
    await house.close();
  });

  it('the requested figures may be typed at once', async () => {
    await liaison.says('cho em đăng kí một gương mới ạ');
    const summary = 'Vận động bà con giữ gìn vệ sinh, chăm sóc cây xanh và giúp nhau phát triển kinh tế.';
    await answersUntil(liaison, 'figures', {
      name: 'Có số liệu',
      answers: { summary: { says: [summary, 'xong rồi'] } },
    });
    expect((await liaison.transcript()).filter(({ text }) => text.includes('không dùng'))).toEqual([]);
    await liaison.says('Năm 2020 có 12 hộ thoát nghèo.');
    expect((await seesQuestion(liaison)).key).toBe('criteria');
    await liaison.says('tất cả');
    const { message } = await seesQuestion(liaison);
    expect(message.buttons.filter((label) => label.startsWith('☐'))).toEqual([]);
    await liaison.says('ok');
    const review = await answersUntil(liaison, 'review', { answers: { files: { says: ['không có'] } } });
    expect(review.text).toContain(`${summary}\nNăm 2020 có 12 hộ thoát nghèo.`);
    expect(review.text).toContain('13/13 tiêu chí');
    await liaison.says('gửi');
    await liaison.sees('Đã gửi');
    await liaison.says('đã gửi chưa em?');
    expect((await liaison.sees('Điển hình (1)')).buttons.join()).toContain('Có số liệu');
  });

  it('có and không choose between two lines of which one says no', async () => {
    await liaison.says('danh sách');
    await liaison.presses('GLAR-2021-001 Có số liệu');
    await liaison.presses('Rút');
    await liaison.sees('Rút GLAR-2021-001');
    if (liaison.hasButtons) return;
    await liaison.says('không');
    await liaison.sees('GLAR-2021-001 “Có số liệu”');
    await liaison.presses('Rút');
    await liaison.sees('Rút GLAR-2021-001');
    await liaison.says('có');
    await liaison.sees('Đã rút');
  });

  it('words of a command that were kept as an answer are shown as kept', async () => {
    await liaison.says('đăng ký');
    await answersUntil(liaison, 'name');
    await liaison.says('hạn nộp');
    const refused = await liaison.sees('“hạn nộp” có vẻ không phải là tên');
    expect(refused.text).toContain('gõ /hannop');
    await liaison.says('Có tên khác');
    await answersUntil(liaison, 'place');
    for (const talk of ['ok ạ', 'Đúng vậy ạ', 'ghi tên thôn hay tên xã ạ?', 'để em hỏi lại']) {
      await liaison.says(talk);
      await liaison.sees(`“${talk}” có vẻ chưa phải là câu trả lời`);
    }
    await liaison.says('hạn nộp');
    const told = await liaison.sees('Đã ghi “hạn nộp” là câu trả lời');
    expect(told.text).toContain('“Việc phải nộp và hạn nộp”: gõ /hannop');
    await answersUntil(liaison, 'summary');
    await liaison.says('hạn nộp');
    expect((await liaison.sees('Đã ghi, hiện có 7/4.000 ký tự')).text).toContain('gõ /hannop');
    await liaison.says('cancel');
    const ask = await liaison.sees('Giữ hay bỏ bản nháp “Đăng ký: Có tên khác”?');
    await liaison.pressesOn(ask, 'Bỏ bản nháp');
    await liaison.sees('Đã bỏ bản nháp');
    // The question of /huy is the last message: no paused form is mentioned after it.
    expect(
      (await liaison.transcript()).filter(({ id, text }) => id > ask.id && text.includes('tạm dừng')),
    ).toEqual([]);
  });

  it('the annual report is handed in by its name; beginning twice leaves one draft', async () => {
    for (const words of ['nộp báo cáo năm', 'nộp văn bản']) {
      await liaison.says(words);
      await liaison.sees('Nộp văn bản nào?');
    }
    await liaison.says('bản nháp');
    expect((await liaison.sees('Bản nháp đang có')).text).toContain('Bản nháp đang có (1)');
    await liaison.says('thời tiết hôm nay');
    // Nothing was answered in it, so nothing reminds of it.
    const told = await liaison.sees('Tôi chưa rõ ý anh/chị');
    expect(told.text).not.toContain('đang làm dở');
    await liaison.says('/huy');
    await liaison.presses('Bỏ bản nháp');
    await liaison.sees('Đã bỏ bản nháp');
  });

  it('every category stays in sight while the criteria are read', async () => {
    await liaison.says('tiêu chí');
    await liaison.presses('Tổ chức hội, đoàn thể tiêu biểu');
    await liaison.sees('(Kế hoạch, III');
    await liaison.presses('Người dân trong cộng đồng dân cư, chức sắc tôn giáo');
    await liaison.sees('(Kế hoạch, III');
  });

  it('talk is never stored, and an earlier line is changed from any question', async () => {
    await liaison.says('đăng ký');
    await answersUntil(liaison, 'name', { answers: { subject: { says: ['người'] } }, subject: 'Cá nhân' });
    await liaison.says('Đinh Văn Hùng 0905 123 456');
    await liaison.sees('Câu này chỉ hỏi tên');
    await liaison.says('Đinh Văn Hùng (sn 1975)');
    await liaison.sees('Năm sinh: 1975');
    expect((await seesQuestion(liaison)).key).toBe('sex');
    await liaison.says('đàn ông');
    expect((await seesQuestion(liaison)).key).toBe('ethnicity');
    for (const talk of ['là sao em?', 'khoan đã', 'không nhớ']) {
      await liaison.says(talk);
      await liaison.sees(`“${talk}” có vẻ chưa phải là câu trả lời`);
    }
    await liaison.says('sửa tên');
    expect((await seesQuestion(liaison)).message.text).toContain('Hiện tại: Đinh Văn Hùng');
    await liaison.says('Đinh Văn Hưng');
    expect((await seesQuestion(liaison)).key).toBe('ethnicity');
    await liaison.says('chưa có');
    await answersUntil(liaison, 'difficult');
    await liaison.says('thuộc');
    expect((await seesQuestion(liaison)).key).toBe('labour');
    await liaison.says('oki');
    expect((await seesQuestion(liaison)).key).toBe('summary');
    await liaison.says('viết gì vậy em?');
    await liaison.sees('“viết gì vậy em?” có vẻ chưa phải là câu trả lời');
    await liaison.says('mai làm tiếp');
    await liaison.pressesOn(await liaison.sees('Đã lưu nháp “Đăng ký: Đinh Văn Hưng”'), 'Tiếp tục');
    await answersUntil(liaison, 'criteria');
    await liaison.says('không có cái nào');
    await liaison.sees('chưa đạt tiêu chí nào của kế hoạch?');
    await liaison.says('đúng');
    await answersUntil(liaison, 'endorsedOn');
    await liaison.says('mai họp');
    await liaison.sees('họp xong chọn Tiếp tục');
    const review = await answersUntil(liaison, 'review');
    expect(review.text).toContain('Họ và tên: Đinh Văn Hưng\nNăm sinh: 1975\nGiới tính: Nam\nDân tộc: –');
    expect(review.text).toContain('Địa bàn khó khăn: Địa bàn khó khăn, vùng sâu, vùng xa');
    expect(review.text).not.toContain('viết gì vậy');
    await liaison.says('sai năm sinh rồi');
    expect((await seesQuestion(liaison)).key).toBe('birthYear');
    await liaison.says('/huy');
    await liaison.presses('Bỏ bản nháp');
    await liaison.sees('Đã bỏ bản nháp');
  });

  it('received files are listed again when the question comes back', async () => {
    await registers(liaison, { name: 'Đi rồi lại về', untilReview: true });
    await liaison.presses('Sửa');
    await liaison.presses('Minh chứng');
    await seesQuestion(liaison);
    await liaison.says('đã gửi');
    await liaison.sees(liaison.hasButtons ? 'Anh/chị gửi tệp' : 'Tệp gửi trong tin nhắn không đến được đây');
    await liaison.sendsFile('biên bản.pdf', pdf('một'));
    await liaison.sees('Đã nhận “biên bản.pdf” (1/10)');
    await liaison.says('/hannop');
    await liaison.sees('tạm dừng');
    await liaison.presses('Tiếp tục');
    expect((await seesQuestion(liaison)).message.text).toContain('Đã nhận 1/10 tệp: “biên bản.pdf”.');
    await liaison.says('chờ một chút');
    await liaison.sees('Đã nhận 1/10 tệp. Gửi tiếp, hoặc chọn Xong.');
    await liaison.says('gửi rồi');
    expect((await seesQuestion(liaison)).key).toBe('review');
  });
});
