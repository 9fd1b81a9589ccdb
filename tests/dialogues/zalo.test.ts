import ExcelJS from 'exceljs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FaultAnswer } from '../standin/zalo/faults.ts';
import { linksIn } from '../standin/zalo/read-link.ts';
import type { ZaloStandIn } from '../standin/zalo/start.ts';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { answersUntil } from '../support/registers.ts';
import { jpeg, pdf } from '../support/sample-files.ts';
import type { ZaloPerson } from '../support/zalo-person.ts';

/** What "trợ giúp" is always answered with. */
const help = 'Các lệnh của anh/chị';

/** A house with Zalo, for the tests around. */
function withZalo(env: Record<string, string> = {}) {
  const parts: { house?: TestHouse; zalo?: ZaloStandIn } = {};
  beforeAll(async () => {
    parts.house = await testHouse({ zalo: true, env });
    parts.zalo = parts.house.zalo;
  });
  afterAll(async () => {
    expect(parts.zalo?.violations).toEqual([]);
    expect(parts.house?.telegram.violations).toEqual([]);
    await parts.house?.close();
  });
  return () => {
    const { house, zalo } = parts;
    if (!house || !zalo) throw new Error('the house does not stand');
    return { house, zalo };
  };
}

/** Joins by typing the code, a name and a phone number. */
async function joins(person: ZaloPerson, code: string, name: string): Promise<void> {
  await person.says(code);
  await person.presses('Đúng, tôi nhận');
  await person.sees('Họ và tên');
  await person.says(name);
  await person.sees('Số điện thoại');
  await person.sharesPhone('0905000001');
  await person.sees('Đã xong.');
}

describe('the main job on Zalo, typing only digits and words', () => {
  const parts = withZalo();

  it('registers with a document, is sent back to a question, is nudged and gets the report', async () => {
    const { house, zalo } = parts();
    const officer = zalo.person({ name: 'Hạnh' });
    await joins(officer, 'FRST-2345', 'Trần Thị Hạnh');
    const liaison = zalo.person({ name: 'Bình' });
    await joins(liaison, await house.code('liaison', 'GLAR'), 'Nguyễn Văn Bình');

    await liaison.says('đăng ký');
    await answersUntil(liaison, 'files');
    await liaison.sendsFile('Biên bản họp.pdf', pdf());
    await liaison.sees(/Biên bản họp\.pdf/);
    await liaison.presses('Xong');
    await answersUntil(liaison, 'review');
    await liaison.presses('Gửi Phòng Nội vụ');
    expect((await liaison.sees('Đã gửi')).text).toContain('GLAR-2021-001');

    await officer.says('duyet');
    await officer.presses('GLAR-2021-001 Làng Đê Kốp giữ gìn bản sắc văn hóa');
    await officer.presses('Tệp minh chứng (1)');
    expect(Buffer.from((await officer.receivesFile(/\.pdf$/)).bytes).equals(pdf())).toBe(true);
    await officer.presses('Trả lại');
    await officer.presses('☐ Tóm tắt thành tích');
    await officer.presses('Xong');
    await officer.sees('Cần bổ sung điều gì');
    await officer.says('Đề nghị nêu rõ số hộ thoát nghèo từng năm.');
    await officer.sees('Đã trả lại');

    await liaison.sees('đề nghị bổ sung Tóm tắt thành tích');
    await liaison.presses('Sửa ngay');
    await liaison.sees('Tóm tắt thành tích (50');
    await liaison.says(
      'Làng có 125 hộ; năm 2019 có 8 hộ, năm 2020 có 12 hộ thoát nghèo, không hộ nào tái nghèo.',
    );
    await liaison.presses('Xong');
    await liaison.sees('xem lại lần cuối');
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi lại');

    await officer.says('duyệt');
    await officer.presses('GLAR-2021-001 Làng Đê Kốp giữ gìn bản sắc văn hóa');
    await officer.sees('Đơn vị đã sửa');
    await officer.presses('Duyệt');
    await officer.sees('Đã duyệt GLAR-2021-001');

    await house.at('2021-08-21T08:00:00+07:00');
    const nudge = await liaison.sees('còn thiếu 9 điển hình');
    expect(nudge.buttons).toEqual(['Đăng ký điển hình', 'Nộp kế hoạch', 'Nhắc lại ngày mai', 'Đã rõ']);
    await liaison.presses('Đã rõ');

    const manager = zalo.person({ name: 'Thọ' });
    await joins(manager, await house.code('manager'), 'Đinh Văn Thọ');
    await manager.says('bao cao tonghop 2021');
    const report = await manager.receivesFile(/tong-hop-2021\.xlsx$/);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(report.bytes as never);
    const words: string[] = [];
    workbook.worksheets[0]?.eachRow((row) => row.eachCell((cell) => words.push(cell.text)));
    expect(words).toContain('Xã Glar');

    const typed = zalo.events.flatMap(({ message }) => message.text ?? []);
    expect(typed.filter((text) => /^\/|[☐☑[\]]/.test(text))).toEqual([]);
  });
});

describe('what comes otherwise than one would wish', () => {
  const parts = withZalo();
  let person: ZaloPerson;
  beforeAll(async () => {
    const { house, zalo } = parts();
    person = zalo.person({ name: 'Mai' });
    await joins(person, await house.code('liaison', 'GLAR'), 'Lê Thị Mai');
  });
  afterEach(() => {
    const { zalo } = parts();
    zalo.duplicateEvents = false;
    zalo.echoes = false;
    zalo.shape = undefined;
  });
  /** Says something that is always answered alike, and sees the answer: what was before is then handled. */
  const stillTalks = async () => {
    await person.says('trợ giúp');
    return person.sees(help);
  };
  const answersTo = async (what: string) =>
    (await person.transcript()).filter(({ fromBot, text }) => fromBot && text.includes(what)).length;

  it('every event twice, and its own messages: each is answered once', async () => {
    const { zalo } = parts();
    zalo.duplicateEvents = true;
    zalo.echoes = true;
    const before = await answersTo(help);
    await stillTalks();
    await stillTalks();
    expect(await answersTo(help)).toBe(before + 2);
  });

  it('an event that was handled, once more much later', async () => {
    const { zalo } = parts();
    await stillTalks();
    const before = await answersTo(help);
    zalo.sendsRaw(person.events.at(-1));
    await person.says('hạn nộp');
    await person.sees('Hạn');
    expect(await answersTo(help)).toBe(before);
  });

  it('bare events', async () => {
    const { zalo } = parts();
    zalo.shape = 'bare';
    zalo.endPoll();
    await stillTalks();
  });

  it.each<[about: string, event: unknown]>([
    ['an empty probe', {}],
    ['nothing at all', null],
    ['a list', []],
    ['words', 'event'],
    ['an event without a message', { event_name: 'message.text.received' }],
    [
      'an event of a kind nobody knows',
      { event_name: 'message.reaction.received', message: { emoji: '👍' } },
    ],
    ['a follower', { event_name: 'user.followed', user: { id: '6ede9afa66b88fe6d6a9' } }],
  ])('%s is passed over', async (_, event) => {
    parts().zalo.sendsRaw(event);
    await stillTalks();
  });

  it('a message in a group is none of its business', async () => {
    const { zalo } = parts();
    await stillTalks();
    const [event] = person.events.slice(-1);
    const before = zalo.calls.filter(({ method }) => method === 'sendMessage').length;
    zalo.sendsRaw({
      ...event,
      message: {
        ...event?.message,
        message_id: '0123456789abcdef0123',
        chat: { chat_type: 'GROUP', id: 'abcdefabcdefabcdef00' },
      },
    });
    await stillTalks();
    expect(zalo.calls.filter(({ method }) => method === 'sendMessage').length).toBe(before + 1);
  });

  it.each(['sendsSticker', 'sendsVoice', 'sendsUnsupported'] as const)(
    '%s is answered kindly',
    async (sends) => {
      await person[sends]();
      await person.sees('chỉ nhận được chữ và ảnh');
      await stillTalks();
    },
  );

  it('messages the other way round are both answered', async () => {
    const release = parts().zalo.holdEvents();
    await person.says('hạn nộp');
    await person.says('trợ giúp');
    release('reversed');
    await person.sees(help);
    await person.sees('Hạn');
  });

  it.each<FaultAnswer>([403, 404, 408, 429, 'not JSON', 502, 'drop'])(
    'a poll that is answered with %s',
    async (answer) => {
      const { zalo } = parts();
      zalo.failNext({ method: 'getUpdates', answer });
      zalo.endPoll();
      await stillTalks();
    },
  );

  it('a message refused with 429 is sent again', async () => {
    const { zalo } = parts();
    zalo.failNext({ method: 'sendMessage', chat: person.id, times: 2, answer: 429 });
    await stillTalks();
  });

  it.each<FaultAnswer>(['lost', 'drop', 'not JSON'])(
    'a message of which nobody knows whether it arrived (%s) is sent again, and says so',
    async (answer) => {
      const { zalo } = parts();
      zalo.failNext({ method: 'sendMessage', chat: person.id, answer });
      await person.says('trợ giúp');
      await person.sees(/^\(Mạng vừa trục trặc[\s\S]*Các lệnh của anh\/chị/);
      await person.says('hạn nộp');
      expect((await person.sees('Hạn chót')).text).not.toContain('Mạng vừa trục trặc');
    },
  );

  it('a number typed before a newer menu came means the menu that stood there then', async () => {
    const { house, zalo } = parts();
    await person.says('hạn nộp');
    const due = await person.sees('Hạn chót');
    expect(due.buttons[2]).toBe('Danh sách của đơn vị');
    const release = zalo.holdEvents();
    await person.says('3');
    await house.at('2021-08-21T08:00:00+07:00');
    const nudge = await person.sees('còn 3 ngày');
    expect(nudge.buttons[2]).toBe('Nhắc lại ngày mai');
    release();
    await person.sees('Chưa có điển hình');
  });
});

describe('one person on Zalo and on Telegram', () => {
  const parts = withZalo();
  let onZalo: ZaloPerson;
  let onTelegram: ChatPerson;
  beforeAll(async () => {
    const { house, zalo } = parts();
    onZalo = zalo.person({ name: 'Mai' });
    await joins(onZalo, await house.code('liaison', 'GLAR'), 'Lê Thị Mai');
    await onZalo.says('tài khoản');
    await onZalo.presses('Dùng thêm kênh khác');
    const { text } = await onZalo.sees('Mã để tham gia trên kênh khác');
    onTelegram = house.telegram.person({ name: 'Mai' });
    await onTelegram.says(/[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? '');
    await onTelegram.presses('Đúng, tôi nhận');
    await onTelegram.sees('Đã xong.');
  });

  it('goes on with one draft on either', async () => {
    await onTelegram.says('/dangky');
    await onTelegram.presses('Tập thể');
    await onTelegram.sees('Lĩnh vực?');
    await onZalo.says('tiếp tục');
    await onZalo.sees('Anh/chị đang làm dở “Đăng ký điển hình”, câu 2/');
    await onZalo.presses('Tiếp tục');
    await answersUntil(onZalo, 'files');
    await onZalo.sendsUnsupported();
    expect(linksIn((await onZalo.sees('Gửi tệp tại trang này')).text)).toHaveLength(1);
    await onZalo.sendsFile('Lễ hội.jpg', jpeg(), { photo: true });
    await onZalo.sees('Đã nhận');
    await onZalo.sendsFile('Biên bản họp.pdf', pdf());
    await onZalo.sees('Biên bản họp.pdf');
    await onTelegram.says('tôi đây');
    await onTelegram.sees('Biểu mẫu này đã đi tiếp ở một kênh khác');
    await onTelegram.sees('Minh chứng');
    await onTelegram.presses('Xong');
    await onTelegram.sees('xem lại lần cuối');
    await onTelegram.presses('Gửi Phòng Nội vụ');
    await onTelegram.sees('GLAR-2021-001');
    await onZalo.says('xong rồi');
    await onZalo.sees('Bản nháp này đã gửi hoặc đã bỏ');
  });

  it('is told on the other channel what cannot be told on the one used last', async () => {
    const { house, zalo } = parts();
    await onZalo.says('hạn nộp');
    await onZalo.sees('Hạn chót');
    zalo.failNext({ method: 'sendMessage', chat: onZalo.id, answer: 404 });
    await house.at('2021-08-21T08:00:00+07:00');
    await onTelegram.sees('còn thiếu 9 điển hình');
    expect((await onZalo.transcript()).filter(({ text }) => text.includes('còn thiếu 9 điển hình'))).toEqual(
      [],
    );
  });
});

describe('the webhook', () => {
  const secret = 'bi-mat-zalo-0123456789';
  const parts = withZalo({ ZALO_WEBHOOK_SECRET: secret });

  it('is set with the secret, and everything goes by it, bare and wrapped by turns', async () => {
    const { house, zalo } = parts();
    const person = zalo.person({ name: 'Mai' });
    await joins(person, await house.code('liaison', 'GLAR'), 'Lê Thị Mai');
    expect(zalo.webhookUrl()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//);
    expect(zalo.calls.map(({ method }) => method)).not.toContain('getUpdates');
  });

  const message = {
    date: 1789033572455,
    chat: { chat_type: 'PRIVATE', id: '00112233445566778899' },
    message_id: 'ffeeddccbbaa99887766',
    from: { id: '00112233445566778899', is_bot: false, display_name: 'Lạ' },
    text: 'chào',
  };
  const event = JSON.stringify({ event_name: 'message.text.received', message });
  const stored = async () => {
    const { rows } = await parts().house.app.house.db.pool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM inbox_update WHERE channel = 'zalo'`,
    );
    return rows[0]?.n ?? 0;
  };

  it.each([
    ['a wrong secret', event, 'sai-bi-mat-0123456789', 401],
    ['an empty secret', event, '', 401],
    ['an empty probe', '', secret, 200],
    ['an empty object', '{}', secret, 200],
    ['an unknown event', '{"event_name":"user.followed"}', secret, 200],
    ['no JSON', 'không phải JSON', secret, 400],
    ['far too much', JSON.stringify({ text: 'a'.repeat(5_000_000) }), secret, 413],
  ])('%s stores nothing', async (_, body, given, status) => {
    const before = await stored();
    expect(await parts().zalo.knocks(body, given)).toBe(status);
    expect(await stored()).toBe(before);
  });
});
