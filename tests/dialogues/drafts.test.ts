import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../support/house.ts';
import { answersUntil, registers, seesQuestion } from '../support/registers.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

describe.each(channelsOfLongScripts)('on %s', (channel) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse({ channel });
  });
  afterAll(async () => {
    await house.close();
  });

  it('a command pauses the form; a button or a press on the question continues it', async () => {
    const liaison = await house.joined('Dừng Giữa', 'liaison', 'GLAR');
    await liaison.says('/dangky');
    const place = await answersUntil(liaison, 'difficult', { name: 'Dừng giữa chừng' });
    await liaison.says('/hannop');
    const dues = await liaison.sees('Đăng ký điển hình tiên tiến');
    const hint = await liaison.sees('“Đăng ký: Dừng giữa chừng” tạm dừng ở câu 7/14');
    // The answer to the command and the hint are one message.
    expect(hint.id).toBe(dues.id);
    expect(hint.buttons.at(-1)).toBe('Tiếp tục');
    if (liaison.hasButtons) {
      // The question is still in the chat: its buttons answer it.
      await liaison.pressesOn(place, 'Không thuộc');
    } else {
      await liaison.presses('Tiếp tục');
      expect((await seesQuestion(liaison)).key).toBe('difficult');
      await liaison.presses('Không thuộc');
    }
    expect((await seesQuestion(liaison)).key).toBe('labour');
    await liaison.says('/nhap');
    const drafts = await liaison.sees('Bản nháp đang có (1)');
    expect(drafts.text).toContain('Đăng ký: Dừng giữa chừng, câu 8/14');
    await liaison.sees('tạm dừng ở câu 8/14');
    await liaison.says('lúc nãy tôi làm đến đâu rồi');
    const offer = await liaison.sees('Anh/chị đang làm dở “Đăng ký: Dừng giữa chừng”, câu 8/14.');
    expect(offer.buttons).toEqual(['Tiếp tục', 'Để sau', 'Bỏ bản nháp']);
    await liaison.presses('Để sau');
    await liaison.sees('Đã giữ bản nháp');
    await liaison.presses('Tiếp tục');
    expect((await seesQuestion(liaison)).key).toBe('labour');
    await liaison.says('trợ giúp');
    // Numbered lines stand at the end of a message.
    if (liaison.hasButtons) await liaison.sees('/dangky – Đăng ký điển hình');
    const paused = await liaison.sees('tạm dừng');
    if (!liaison.hasButtons) expect(paused.buttons).toContain('đăng ký – Đăng ký điển hình');
  });

  it('[Tiếp tục] stays below a message that a press changes', async () => {
    const liaison = await house.joined('Giữ Lối', 'liaison', 'GLAR');
    await liaison.says('/dangky');
    await answersUntil(liaison, 'difficult', { name: 'Giữ lối về' });
    await liaison.says('/ngonngu');
    await liaison.sees('tạm dừng ở câu 7/14');
    await liaison.presses('Tiếng Việt');
    const chosen = await liaison.sees('Đã chọn tiếng Việt');
    if (liaison.hasButtons) expect(chosen.buttons).toEqual(['Tiếp tục']);
    else await liaison.says('/dangky');
  });

  it('plain words of a command run it, except where a question expects words', async () => {
    const liaison = await house.joined('Gõ Chữ', 'liaison', 'GLAR');
    const runs = async (words: string, reply: string, key: string) => {
      await liaison.says(words);
      await liaison.sees(reply);
      await liaison.sees(/tạm dừng ở (?:câu \d+\/14|bước cuối), phần đã trả lời vẫn được giữ/);
      await liaison.presses('Tiếp tục');
      expect((await seesQuestion(liaison)).key).toBe(key);
    };
    await liaison.says('/dangky');
    await liaison.sees('Đối tượng?');
    await liaison.presses('Tập thể');
    await seesQuestion(liaison);
    await runs('hạn nộp', 'Đăng ký điển hình tiên tiến', 'category');
    await runs('Tieu chi', 'Tiêu chí chung', 'category');
    await runs('bao cao', 'Báo cáo nào?', 'category');
    await liaison.says('xem tieu chi');
    expect((await liaison.sees('Tiêu chí chung')).text).not.toContain('tạm dừng');
    // Without buttons the newest menu is the one of the criteria: it leads back.
    if (!liaison.hasButtons) {
      await liaison.presses('Tiếp tục');
      await liaison.sees('Lĩnh vực?');
    }
    await liaison.says('to dan pho, thon, lang, xa, thi tran');
    await liaison.sees('Tên mô hình?');
    await liaison.says('Hạn nộp rau sạch của tổ');
    await answersUntil(liaison, 'files', { answers: { place: { says: ['Danh sách'] } } });
    await runs('tài khoản', 'Gõ Chữ', 'files');
    await liaison.presses('Xong');
    const review = await seesQuestion(liaison);
    expect(review.message.text).toContain('Tên mô hình: Hạn nộp rau sạch của tổ');
    expect(review.message.text).toContain('Địa bàn: Danh sách');
    await runs('danh sach', 'Chưa có điển hình', 'review');
    await liaison.says('hủy');
    await liaison.sees('Giữ hay bỏ bản nháp');
  });

  it('[Lưu nháp] keeps every answer; an unfinished summary is there again', async () => {
    const liaison = await house.joined('Lưu Nháp', 'liaison', 'GLAR');
    await liaison.says('/dangky');
    await answersUntil(liaison, 'summary', { name: 'Để dành đến mai' });
    await liaison.says('Năm 2020 làng giảm 12 hộ nghèo.');
    await liaison.sees('Đã ghi');
    await liaison.presses('Lưu nháp');
    const saved = await liaison.sees('Đã lưu nháp “Đăng ký: Để dành đến mai”');
    expect(saved.buttons).toEqual(['Tiếp tục']);
    await house.at('2021-08-19T09:00:00+07:00');
    await liaison.says('chào');
    await liaison.sees('Anh/chị đang làm dở');
    await liaison.pressesOn(saved, 'Tiếp tục');
    const { message } = await seesQuestion(liaison);
    expect(message.text).toContain('Hiện tại: Năm 2020 làng giảm 12 hộ nghèo.');
    await liaison.says('Cả làng 125 hộ đều có nước sạch.');
    await liaison.sees('Đã ghi');
    await liaison.presses('Xong');
    const review = await answersUntil(liaison, 'review');
    expect(review.text).toContain('giảm 12 hộ nghèo.\nCả làng 125 hộ');
  });

  it('a new summary next to a saved one: buttons take the summary that is shown', async () => {
    const liaison = await house.joined('Viết Lại', 'liaison', 'GLAR');
    const kept = 'Làng có 125 hộ, năm 2020 giảm 12 hộ nghèo';
    const anew = 'Năm 2021 làng không còn hộ nghèo, giữ được 3 đội cồng chiêng, 125 hộ.';
    const leavesAndComesBack = async () => {
      await liaison.presses('Quay lại');
      await liaison.sees(/Tóm tắt thành tích \(/);
      await liaison.presses('Viết lại từ đầu');
      await liaison.says(anew);
      await liaison.sees('Đã ghi');
      await liaison.presses('Lưu nháp');
      await liaison.sees('Đã lưu nháp');
      await liaison.presses('Tiếp tục');
      const { text } = (await seesQuestion(liaison)).message;
      expect(text).toContain(`Hiện tại: ${kept}`);
      expect(text).toContain(`Đang viết lại: ${anew}`);
    };
    await liaison.says('/dangky');
    await answersUntil(liaison, 'criteria', { name: 'Viết rồi viết lại' });
    await leavesAndComesBack();
    await liaison.presses('Giữ nguyên');
    await liaison.sees('Tiêu chí đạt được?');
    await liaison.presses('Quay lại');
    const back = (await seesQuestion(liaison)).message;
    expect(back.text).toContain(`Hiện tại: ${kept}`);
    expect(back.text).not.toContain('Đang viết lại');
    await liaison.presses('Giữ nguyên');
    await liaison.sees('Tiêu chí đạt được?');
    await leavesAndComesBack();
    await liaison.presses('Xong');
    const review = await answersUntil(liaison, 'review');
    expect(review.text).toContain(`Tóm tắt thành tích: ${anew}`);
  });

  it('/huy asks first, and means the current draft', async () => {
    const liaison = await house.joined('Rơ Châm Hủy', 'liaison', 'GLAR');
    await liaison.says('/huy');
    await liaison.sees('Anh/chị không đang làm dở việc gì');
    await liaison.says('/dangky');
    await answersUntil(liaison, 'place', { name: 'Bản thứ nhất' });
    await liaison.says('/dangky');
    await answersUntil(liaison, 'representative', { name: 'Một bản khác hẳn' });
    await liaison.says('/nhap');
    const list = await liaison.sees('Bản nháp đang có (2)');
    await liaison.sees('tạm dừng');
    await liaison.pressesOn(list, '2. Đăng ký: Bản thứ nhất');
    expect((await seesQuestion(liaison)).key).toBe('place');
    await liaison.says('/huy');
    const ask = await liaison.sees('Giữ hay bỏ bản nháp “Đăng ký: Bản thứ nhất”?');
    expect(ask.buttons).toEqual(['Giữ bản nháp', 'Bỏ bản nháp']);
    await liaison.presses('Giữ bản nháp');
    await liaison.sees('Đã giữ bản nháp “Đăng ký: Bản thứ nhất”');
    await liaison.says('huỷ');
    await liaison.sees('Giữ hay bỏ bản nháp “Đăng ký: Bản thứ nhất”?');
    await liaison.presses('Bỏ bản nháp');
    await liaison.sees('Đã bỏ bản nháp “Đăng ký: Bản thứ nhất”');
    await liaison.says('ở đây');
    await liaison.sees('Anh/chị đang làm dở “Đăng ký: Một bản khác hẳn”');
  });

  it('deleting an old draft keeps the one that is being filled in', async () => {
    const liaison = await house.joined('Hai Bản', 'liaison', 'GLAR');
    await liaison.says('/dangky');
    await answersUntil(liaison, 'place', { name: 'Bản cũ bỏ đi' });
    await liaison.says('/huy');
    const ask = await liaison.sees('Giữ hay bỏ bản nháp “Đăng ký: Bản cũ bỏ đi”?');
    await liaison.says('/dangky');
    await answersUntil(liaison, 'representative', { name: 'Đang điền dở tay' });
    if (liaison.hasButtons) {
      await liaison.pressesOn(ask, 'Bỏ bản nháp');
      await liaison.sees('Đã bỏ bản nháp “Đăng ký: Bản cũ bỏ đi”');
    } else {
      await liaison.says('/nhap');
      const list = await liaison.sees('Bản nháp đang có (2)');
      expect(list.text).toMatch(/4\. Bỏ bản nháp\n\s+\(2\) Đăng ký: Bản cũ bỏ đi\n5\. Tiếp tục$/);
      await liaison.sees('tạm dừng ở câu 4/14');
      // A number may be a mistake: it asks first.
      await liaison.says('4');
      await liaison.sees('Giữ hay bỏ bản nháp “Đăng ký: Bản cũ bỏ đi”?');
      await liaison.presses('Bỏ bản nháp');
      await liaison.sees('Đã bỏ bản nháp “Đăng ký: Bản cũ bỏ đi”');
      await liaison.says('/nhap');
      await liaison.presses('1. Đăng ký: Đang điền dở tay');
      expect((await seesQuestion(liaison)).key).toBe('representative');
    }
    await liaison.says('Ông Siu Blơ, Trưởng thôn');
    expect((await seesQuestion(liaison)).key).toBe('memberCount');
  });

  it('beginning again without having answered anything is the same draft', async () => {
    const liaison = await house.joined('Bấm Nhiều', 'liaison', 'GLAR');
    for (let i = 0; i < 3; i++) {
      await liaison.says('/dangky');
      await liaison.sees('Đối tượng?');
    }
    await liaison.says('/nhap');
    await liaison.sees('Bản nháp đang có (1)');
  });

  it('old buttons say that the step is over; a double tap changes nothing', async () => {
    const liaison = await house.joined('Nút Cũ', 'liaison', 'GLAR');
    await liaison.says('/dangky');
    const subject = (await seesQuestion(liaison)).message;
    await liaison.pressesOn(subject, 'Tập thể');
    await liaison.pressesOn(subject, 'Tập thể');
    await liaison.sees('Bước này đã qua. Đây là bước hiện tại:');
    expect((await seesQuestion(liaison)).key).toBe('category');
  });

  // Where only the newest menu counts, there is no old question to press.
  if (channel !== 'zalo')
    it('a press of an old question says so, on every way', async () => {
      const liaison = await house.joined('Nút Rất Cũ', 'liaison', 'GLAR');
      await liaison.says('/dangky');
      const subject = (await seesQuestion(liaison)).message;
      await liaison.presses('Tập thể');
      await answersUntil(liaison, 'place', { name: 'Có nút rất cũ' });
      await liaison.pressesOn(subject, 'Cá nhân');
      await liaison.sees('Bước này đã qua');
      const place = await seesQuestion(liaison);
      expect(place.key).toBe('place');
      // Of another draft.
      await liaison.says('/dangky');
      expect((await seesQuestion(liaison)).key).toBe('subject');
      await liaison.pressesOn(subject, 'Cá nhân');
      await liaison.sees('Bước này đã qua');
      expect((await seesQuestion(liaison)).key).toBe('subject');
      await liaison.presses('Lưu nháp');
      await liaison.sees('Đã lưu nháp');
    });

  it('buttons of a sent registration are over, and sending twice is once', async () => {
    const liaison = await house.joined('Gửi Hai Lần', 'liaison', 'HADONG');
    const review = await registers(liaison, { name: 'Chỉ gửi một lần', untilReview: true });
    await liaison.pressesOn(review, 'Gửi Phòng Nội vụ');
    await liaison.pressesOn(review, 'Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi');
    await liaison.sees('Lựa chọn này không còn dùng được');
    const { rows } = await house.app.house.db.pool.query(
      `select code from exemplar where name = 'Chỉ gửi một lần'`,
    );
    expect(rows).toHaveLength(1);
  });

  it('an update that arrives twice is handled once', async () => {
    const liaison = await house.joined('Lặp Lại', 'liaison', 'GLAR');
    house.twice = true;
    try {
      const sent = await registers(liaison, { name: 'Mỗi tin đến hai lần' });
      expect(sent.text).toContain('Mỗi tin đến hai lần');
    } finally {
      house.twice = false;
    }
    const transcript = await liaison.transcript();
    expect(transcript.filter(({ text }) => text.includes('Bước này đã qua'))).toEqual([]);
    const { rows } = await house.app.house.db.pool.query(
      `select code from exemplar where name = 'Mỗi tin đến hai lần'`,
    );
    expect(rows).toHaveLength(1);
  });

  it('text for a form that ended elsewhere is not an answer; commands still run', async () => {
    const liaison = await house.joined('Kết Thúc Nơi Khác', 'liaison', 'GLAR');
    const endElsewhere = async () => {
      await house.settled();
      await house.app.house.db.pool.query(
        `update draft set state = 'discarded', rev = rev + 1
         where state = 'open' and person_id = (select id from person where name = 'Kết Thúc Nơi Khác')`,
      );
    };
    await liaison.says('/dangky');
    await answersUntil(liaison, 'place');
    await endElsewhere();
    await liaison.says('hạn nộp');
    await liaison.sees('Đăng ký điển hình tiên tiến');

    await liaison.says('/dangky');
    const question = await answersUntil(liaison, 'difficult');
    await endElsewhere();
    await liaison.says('Làng nào cũng vậy');
    await liaison.sees('Bản nháp này đã gửi hoặc đã bỏ');
    await liaison.pressesOn(question, 'Không thuộc');
    await liaison.sees(/không còn dùng được|đã gửi hoặc đã bỏ/);
    await liaison.says('Làng Đê Kốp');
    await liaison.sees('Tôi chưa rõ ý anh/chị');
  });
});

describe('only on Telegram: changed messages, and kinds that other channels do not have', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse();
  });
  afterAll(async () => {
    await house.close();
  });

  it('a message changed afterwards, a sticker and a voice are answered', async () => {
    const person = house.telegram.person({ name: 'Đủ Kiểu' });
    await person.says(await house.code('liaison', 'GLAR'));
    await person.presses('Đúng, tôi nhận');
    await person.sees('Họ và tên');
    await person.says('Đủ Văn Kiểu');
    await person.presses('Bỏ qua');
    await person.sees('Đã xong.');
    const from = { id: person.id, is_bot: false, first_name: 'Đủ Kiểu' };
    const chat = { id: person.id, type: 'private' as const, first_name: 'Đủ Kiểu' };
    let id = 900_000_000;
    const sends = (content: object) => {
      id += 1;
      const message = { message_id: id, date: 1_629_252_000, from, chat, ...content };
      return house.app.accept('telegram', [{ key: String(id), update: { update_id: id, message } }]);
    };
    const sticker = {
      sticker: {
        file_id: 's',
        file_unique_id: 's',
        type: 'regular',
        width: 1,
        height: 1,
        is_animated: false,
        is_video: false,
      },
    };
    const voice = { voice: { file_id: 'v', file_unique_id: 'v', duration: 3 } };
    await person.says('/dangky');
    await answersUntil(person, 'place', { name: 'Nhãn dán và giọng nói' });
    for (const [content, said] of [
      [sticker, 'Nhãn dán chưa phải là câu trả lời'],
      [voice, 'Tôi không nghe được tin thoại'],
      [{ location: { latitude: 13.9, longitude: 108.1 } }, 'Vị trí trên bản đồ không được ghi'],
    ] as const) {
      await sends(content);
      await person.sees(said);
    }
    await person.editsLast('sửa tin cũ');
    await person.sees('Tin nhắn sửa lại không được ghi nhận');
    await person.says('Làng Ngol');
    expect((await seesQuestion(person)).key).toBe('difficult');
  });
});
