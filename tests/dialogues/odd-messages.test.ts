import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { answersUntil, seesQuestion } from '../support/registers.ts';
import { pdf } from '../support/sample-files.ts';
import type { TelegramPerson } from '../support/telegram-person.ts';
import { channelsOfThisRun } from '../support/which-run.ts';

describe('on Telegram', () => {
  let house: TestHouse;
  let person: TelegramPerson;
  beforeAll(async () => {
    house = await testHouse();
    person = house.telegram.person({ name: 'Siu Lê' });
    await house.joined('Siu Lê', 'liaison', 'GLAR', person);
  });
  afterAll(() => house.close());

  const said = async () => (await person.transcript()).filter(({ fromBot }) => fromBot).length;
  let id = 910_000_000;
  /** An update as Telegram sends it, about this person's chat. */
  const comes = async (kind: 'message' | 'edited_message', content: object, messageId?: number) => {
    id += 1;
    const message = {
      message_id: messageId ?? id,
      date: 1_629_252_000,
      ...(kind === 'edited_message' && { edit_date: 1_629_252_060 }),
      from: { id: person.id, is_bot: false, first_name: 'Siu Lê' },
      chat: { id: person.id, type: 'private' as const, first_name: 'Siu Lê' },
      ...content,
    };
    await house.app.accept('telegram', [{ key: String(id), update: { update_id: id, [kind]: message } }]);
    return message.message_id;
  };
  /** Does something that must be passed over, then asks a thing that is answered: one message. */
  const saysNothing = async (what: () => Promise<unknown>) => {
    const before = await said();
    await what();
    await person.says('/tieuchi');
    await person.sees('Tiêu chí chung');
    expect((await said()) - before).toBe(1);
  };

  const file = { file_id: 'f', file_unique_id: 'f' };
  const user = { id: 5, is_bot: false, first_name: 'Ai' };
  const sticker = { ...file, type: 'regular', width: 1, height: 1, is_animated: false, is_video: false };
  const video = { ...file, width: 1, height: 1, duration: 3 };

  describe('silence answers', () => {
    it.each<[string, object]>([
      ['a sticker', { sticker }],
      ['a moving picture', { animation: video, document: { ...file, file_name: 'g.mp4' } }],
      ['a dice', { dice: { emoji: '🎲', value: 3 } }],
      ['a pinned message', { pinned_message: { message_id: 1, date: 0, chat: user } }],
      ['a timer that was set', { message_auto_delete_timer_changed: { message_auto_delete_time: 86_400 } }],
      ['a new background', { chat_background_set: { type: { type: 'fill' } } }],
      ['leave to write', { write_access_allowed: {} }],
    ])('%s', async (_what, content) => {
      await saysNothing(() => comes('message', content));
    });

    it('a message that was edited back, or whose preview came', async () => {
      for (const text of ['xem https://example.org giúp', 'Trời hôm nay mưa to quá']) {
        const message = await comes('message', { text });
        await person.sees('Tôi chưa rõ ý anh/chị');
        await saysNothing(() => comes('edited_message', { text }, message));
        await saysNothing(() => comes('edited_message', { text, link_preview_options: {} }, message));
      }
    });

    it('a live location as it moves, also in the middle of a form', async () => {
      const place = { latitude: 13.98, longitude: 108.12, live_period: 900 };
      const message = await comes('message', { location: place });
      await person.sees('Vị trí trên bản đồ không được ghi');
      const moved = () => comes('edited_message', { location: { ...place, latitude: 13.99 } }, message);
      await saysNothing(moved);
      await person.says('/dangky');
      await person.sees('Đối tượng?');
      const before = await said();
      await moved();
      await person.presses('Tập thể');
      await person.sees('Lĩnh vực?');
      expect((await said()) - before).toBe(1);
      await person.says('/huy');
      await person.presses('Bỏ bản nháp');
      await person.sees('Đã bỏ bản nháp');
    });
  });

  describe('a command mended by editing works as typed', () => {
    it.each([
      ['/dahnsach', '/danhsach', 'Chưa có điển hình nào'],
      ['hna nop', 'hạn nộp', 'Xã Glar'],
      ['/hanop', '/hannop@dien_hinh_tien_tien_bot', 'Xã Glar'],
      ['tieu chih', 'tiêu chí', 'Tiêu chí chung'],
      ['trogup', 'trợ giúp', 'Các lệnh của anh/chị'],
      ['xin chfao', 'xin chào', 'Việc tiếp theo:'],
    ])('%s → %s', async (typed, mended, answer) => {
      await person.says(typed);
      await person.sees(/Chưa có lệnh này|Tôi chưa rõ ý/);
      await person.editsLast(mended);
      await person.sees(answer);
    });

    it('in a form, where its question takes no words', async () => {
      await person.says('/dangky');
      await person.sees('Đối tượng?');
      await person.says('hna nop');
      await person.sees('Anh/chị chọn một mục ở dưới');
      await person.editsLast('hạn nộp');
      await person.sees('Xã Glar');
    });

    it('an invitation mended by editing joins', async () => {
      const code = await house.code('head', 'HNOL');
      const stranger = house.telegram.person({ name: 'Gõ Nhầm' });
      await stranger.says(`${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`);
      await stranger.sees('Mã mời không đúng');
      await stranger.editsLast(code);
      await stranger.sees("vai trò thủ trưởng Xã H'Nol");
    });

    it('other words that are edited change nothing, and the person is told', async () => {
      await person.says('cho hỏi giá cà phê');
      await person.sees('Tôi chưa rõ ý');
      await person.editsLast('cho hỏi giá hồ tiêu');
      await person.sees('Tin nhắn sửa lại không được ghi nhận');
    });
  });

  describe('what it cannot read gets a sentence', () => {
    it.each<[string, object, string]>([
      ['a voice', { voice: { ...file, duration: 3 } }, 'Tôi không nghe được tin thoại'],
      ['a song', { audio: { ...file, duration: 3 } }, 'Tôi không nghe được tin thoại'],
      ['a round video', { video_note: { ...file, length: 1, duration: 3 } }, 'Tôi không nhận video'],
      ['a video', { video }, 'Tôi không nhận video'],
      ['a poll', { poll: { id: '1', question: 'Họp?', options: [] } }, 'Loại tin này tôi không đọc được'],
      ['a venue', { venue: { title: 'UBND xã', address: 'Glar' } }, 'Vị trí trên bản đồ không được ghi'],
      ['a kind to come', { hologram: {} }, 'Loại tin này tôi không đọc được'],
      [
        'a file that nobody asked for',
        { document: { ...file, file_name: 'a.pdf' } },
        'Tệp vừa gửi chưa được lưu',
      ],
    ])('%s', async (_what, content, answer) => {
      await comes('message', content);
      await person.sees(answer);
    });

    it("a contact: officers are shown how to invite, others that it wasn't understood", async () => {
      await person.sharesContactOf({ name: 'Đinh Bình', phone: '0905777888' });
      await person.sees('Tôi chưa rõ ý');
      const officer = house.telegram.person({ name: 'Hạnh' });
      await house.joined('Hạnh', 'officer', undefined, officer);
      await officer.sharesContactOf({ name: 'Đinh Bình', phone: '0905777888' });
      const told = await officer.sees('Số danh bạ vừa gửi không được lưu');
      expect(told.buttons).toEqual(['Mời người tham gia']);
    });
  });

  describe('an album is answered once', () => {
    const pages = (n: number) =>
      Array.from({ length: n }, (_, i) => ({ name: `trang ${i + 1}.pdf`, content: pdf(`${n}-${i}`) }));

    it('outside of forms, and at a question that takes no files', async () => {
      for (const answer of ['Tệp vừa gửi chưa được lưu', 'Câu này không nhận tệp']) {
        if (answer.startsWith('Câu')) {
          await person.says('/dangky');
          await answersUntil(person, 'place', { name: 'Một tập ảnh' });
        }
        const before = await said();
        await person.sendsAlbum(pages(4));
        await person.sees(answer);
        expect((await said()) - before).toBe(1);
      }
    });

    it('where files are wanted: what is there now, and of a broken one why not', async () => {
      await person.says('Làng Klah');
      await answersUntil(person, 'files', {});
      const before = await said();
      await person.sendsAlbum(pages(5));
      const told = await person.sees('Đã nhận các tệp vừa gửi, hiện có 5/10: “trang 1.pdf”');
      expect(told.buttons).toContain('Xong');
      expect((await said()) - before).toBe(1);
      await person.sendsAlbum(pages(5));
      await person.sees('hiện có 5/10');
      expect((await said()) - before).toBe(2);
      await person.sendsAlbum([
        ...pages(2).map((page) => ({ ...page, name: `thêm ${page.name}` })),
        { name: 'hỏng.exe', content: new TextEncoder().encode('MZ') },
      ]);
      await person.sees('Tệp “hỏng.exe” không phải ảnh');
      await person.presses('Xong');
      expect((await seesQuestion(person)).message.text).toContain('Minh chứng: 7 tệp');
    });
  });
});

describe('groups are told in one line, and left', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse();
  });
  afterAll(() => house.close());
  const by = { id: 77, name: 'Ai Đó' };
  const left = (times: number) => {
    const leaving = () => house.telegram.calls.filter(({ method }) => method === 'leaveChat').length;
    return expect.poll(leaving, { timeout: 60_000 }).toBe(times);
  };

  it('groups, supergroups, and in the language of who added it', async () => {
    const group = house.telegram.group('group');
    group.addsBot(by);
    await left(1);
    expect(group.said).toEqual([
      'Tôi chỉ làm việc riêng với từng người nên xin rời khỏi đây. Anh/chị mở @dien_hinh_tien_tien_bot và nhắn riêng cho tôi.',
    ]);
    expect(group.joined).toBe(false);
    const supergroup = house.telegram.group('supergroup');
    supergroup.addsBot({ ...by, languageCode: 'en' });
    await left(2);
    expect(supergroup.said).toEqual([expect.stringContaining('I only work with one person at a time')]);
  });

  it('a channel where it may not write is left all the same', async () => {
    const channel = house.telegram.group('channel', { mayWrite: false });
    channel.addsBot(by);
    await left(3);
    expect(channel.joined).toBe(false);
  });

  it('a group from before is left at the first message; being removed needs no answer', async () => {
    const group = house.telegram.group('supergroup');
    group.says(by, '/start', true);
    await left(4);
    expect(group.said).toHaveLength(1);
    group.says(by, '/start');
    const removed = house.telegram.group('group');
    removed.removesBot(by);
    const person = await house.joined('Sau Đó', 'liaison', 'GLAR');
    await person.says('/hannop');
    await person.sees('Xã Glar');
    expect(removed.said).toEqual([]);
    expect(group.said).toHaveLength(1);
  });

  it('nothing of a group is stored, and who added the bot gets no account by it', async () => {
    const { prisma } = house.app.house.db;
    expect(await prisma.inboxUpdate.count({ where: { chatKey: { startsWith: 'telegram:-' } } })).toBe(0);
    expect(await prisma.account.count({ where: { externalId: String(by.id) } })).toBe(0);
  });
});

describe.each(channelsOfThisRun)('letters of an old font, on %s,', (channel) => {
  let house: TestHouse;
  let person: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    person = await house.joined('Rơ Châm Hơ', 'liaison', 'GLAR');
  });
  afterAll(() => house.close());

  it('are told in words how to be sent, and are never kept', async () => {
    await person.says('®¨ng ký');
    await person.sees('gõ bằng phông TCVN3 (.VnTime) nên hiện sai dấu và chưa được ghi. Có lẽ là: “đăng ký”');
    await person.says('/dangky');
    await answersUntil(person, 'name');
    await person.says('Laøng Ñeâ Koáp giöõ gìn baûn saéc');
    await person.sees(
      'phông VNI (VNI-Times) nên hiện sai dấu và chưa được ghi. Có lẽ là: “Làng Đê Kốp giữ gìn bản sắc”',
    );
    await person.says('Làng Đê Kốp giữ gìn bản sắc');
    await answersUntil(person, 'summary');
    await person.says('N¨m 2020 lµng ®· gi¶m 12 hé nghÌo, vËn ®éng ®­îc 45 hé tham gia tæ tiÕt kiÖm.');
    await person.sees('Có lẽ là: “Năm 2020 làng đã giảm 12 hộ nghèo, vận động');
    await person.says('Năm 2020 làng đã giảm 12 hộ nghèo, vận động được 45 hộ tham gia tổ tiết kiệm.');
    const kept = await person.sees('Đã ghi, hiện có');
    expect(kept.text).not.toContain('nghÌo');
  });
});
