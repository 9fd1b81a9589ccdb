import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Api } from 'grammy';
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
import { type Sending, sendAs } from '../sending.ts';
import { servePlainBotApi } from './bot-api.ts';
import { createChatTurns } from './chat-turns.ts';
import { openPlainChats, type PlainChats } from './chats.ts';
import { FateUnknown } from './plain-channel.ts';
import { readTypedUpdate } from './typed-update.ts';

const me = buildBotUser({ id: 1, first_name: 'Bot', username: 'bot' });
const clock = stoppedClock(new Date('2021-08-18T08:00+07:00'));
const chat = 77;
const shown: string[] = [];
let time = 1_000_000_000_000;
/** Runs before a part is shown: it may wait, or throw as the channel would. */
let before: (text: string, n: number) => Promise<void> | void = () => undefined;
let tried = 0;

let db: TestDatabase;
let folder: string;
let chats: PlainChats;
/** Two processes that send into the same chat. */
let one: Api;
let other: Api;

beforeAll(async () => {
  db = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'dht-plain-'));
  chats = openPlainChats(db.pool, 'zalo');
  one = process();
  other = process();
});
afterAll(async () => {
  await db.drop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  shown.length = 0;
  tried = 0;
  before = () => undefined;
  await db.pool.query('DELETE FROM plain_chat');
});

function process(): Api {
  const send = async (_chat: number, { text }: { text: string }) => {
    tried += 1;
    await before(text, tried);
    shown.push(text);
    time += 1000;
    return { messageId: shown.length, date: time };
  };
  const fetch = createBotApiFetch(
    servePlainBotApi(
      {
        out: {
          name: 'zalo',
          textLength: 300,
          me: async () => me,
          sendText: send,
          sendPicture: (to, _address, caption) => send(to, caption),
          typing: async () => undefined,
        },
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
  return new Api('1:x', { apiRoot: 'http://plain.invalid', fetch: fetch as never });
}

const buttons = (...labels: string[]) => ({
  reply_markup: { inline_keyboard: labels.map((text) => [{ text, callback_data: `press ${text}` }]) },
});
/** Returns the update that the bot gets for this typed text. */
const typed = async (text: string, sentAt?: number) => {
  const given = { key: 'k', messageId: 9, chatId: chat, name: 'Bình', text, sentAt };
  const { update } = readTypedUpdate(given, await chats.load(chat), me, clock.now().getTime());
  return update.callback_query?.data ?? update.message?.text;
};
/** Two parts, the menu on the second. */
const long = `${'một '.repeat(60)}\n\n${'hai '.repeat(60)}`;
const maybe = 'tin trước có thể đã đến';

describe('a message of several parts', () => {
  it('that fails after the first part says, when repeated, that it may be there twice', async () => {
    before = (_text, n) => {
      if (n === 2) throw new BotApiError(429, 'quota', 1);
    };
    await expect(one.sendMessage(chat, long, buttons('Gửi'))).rejects.toThrow('429');
    expect(await typed('1')).toBe('1');
    await one.sendMessage(chat, long, buttons('Gửi'));
    expect(shown.map((text) => text.includes(maybe))).toEqual([false, true, false]);
    expect(await typed('1')).toBe('press Gửi');
  });

  it.each<[about: string, fails: number, error: Error, shownAfter: string[]]>([
    ['refused after the first', 2, new BotApiError(429, 'quota', 1), ['một', 'hai']],
    ['refused at the first', 1, new BotApiError(502, 'gateway'), ['một', 'hai']],
    ['whose second may have been lost', 2, new FateUnknown('timeout'), ['một', 'hai']],
  ])(
    '%s is not said again as far as it arrived, when it is known by its name',
    async (_about, fails, error, parts) => {
      before = (_text, n) => {
        if (n === fails) throw error;
      };
      const sending: Sending = { key: 'telegram:1#0', progress: [] };
      const send = () => sendAs(sending, () => one.sendMessage(chat, long, buttons('Gửi')));
      await expect(send()).rejects.toThrow();
      expect(sending.progress[0]?.arrived ?? 0).toBe(fails - 1);
      await send();
      expect(shown.map((text) => text.trimStart().split(' ')[0])).toEqual(parts);
      expect(await typed('1')).toBe('press Gửi');
    },
  );

  it.each<[about: string, fails: number | undefined]>([
    ['all at the first attempt', undefined],
    ['the second only when it is repeated', 2],
    ['the third only when it is repeated', 3],
  ])('of several under one name arrives once each: %s', async (_about, fails) => {
    before = (_text, n) => {
      if (n === fails) throw new BotApiError(429, 'quota', 1);
    };
    const sending: Sending = { key: 'report:1', progress: [] };
    const send = () =>
      sendAs(sending, async () => {
        for (const text of ['Word', 'Excel', long]) await one.sendMessage(chat, text);
      });
    if (fails === undefined) await send();
    else {
      await expect(send()).rejects.toThrow('429');
      await send();
    }
    expect(shown.map((text) => text.trimStart().split(' ')[0])).toEqual(['Word', 'Excel', 'một', 'hai']);
  });

  it('whose first part may be lost keeps the menu on the screen as the live one', async () => {
    await one.sendMessage(chat, 'Cũ', buttons('Giữ lại'));
    before = () => {
      throw new FateUnknown('timeout');
    };
    await expect(one.sendMessage(chat, long, buttons('Xóa hết'))).rejects.toThrow('408');
    expect(await typed('1')).toBe('press Giữ lại');
  });

  it('whose last part may be lost: its menu may be on the screen', async () => {
    await one.sendMessage(chat, 'Cũ', buttons('Giữ lại'));
    before = (_text, n) => {
      if (n === 3) throw new FateUnknown('timeout');
    };
    await expect(one.sendMessage(chat, long, buttons('Gửi'))).rejects.toThrow('408');
    expect(await typed('1')).toBe('press Gửi');
  });
});

describe('a message without a menu, sent by another process', () => {
  it.each([
    ['arrives', false],
    ['may be lost', true],
  ])('that %s leaves the menu that was shown in the meantime', async (_how, lost) => {
    await one.sendMessage(chat, 'Cũ', buttons('Giữ lại'));
    await chats.saveUnsure(chat, true);
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begins } = Promise.withResolvers<void>();
    before = async (text) => {
      if (!text.includes('Thông báo')) return;
      begins();
      await gate;
      if (lost) throw new FateUnknown('timeout');
    };
    const notice = other.sendMessage(chat, 'Thông báo').catch(() => undefined);
    await begun;
    await one.sendMessage(chat, 'Mới', buttons('Duyệt'));
    open();
    await notice;
    expect(await typed('1')).toBe('press Duyệt');
    expect((await chats.load(chat)).unsure).toBe(lost);
  });
});

describe('text that was typed earlier and comes late', () => {
  it('presses nothing when its menu is forgotten', async () => {
    await one.sendMessage(chat, 'Một', buttons('Xem'));
    const early = time;
    await one.sendMessage(chat, 'Hai', buttons('Xóa'));
    const later = time;
    await one.sendMessage(chat, 'Ba', buttons('Gửi'));
    expect([await typed('1', early), await typed('1', later), await typed('1', time)]).toEqual([
      '1',
      'press Xóa',
      'press Gửi',
    ]);
  });

  it('never chooses from a nudge that came after it', async () => {
    await sendExpecting({ number: false, waitsFor: 'words' }, () =>
      one.sendMessage(chat, 'Tên?', buttons('Quay lại')),
    );
    await one.sendMessage(chat, 'Nhắc 1', buttons('Đã rõ'));
    const early = time;
    expect(await typed('A', early)).toBe('press Đã rõ');
    await one.sendMessage(chat, 'Nhắc 2', buttons('Đăng ký ngay'));
    expect([await typed('A', early), await typed('1', early), await typed('A', time)]).toEqual([
      'A',
      'press Quay lại',
      'press Đăng ký ngay',
    ]);
  });
});

it('a nudge during the question for the phone number leaves the letters to it', async () => {
  const phone = {
    reply_markup: {
      keyboard: [[{ text: 'Chia sẻ', request_contact: true }], [{ text: 'Quay lại' }, { text: 'Bỏ qua' }]],
    },
  };
  await sendExpecting({ number: false, waitsFor: 'words' }, () =>
    one.sendMessage(chat, 'Số điện thoại?', phone),
  );
  await one.sendMessage(chat, 'Nhắc', buttons('Đã rõ'));
  expect([await typed('B'), await typed('C')]).toEqual(['Bỏ qua', 'press Đã rõ']);
});
