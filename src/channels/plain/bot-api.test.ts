import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Api, InputFile } from 'grammy';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { stoppedClock } from '../../clock.ts';
import { sendExpecting } from '../../drafts/expecting.ts';
import { createSignedLinks } from '../../links/links.ts';
import { openFiles } from '../../store/files.ts';
import { BotApiError } from '../bot-api/api-error.ts';
import { buildBotUser } from '../bot-api/bot-user.ts';
import { createBotApiFetch } from '../bot-api/server.ts';
import { servePlainBotApi } from './bot-api.ts';
import { createChatTurns } from './chat-turns.ts';
import { openPlainChats, type PlainChats } from './chats.ts';
import { FateUnknown, type PlainOut } from './plain-channel.ts';
import { toHtml } from './to-html.ts';
import { readTypedUpdate } from './typed-update.ts';

const me = buildBotUser({ id: 1, first_name: 'Bot', username: 'bot' });
const clock = stoppedClock(new Date('2021-08-18T08:00+07:00'));

/** A channel that only shows text; by its own clock one message takes a second. */
const shown: string[] = [];
let failing: (() => Error | undefined) | undefined;
let time = 1_000_000;
const post = async (text: string) => {
  const error = failing?.();
  if (error) throw error;
  shown.push(text);
  time += 1000;
  return { messageId: shown.length, date: time };
};
const out: PlainOut = {
  name: 'zalo',
  textLength: 300,
  me: async () => me,
  sendText: (_chat, part) => post(toHtml(part).text),
  sendPicture: (_chat, address, caption) => post(`[${address}] ${caption.text}`),
  typing: async () => {
    shown.push('(typing)');
  },
};

let db: TestDatabase;
let api: Api;
let chats: PlainChats;
let folder: string;
const chat = 77;

beforeAll(async () => {
  db = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'dht-plain-'));
  chats = openPlainChats(db.pool, out.name);
  const fetch = createBotApiFetch(
    servePlainBotApi(
      {
        out,
        chats,
        links: createSignedLinks({ db, clock, publicUrl: () => 'https://a.example' }),
        files: openFiles({ dataDir: folder }),
        clock,
        log: pino({ level: 'silent' }),
        turns: createChatTurns(),
      },
      { apiRoot: 'http://plain.invalid', token: '1:x' },
    ),
  );
  api = new Api('1:x', { apiRoot: 'http://plain.invalid', fetch: fetch as never });
});
afterAll(async () => {
  await db.drop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  shown.length = 0;
  failing = undefined;
  await db.pool.query('DELETE FROM plain_chat');
});

const buttons = (...labels: string[]) => ({
  reply_markup: { inline_keyboard: labels.map((text) => [{ text, callback_data: `press ${text}` }]) },
});
/** Returns the update that the bot gets when this text is typed now. */
const typed = async (text: string, sentAt = time) => {
  const given = { key: 'k', messageId: 9, chatId: chat, name: 'Bình', text, sentAt };
  const { update } = readTypedUpdate(given, await chats.load(chat), me, clock.now().getTime());
  return update.callback_query?.data ?? update.message?.text;
};

describe('menus', () => {
  it('are pressed by number and label; only the latest is live', async () => {
    await api.sendMessage(chat, '<b>Đối tượng?</b>', {
      parse_mode: 'HTML',
      ...buttons('Tập thể', 'Cá nhân'),
    });
    expect(shown).toEqual(['<b>Đối tượng?</b>\n\nGõ số để chọn:\n1. Tập thể\n2. Cá nhân']);
    expect([await typed('2'), await typed('tap the'), await typed('3')]).toEqual([
      'press Cá nhân',
      'press Tập thể',
      '3',
    ]);

    await api.sendMessage(chat, 'Lĩnh vực?', buttons('Y tế'));
    expect([await typed('1'), await typed('2'), await typed('ca nhan')]).toEqual([
      'press Y tế',
      '2',
      'ca nhan',
    ]);
  });

  it('stay while the bot says something without buttons', async () => {
    await api.sendMessage(chat, 'Đối tượng?', buttons('Tập thể'));
    await api.sendMessage(chat, 'Câu này cần chọn.');
    expect(await typed('1')).toBe('press Tập thể');
  });

  it('belong to the message that showed them', async () => {
    const sent = await api.sendMessage(chat, 'Đối tượng?', buttons('Tập thể'));
    const { update } = readTypedUpdate(
      { key: 'abc', messageId: 9, chatId: chat, name: 'Bình', text: '1', sentAt: time },
      await chats.load(chat),
      me,
      clock.now().getTime(),
    );
    expect(update.callback_query).toMatchObject({
      from: { id: chat },
      message: { message_id: sent.message_id, chat: { id: chat }, from: { id: me.id } },
    });
  });

  it('have letters where a number is the answer, also after a nudge in between', async () => {
    await sendExpecting({ number: true }, () => api.sendMessage(chat, 'Số người?', buttons('Quay lại')));
    expect([await typed('1'), await typed('a')]).toEqual(['1', 'press Quay lại']);
    await sendExpecting({ number: false }, () => api.sendMessage(chat, 'Xin ghi một số.'));
    await api.sendMessage(chat, 'Nhắc việc', buttons('Đã rõ'));
    expect([await typed('1'), await typed('A')]).toEqual(['1', 'press Đã rõ']);
    await sendExpecting({ number: false }, () => api.sendMessage(chat, 'Địa bàn?', buttons('Quay lại')));
    expect(await typed('1')).toBe('press Quay lại');
  });

  it('come next to the previous one where that may be answered just as well', async () => {
    await api.sendMessage(chat, 'Danh sách:', buttons('Làng A', 'Làng B'));
    const early = time;
    await sendExpecting({ number: false, keepsMenu: true }, () =>
      api.sendMessage(chat, 'Đang tạm dừng.', buttons('Tiếp tục')),
    );
    expect(shown.at(-1)).toBe('Đang tạm dừng.\n\nGõ chữ cái để chọn:\nA. Tiếp tục');
    expect([await typed('2'), await typed('a'), await typed('tiep tuc'), await typed('1', early)]).toEqual([
      'press Làng B',
      'press Tiếp tục',
      'press Tiếp tục',
      'press Làng A',
    ]);
    await sendExpecting({ number: true }, () => api.sendMessage(chat, 'Số người?', buttons('Quay lại')));
    await sendExpecting({ number: false, keepsMenu: true }, () =>
      api.sendMessage(chat, 'Đang tạm dừng.', buttons('Tiếp tục')),
    );
    expect(shown.at(-1)).toBe('Đang tạm dừng.\n\nGõ số để chọn:\n1. Tiếp tục');
  });

  it.each([
    ['a number that is asked for', { number: true }, 'Gõ câu trả lời, hoặc gõ chữ cái', 'A'],
    ['words that are asked for', { number: false }, 'Gõ số', '1'],
  ])('of news that comes by itself leave %s to the question', async (_what, hint, how, mark) => {
    await sendExpecting(hint, () => api.sendMessage(chat, 'Số người?', {}));
    await sendExpecting({ number: false, keepsMenu: true, unasked: true }, () =>
      api.sendMessage(chat, 'Xã Glar đã gửi lại.', buttons('Xem hồ sơ')),
    );
    expect(shown.at(-1)).toBe(`Xã Glar đã gửi lại.\n\n${how} để chọn:\n${mark}. Xem hồ sơ`);
    expect([await typed('12'), await typed(mark)]).toEqual(['12', 'press Xem hồ sơ']);
  });

  it('of earlier messages press nothing when the answer is a number', async () => {
    await api.sendMessage(chat, 'Đối tượng?', buttons('Tập thể', 'Cá nhân'));
    await sendExpecting({ number: true }, () => api.sendMessage(chat, 'Số người?'));
    expect(await typed('2')).toBe('2');
  });

  it('replaced by a new one still take text typed before the new one was shown', async () => {
    await api.sendMessage(chat, 'Đối tượng?', buttons('Tập thể'));
    const early = time;
    await api.sendMessage(chat, 'Lĩnh vực?', buttons('Y tế'));
    expect(await typed('1', early)).toBe('press Tập thể');
    expect(await typed('1')).toBe('press Y tế');
  });

  it('are known to another process as soon as they are visible', async () => {
    await api.sendMessage(chat, 'Đối tượng?', buttons('Tập thể'));
    const elsewhere = openPlainChats(db.pool, out.name);
    let typedThere: Promise<unknown> | undefined;
    failing = () => {
      typedThere = elsewhere.loadSettled(chat, 60_000).then(({ menu }) => menu?.choices[0]?.data);
      return undefined;
    };
    await api.sendMessage(chat, 'Lĩnh vực?', buttons('Y tế'));
    expect(await typedThere).toBe('press Y tế');

    failing = () => new BotApiError(400, 'no');
    await expect(api.sendMessage(chat, 'Tên?', buttons('Quay lại'))).rejects.toThrow();
    expect((await elsewhere.loadSettled(chat, 60_000)).menu?.choices[0]?.data).toBe('press Y tế');
  });

  it('expire', async () => {
    await api.sendMessage(chat, 'Nhắc việc', buttons('Đã rõ'));
    const now = clock.now();
    clock.set(new Date(now.getTime() + 31 * 86_400_000));
    expect(await typed('1')).toBe('1');
    clock.set(now);
  });

  it('stand on the last part of a long message', async () => {
    await api.sendMessage(chat, 'dài '.repeat(200), buttons('Xong'));
    expect(shown.length).toBeGreaterThan(2);
    expect(shown.filter((part) => part.includes('1. Xong'))).toEqual([shown.at(-1)]);
    expect(shown.every((part) => part.length <= 300)).toBe(true);
  });
});

it('a reply keyboard shows its words, asks for the phone number, and is removed', async () => {
  await api.sendMessage(chat, 'Số điện thoại?', {
    reply_markup: { keyboard: [[{ text: 'Chia sẻ số', request_contact: true }], [{ text: 'Bỏ qua' }]] },
  });
  expect(shown[0]).toBe('Số điện thoại?\n\nGõ câu trả lời, hoặc gõ chữ cái để chọn:\nA. Bỏ qua');
  expect([await typed('a'), await typed('0905123456'), await typed('1')]).toEqual([
    'Bỏ qua',
    '0905123456',
    '1',
  ]);
  await api.sendMessage(chat, 'Đã ghi nhận.', { reply_markup: { remove_keyboard: true } });
  expect(await typed('a')).toBe('a');
});

it('a link on a button is a line', async () => {
  await api.sendMessage(chat, 'Trang', {
    reply_markup: { inline_keyboard: [[{ text: 'Mở', url: 'https://b.example/' }]] },
  });
  expect(shown).toEqual(['Trang\n\nMở: https://b.example/']);
});

describe('edits', () => {
  it('with buttons are new messages whose menu is the live one', async () => {
    const { message_id } = await api.sendMessage(chat, 'A?', buttons('Một'));
    await api.editMessageText(chat, message_id, 'B?', buttons('Hai'));
    expect(await typed('1')).toBe('press Hai');
    await api.editMessageReplyMarkup(chat, message_id, buttons('Ba'));
    expect([shown.at(-1), await typed('1')]).toEqual(['Gõ số để chọn:\n1. Ba', 'press Ba']);
  });

  it('typing shows progress, the chosen mark is silent, removed buttons press nothing', async () => {
    const { message_id } = await api.sendMessage(chat, 'A?', buttons('Một'));
    await api.editMessageText(chat, message_id + 1, 'Đang làm 50%');
    expect([shown.at(-1), await typed('1')]).toEqual(['(typing)', 'press Một']);
    await api.editMessageText(chat, message_id, 'A?\n→ Một');
    expect([shown.length, await typed('1')]).toEqual([2, '1']);
    const again = await api.sendMessage(chat, 'A?', buttons('Một'));
    await api.editMessageReplyMarkup(chat, again.message_id);
    expect([shown.length, await typed('1')]).toEqual([3, '1']);
  });
});

describe('files', () => {
  it('are links with name and size', async () => {
    await api.sendDocument(chat, new InputFile(Buffer.alloc(15_400), 'Bao-cao-2021.xlsx'), {
      caption: '<b>Báo cáo</b>',
      parse_mode: 'HTML',
    });
    expect(shown[0]).toMatch(
      /^<b>Báo cáo<\/b>\n\nTệp Bao-cao-2021\.xlsx \(15 KB\).* 7 ngày:\nhttps:\/\/a\.example\/tep\/[\w.-]+\/Bao-cao-2021\.xlsx$/s,
    );
  });

  it('that are pictures are shown from their link', async () => {
    await api.sendPhoto(chat, new InputFile(Buffer.from('x'), 'bieu-do.png'), { caption: 'Biểu đồ' });
    expect(shown[0]).toMatch(/^\[https:\/\/a\.example\/tep\/[\w.-]+\/bieu-do\.png\] Biểu đồ$/);
  });

  it('that a question asks for get an upload link', async () => {
    const files = { draftId: 1, rev: 2, max: 10, arrived: 'f:1:files:u' };
    await sendExpecting({ number: false, files }, () =>
      api.sendMessage(chat, 'Minh chứng?', buttons('Xong')),
    );
    expect(shown.join('\n')).toMatch(/https:\/\/a\.example\/tai-len\/[\w.-]+\n\nGõ số để chọn:\n1\. Xong$/);
  });
});

describe('errors', () => {
  it('an unknown fate is 408: the menu works, and the next message says so once', async () => {
    await api.sendMessage(chat, 'A?', buttons('Một'));
    failing = () => new FateUnknown('lost');
    await expect(api.sendMessage(chat, 'B?', buttons('Hai'))).rejects.toMatchObject({ error_code: 408 });
    expect(await typed('1')).toBe('press Hai');
    failing = undefined;
    await api.sendMessage(chat, 'B?', buttons('Hai'));
    await api.sendMessage(chat, 'C');
    expect(shown[1]).toMatch(/^\(Mạng vừa trục trặc.*\)\n\nB\?/s);
    expect(shown[2]).toBe('C');
  });

  it('a refusal keeps the menu that the person sees', async () => {
    await api.sendMessage(chat, 'A?', buttons('Một'));
    failing = () => new BotApiError(429, 'Too Many Requests', 7);
    await expect(api.sendMessage(chat, 'B?', buttons('Hai'))).rejects.toMatchObject({
      error_code: 429,
      parameters: { retry_after: 7 },
    });
    expect(await typed('1')).toBe('press Một');
  });

  it('an answer to a press with words is said; harmless calls succeed; others throw', async () => {
    await api.answerCallbackQuery(`${chat}:abc`);
    await api.answerCallbackQuery(`${chat}:abc`, { text: 'Đã ghi' });
    await api.setMyCommands([{ command: 'a', description: 'b' }]);
    await api.deleteMessage(chat, 1);
    expect(shown).toEqual(['Đã ghi']);
    await expect(api.sendDice(chat, '🎲')).rejects.toThrow();
  });
});
