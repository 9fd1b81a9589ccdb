import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { seesQuestion } from '../support/registers.ts';
import { pdf } from '../support/sample-files.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

const nudgesOf = async (person: ChatPerson, text: string) =>
  (await person.transcript()).filter((message) => message.fromBot && message.text.includes(text)).length;

/**
 * A round's result is updated by itself; where no message can be changed, it is requested until all
 * is sent.
 */
async function seesRound(person: ChatPerson, result: RegExp): Promise<void> {
  for (;;) {
    const { text } = await person.sees(/Đôn đốc [\s\S]*Đã gửi \d+/);
    if (result.test(text.normalize('NFC'))) return;
    if (!person.hasButtons) await person.presses('Xem kết quả mới');
  }
}

describe.each(channelsOfLongScripts)('on %s', (channel) => {
  let house: TestHouse;
  let officer: ChatPerson;
  let liaison: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    officer = await house.joined('Trần Thị Hạnh', 'officer');
    liaison = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
  });
  afterAll(async () => {
    await house.close();
  });

  it("/dondoc shows recipients and message, and sends once with the officer's words", async () => {
    await officer.says('/dondoc');
    const which = await officer.sees('Đôn đốc việc nào?');
    expect(which.buttons).toEqual([
      'Đăng ký điển hình tiên tiến (53 đơn vị)',
      'Kế hoạch triển khai (53 đơn vị)',
      'Báo cáo kết quả năm 2021 (53 đơn vị)',
    ]);
    await officer.presses('Kế hoạch triển khai (53 đơn vị)');
    const preview = await officer.sees('Kế hoạch triển khai: 53 đơn vị, 1 người sẽ nhận. Xem trước:');
    expect(preview.text).toContain('Xã Glar chưa nộp kế hoạch triển khai. Hạn chót 24/8/2021, còn 6 ngày.');
    expect(preview.text).toContain('Chưa kết nối, cần gọi điện (52)');
    expect(preview.buttons.slice(0, 3)).toEqual(['Gửi', 'Sửa lời nhắn', 'Hủy']);
    await officer.presses('Sửa lời nhắn');
    await officer.sees('Lời nhắn của anh/chị');
    await officer.says('ab');
    await officer.sees('Lời nhắn cần từ 3 đến 500 ký tự, ví dụ:');
    await officer.says('Đề nghị nộp <b>trước</b> thứ Sáu & báo lại.');
    const again = await officer.sees('Xem trước:');
    expect(again.text).toContain('Phòng Nội vụ nhắn: Đề nghị nộp <b>trước</b> thứ Sáu & báo lại.');
    await officer.pressesOn(again, 'Gửi');
    await officer.pressesOn(again, 'Gửi');
    await seesRound(officer, /Đôn đốc Kế hoạch triển khai\s+Đã gửi 1, bị chặn 0, chưa kết nối 52/);
    const nudge = await liaison.sees('Đề nghị nộp <b>trước</b> thứ Sáu & báo lại.');
    expect(nudge.buttons).toEqual(['Nộp kế hoạch', 'Nhắc lại ngày mai', 'Đã rõ']);
    const rounds = await house.app.house.db.pool.query('select 1 from nudge_round');
    expect(rounds.rows).toHaveLength(1);
    expect(await nudgesOf(liaison, 'Đề nghị nộp')).toBe(1);

    await officer.says('/dondoc');
    await officer.presses('Đăng ký điển hình tiên tiến (53 đơn vị)');
    await officer.sees('Xem trước:');
    await officer.presses('Hủy');
    const cancelled = await officer.sees('Không gửi gì cả');
    expect(cancelled.buttons).toEqual(['Đôn đốc']);
  });

  it('the buttons under a nudge do what they say', async () => {
    await house.at('2021-08-20T08:00:00+07:00');
    const nudge = await liaison.sees('còn thiếu 10 điển hình');
    expect(nudge.buttons).toEqual(['Đăng ký điển hình', 'Nộp kế hoạch', 'Nhắc lại ngày mai', 'Đã rõ']);
    await liaison.pressesOn(nudge, 'Đã rõ');
    await liaison.sees('Đã ghi nhận anh/chị đã rõ');
    for (const _ of ['once', 'again']) {
      await liaison.pressesOn(nudge, 'Nhắc lại ngày mai');
      await liaison.sees('Sẽ nhắc lại lúc 08:00 23/8/2021');
    }
    await liaison.pressesOn(nudge, 'Đăng ký điển hình');
    expect((await seesQuestion(liaison)).key).toBe('subject');
    if (liaison.hasButtons) {
      await liaison.pressesOn(nudge, 'Nhắc lại ngày mai');
      await liaison.sees('Sẽ nhắc lại lúc 08:00 23/8/2021');
      await liaison.pressesOn(nudge, 'Nộp kế hoạch');
    } else {
      await liaison.says('/nopvanban');
      await liaison.presses('Kế hoạch triển khai (24/8/2021)');
    }
    await liaison.sees('Gửi tệp Kế hoạch triển khai');
    await liaison.presses('Xong');
    await liaison.sees('Anh/chị gửi tệp (ảnh, PDF, Word, Excel)');
    await liaison.sendsFile('Kế hoạch.pdf', pdf('kế hoạch'));
    await liaison.sees('Đã nhận “Kế hoạch.pdf” (1/10)');
    await liaison.presses('Xong');
    const filed = await liaison.sees('Đã nhận Kế hoạch triển khai của Xã Glar: 1 tệp.');
    expect(filed.buttons).toEqual(['Hạn nộp']);
    await liaison.presses('Hạn nộp');
    const duties = await liaison.sees('Kế hoạch triển khai: Đã xong ngày 20/8/2021');
    expect(duties.text).toContain(
      'Đăng ký điển hình tiên tiến: đã có 0 (chỉ tiêu 10–15), còn thiếu 10. Chưa xong. Hạn chót 24/8/2021, còn 4 ngày.',
    );
    expect(duties.text).toContain('Tổng kết giai đoạn: Thời hạn chưa ấn định');

    await house.at('2021-08-23T08:00:00+07:00');
    const reminded = await liaison.sees('còn 1 ngày');
    expect(reminded.text).not.toContain('kế hoạch triển khai');
    expect(await nudgesOf(liaison, 'còn 1 ngày')).toBe(1);

    await officer.says('/dondoc');
    const which = await officer.sees('Đôn đốc việc nào?');
    expect(which.buttons).toContain('Kế hoạch triển khai (52 đơn vị)');
    await officer.presses('Kế hoạch triển khai (52 đơn vị)');
    await officer.sees('52 đơn vị chưa xong, nhưng chưa có ai ở các đơn vị này kết nối với bot');
  });

  it('handing in again replaces, /nopvanban asks which document, lateness is shown', async () => {
    await liaison.says('/nopvanban');
    const which = await liaison.sees('Nộp văn bản nào?');
    expect(which.buttons).toContain('✓ Kế hoạch triển khai (24/8/2021)');
    await house.at('2021-08-26T09:00:00+07:00');
    await liaison.presses('✓ Kế hoạch triển khai (24/8/2021)');
    await liaison.sees('Gửi tệp');
    await liaison.sendsFile('Kế hoạch sửa.pdf', pdf('sửa'));
    await liaison.sees('(1/10)');
    await liaison.presses('Xong');
    const filed = await liaison.sees('Đã nhận Kế hoạch triển khai');
    expect(filed.text).toContain('Bản này thay cho bản đã nộp trước');
  });

  it('after a week of downtime: one nudge on return', async () => {
    const before = (await liaison.transcript()).filter(({ text }) => text.includes('còn thiếu 10')).length;
    await house.at('2021-09-07T08:00:00+07:00');
    await liaison.sees(/đã quá hạn 14 ngày/);
    const after = (await liaison.transcript()).filter(({ text }) => text.includes('còn thiếu 10')).length;
    expect(after).toBe(before + 1);
  });

  it('two units in one nudge: the document is known, the unit is asked', async () => {
    const both = await house.joined('Hai Đơn Vị', 'liaison', 'HADONG');
    await both.says(await house.code('liaison', 'HNENG'));
    await both.presses('Đúng, tôi nhận');
    await both.presses('Bỏ qua');
    await both.sees('Đã xong.');
    await house.at('2021-09-14T08:00:00+07:00');
    const nudge = await both.sees('Hạn chót 24/8/2021, đã quá hạn 21 ngày');
    expect(nudge.text).toContain("Xã H'Neng còn thiếu 10 điển hình");
    expect(nudge.text).toContain('Xã Hà Đông còn thiếu 10 điển hình');
    await both.pressesOn(nudge, 'Nộp kế hoạch');
    await both.sees('Đơn vị nào?');
    await both.presses("Xã H'Neng");
    await both.sees('Gửi tệp Kế hoạch triển khai');
    await both.sendsFile('kh.pdf', pdf('hneng'));
    await both.sees('(1/10)');
    await both.presses('Xong');
    const filed = await both.sees("Đã nhận Kế hoạch triển khai của Xã H'Neng");
    expect(filed.text).toContain('Văn bản được ghi là nộp trễ');
  });
});

describe('on Telegram only: a person who blocks the bot', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse();
  });
  afterAll(async () => {
    await house.close();
  });

  it('is listed to be phoned', async () => {
    const officer = await house.joined('Trần Thị Hạnh', 'officer');
    const phone = house.telegram.person({ name: 'Nguyễn Văn Bình' });
    await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR', phone);
    phone.blocks();
    await officer.says('/dondoc');
    await officer.presses('Đăng ký điển hình tiên tiến (53 đơn vị)');
    const told = await officer.sees('chưa có ai ở các đơn vị này kết nối với bot');
    expect(told.text).toContain('– Xã Glar: Nguyễn Văn Bình, –');
    phone.unblocks();
  });
});

describe('on Zalo only: a result that cannot be updated', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse({ channel: 'zalo' });
  });
  afterAll(async () => {
    await house.close();
  });

  it('can be requested, also from the message that showed it last', async () => {
    const officer = await house.joined('Trần Thị Hạnh', 'officer');
    const slow = house.zalo?.person({ name: 'Nguyễn Văn Bình' });
    await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR', slow);
    house.zalo?.failNext({ method: 'sendMessage', chat: slow?.id ?? '', answer: 429 });
    await officer.says('/dondoc');
    await officer.presses('Kế hoạch triển khai (53 đơn vị)');
    await officer.presses('Gửi');
    for (const _ of ['first', 'second']) {
      await officer.sees('Đang gửi 1 tin');
      await officer.presses('Xem kết quả mới');
    }
    await seesRound(officer, /Đã gửi 1, bị chặn 0/);
  });
});
