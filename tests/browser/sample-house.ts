import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bot, BotError, GrammyError, InlineKeyboard, InputFile, Keyboard } from 'grammy';
import type { Update } from 'grammy/types';
import pino from 'pino';
import type { Channel } from '../../src/channels/channel.ts';
import { createWebChannel, openWebChat } from '../../src/channels/web/channel.ts';
import { type MovableClock, stoppedClock } from '../../src/clock.ts';
import { createHttp } from '../../src/http/server.ts';
import { type Args, type Locale, t } from '../../src/i18n.ts';
import type { Accept } from '../../src/jobs/inbound.ts';
import { createSignedLinks } from '../../src/links/links.ts';
import { addLinkRoutes } from '../../src/links/routes.ts';
import { rehearsalParts } from '../../src/rehearsal/parts.ts';
import { type FileStore, openFiles } from '../../src/store/files.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';

const day = 86_400_000;
const cast = [
  { name: 'Nguyễn Thị Hoa', role: 'liaison', unit: 'Xã Glar' },
  { name: 'Rơ Châm Thuận', role: 'liaison', unit: 'Công an huyện' },
  { name: 'Trần Văn Minh', role: 'officer', unit: 'Phòng Nội vụ' },
  { name: 'Lê Quốc Bảo', role: 'manager', unit: 'UBND huyện' },
  { name: 'Phạm Thu Trang', role: 'publicist', unit: 'Trung tâm Văn hóa – Thông tin và Thể thao' },
  { name: 'Siu H’Lan', role: 'newcomer', unit: 'Hội Liên hiệp Phụ nữ huyện' },
];

/** The web channel on a real database, with a small bot that shows every feature of a channel. */
export interface SampleHouse {
  url: string;
  db: TestDatabase;
  files: FileStore;
  channel: Channel;
  bot: Bot;
  clock: MovableClock;
  /** The office's names, which a plan file may change at any moment. */
  names: { office: string; committee: string };
  /** Chat ids of the selectable people, in the order of the list. */
  chats: number[];
  /** Updates in the order in which they were accepted: each key once. */
  accepted: Update[];
  /** Accepted updates count as new again, as if they had been lost on the way. */
  forgetsKeys(): void;
  /** Resolves when the bot has answered all that it accepted. */
  settled(): Promise<void>;
  /** Number of files in the store. */
  storedFiles(): Promise<number>;
  /** Stops the server and starts it again on the same port, as a restart does. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts it as a rehearsal; with `production` people sign in, with `unreachable` there is no access
 * at all.
 */
export async function startSampleHouse(
  options: { production?: { publicUrl?: string }; unreachable?: boolean } = {},
): Promise<SampleHouse> {
  const db = await freshDatabase({ poolSize: 8 });
  const folder = await mkdtemp(join(tmpdir(), 'web-chat-'));
  const files = openFiles({ dataDir: folder });
  const clock = stoppedClock(new Date('2021-08-18T08:00+07:00'));
  const log = pino({ level: 'silent' });
  const names = { office: 'Phòng Nội vụ', committee: 'UBND huyện' };
  const chats: number[] = [];
  for (const { name } of cast) chats.push(await openWebChat(db.pool, name, clock.now()));

  // Kept over a restart: no other program is given it.
  const port = await freePort();
  const url = () => `http://127.0.0.1:${port}`;
  const links = createSignedLinks({ db, clock, publicUrl: url });
  const build = () =>
    createWebChannel({
      names: () => names,
      db,
      files,
      clock,
      log,
      signIn: options.production && {
        publicUrl: options.production.publicUrl,
        say: (error, locale) =>
          t(locale, `error-${error.code}`, {
            office: 'Phòng Nội vụ',
            contact: 'Phòng Nội vụ',
            ...error.args,
          }),
      },
      rehearsal:
        options.production || options.unreachable
          ? undefined
          : {
              ...rehearsalParts,
              links,
              people: async () => cast.map((person, i) => ({ ...person, chatId: chats[i] ?? 0 })),
              clock: {
                now: clock.now,
                zone: 'Asia/Ho_Chi_Minh',
                async moveTo(moment) {
                  clock.set(moment);
                },
                async move(step) {
                  const on = { hour: 3_600_000, day, due: 6 * day }[step];
                  clock.set(new Date(clock.now().getTime() + on));
                  if (step === 'due') await nudge(bot, chats);
                },
              },
            },
    });
  let channel = build();
  const bot = new Bot(channel.token, {
    botInfo: await channel.me(),
    client: { fetch: channel.fetch, apiRoot: channel.apiRoot },
  });
  const accepted: Update[] = [];
  const keys = new Set<string>();
  const running = new Set<Promise<void>>();
  const accept: Accept = async (_channel, updates) => {
    for (const { key, update } of updates) {
      if (keys.has(key)) continue;
      keys.add(key);
      accepted.push(update);
      const work = bot
        .handleUpdate(update)
        .catch(unlessNobodyReads)
        .finally(() => running.delete(work));
      running.add(work);
    }
  };
  speak(bot);

  const listen = async () => {
    const http = createHttp({ log, publicUrl: options.production?.publicUrl });
    channel.routes?.(http, accept);
    const office = () => 'Phòng Nội vụ';
    const say = (locale: Locale, key: string, args?: Args) => t(locale, key, { contact: office(), ...args });
    addLinkRoutes(http, links, { db, files, clock, office, say }, accept);
    await channel.start(accept);
    await http.listen({ host: '127.0.0.1', port });
    return http;
  };
  let http = await listen();

  const settled = async () => {
    await Promise.allSettled(running);
  };
  const stop = async () => {
    await http.close();
    await settled();
    await channel.stop();
  };
  return {
    url: url(),
    db,
    files,
    bot,
    clock,
    names,
    chats,
    accepted,
    get channel() {
      return channel;
    },
    settled,
    forgetsKeys: () => keys.clear(),
    async storedFiles() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).length;
    },
    async restart() {
      await stop();
      channel = build();
      http = await listen();
    },
    async close() {
      await stop();
      await db.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A person may sign out before the bot has answered. */
function unlessNobodyReads(error: unknown): void {
  const cause = error instanceof BotError ? error.error : error;
  if (!(cause instanceof GrammyError) || cause.error_code !== 403) throw error;
}

const html = { parse_mode: 'HTML' } as const;

async function nudge(bot: Bot, chats: number[]): Promise<void> {
  for (const chat of chats.slice(0, 2)) {
    await bot.api.sendMessage(
      chat,
      'Xã Glar còn thiếu <b>4 điển hình</b> (đã có 6/10–15) và chưa nộp kế hoạch triển khai.\nHạn chót <b>24/8/2021</b>, còn 0 ngày.',
      {
        ...html,
        reply_markup: new InlineKeyboard()
          .text('Đăng ký điển hình', 'register')
          .row()
          .text('Nhắc lại ngày mai', 'later')
          .text('Đã rõ', 'seen'),
      },
    );
  }
}

function speak(bot: Bot): void {
  bot.command('start', async (ctx) => {
    await ctx.api.setMyCommands(
      [
        { command: 'dangky', description: 'Đăng ký điển hình tiên tiến' },
        { command: 'danhsach', description: 'Danh sách của đơn vị' },
        { command: 'baocao', description: 'Báo cáo Excel' },
        { command: 'sdt', description: 'Số điện thoại liên hệ' },
      ],
      { scope: { type: 'chat', chat_id: ctx.chat.id } },
    );
    await ctx.reply(
      'Anh/chị được mời làm <b>cán bộ đầu mối</b> của <b>Xã Glar</b>, đăng ký điển hình tiên tiến theo Kế hoạch số 101/KH-UBND (2021–2025).\n\nGửi /dangky để đăng ký, /baocao để lấy báo cáo.',
      {
        ...html,
        reply_markup: new InlineKeyboard().text('Đúng, tôi nhận', 'join').text('Không phải tôi', 'refuse'),
      },
    );
  });
  bot.callbackQuery('join', async (ctx) => {
    await ctx.answerCallbackQuery('Đã nhận');
    await ctx.editMessageReplyMarkup();
    await ctx.reply('Số điện thoại để Phòng Nội vụ liên hệ?', {
      reply_markup: new Keyboard()
        .requestContact('Chia sẻ số điện thoại')
        .row()
        .text('Bỏ qua')
        .resized()
        .oneTime(),
    });
  });
  bot.callbackQuery('refuse', (ctx) =>
    ctx.answerCallbackQuery({ text: 'Anh/chị vui lòng báo lại Phòng Nội vụ.', show_alert: true }),
  );
  bot.callbackQuery('collective', async (ctx) => {
    await ctx.answerCallbackQuery();
    await ctx.editMessageText('<b>2/12</b> · Đã chọn: <i>Tập thể</i>', html);
  });
  bot.callbackQuery(/.*/, (ctx) => ctx.answerCallbackQuery('Bước này đã xong'));
  bot.on('message:contact', (ctx) =>
    ctx.reply(`Đã ghi số ${ctx.message.contact.phone_number}.`, { reply_markup: { remove_keyboard: true } }),
  );
  bot.on('message:document', async (ctx) => {
    const file = await ctx.getFile();
    await ctx.reply(`Đã nhận ${ctx.message.document.file_name} (${file.file_size} byte).`);
  });
  bot.command('dangky', (ctx) =>
    ctx.reply('<b>1/12</b> · Đối tượng?', {
      ...html,
      reply_markup: new InlineKeyboard()
        .text('Tập thể', 'collective')
        .text('Cá nhân', 'individual')
        .row()
        .text('Quay lại', 'back')
        .text('Lưu nháp', 'keep'),
    }),
  );
  bot.command('baocao', async (ctx) => {
    await ctx.replyWithChatAction('upload_document');
    await ctx.replyWithDocument(
      new InputFile(new Uint8Array(41_300).fill(65), 'Bao-cao-tong-hop-2021.xlsx'),
      {
        caption: '<b>53</b> đơn vị, <b>128</b> điển hình, <b>9</b> đơn vị chưa nộp.',
        ...html,
      },
    );
  });
  bot.command('sdt', (ctx) =>
    ctx.reply('Số điện thoại để Phòng Nội vụ liên hệ?', {
      reply_markup: new Keyboard()
        .requestContact('Chia sẻ số điện thoại')
        .row()
        .text('Bỏ qua')
        .resized()
        .oneTime(),
    }),
  );
  bot.on('message:text', (ctx) => ctx.reply(`Anh/chị vừa viết: ${ctx.message.text}`));
  bot.catch((error) => {
    throw error;
  });
}
