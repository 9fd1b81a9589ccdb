import { GrammyError, HttpError, InlineKeyboard, InputFile, InputMediaBuilder, Keyboard } from 'grammy';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SampleHouse, startSampleHouse } from '../../../tests/browser/sample-house.ts';
import { listChanges, listMessagesBefore, readLatestVersion } from './transcript.ts';

let house: SampleHouse;
let chat: number;
beforeAll(async () => {
  house = await startSampleHouse();
  chat = house.chats[0] ?? 0;
});
afterAll(() => house.close());

const refusal = async (call: Promise<unknown>): Promise<string> => {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof GrammyError) return `${error.error_code} ${error.description}`;
  throw error ?? new Error('it was not refused');
};
const newest = async () => (await listMessagesBefore(house.db.pool, chat, undefined, 1))[0];

test('a message comes back as in the Bot API and is stored for the page', async () => {
  const sent = await house.bot.api.sendMessage(chat, ' Chào <b>Glar</b> &amp; bạn, gửi /dangky ', {
    parse_mode: 'HTML',
    reply_markup: new InlineKeyboard().text('Có', 'yes'),
  });
  expect(sent).toMatchObject({
    chat: { id: chat, type: 'private' },
    from: { is_bot: true },
    date: Date.parse('2021-08-18T08:00+07:00') / 1000,
    text: 'Chào Glar & bạn, gửi /dangky',
    entities: [
      { type: 'bold', offset: 5, length: 4 },
      { type: 'bot_command', offset: 21, length: 7 },
    ],
    reply_markup: { inline_keyboard: [[{ text: 'Có', callback_data: 'yes' }]] },
  });
  expect(await newest()).toMatchObject({ id: sent.message_id, fromBot: true, text: sent.text });
});

test('a reply keyboard is stored for the page and not returned to the bot', async () => {
  const sent = await house.bot.api.sendMessage(chat, 'Số điện thoại?', {
    reply_markup: new Keyboard().requestContact('Chia sẻ').oneTime(),
  });
  expect('reply_markup' in sent).toBe(false);
  expect(await newest()).toMatchObject({
    reply_markup: { keyboard: [[{ text: 'Chia sẻ', request_contact: true }]], one_time_keyboard: true },
  });
  expect(await refusal(house.bot.api.editMessageText(chat, sent.message_id, 'x'))).toContain(
    "can't be edited",
  );
});

test.each([
  [
    'a text that is too long',
    (c: number) => house.bot.api.sendMessage(c, 'x'.repeat(4097)),
    '400 Bad Request: message is too long',
  ],
  [
    'an empty text',
    (c: number) => house.bot.api.sendMessage(c, '<b> </b>', { parse_mode: 'HTML' }),
    '400 Bad Request: message text is empty',
  ],
  [
    'broken markup',
    (c: number) => house.bot.api.sendMessage(c, '<b>x', { parse_mode: 'HTML' }),
    "can't parse entities",
  ],
  [
    'another parse mode',
    (c: number) => house.bot.api.sendMessage(c, '*x*', { parse_mode: 'MarkdownV2' }),
    'parse_mode',
  ],
  [
    'callback data of 65 bytes in 33 letters',
    (c: number) =>
      house.bot.api.sendMessage(c, 'x', {
        reply_markup: new InlineKeyboard().text('a', `x${'đ'.repeat(32)}`),
      }),
    'BUTTON_DATA_INVALID',
  ],
  [
    'a button without a label',
    (c: number) => house.bot.api.sendMessage(c, 'x', { reply_markup: new InlineKeyboard().text('', 'a') }),
    '400',
  ],
  [
    'a link that runs a script',
    (c: number) =>
      house.bot.api.sendMessage(c, 'x', {
        reply_markup: new InlineKeyboard().url('a', 'javascript:alert(1)'),
      }),
    'BUTTON_URL_INVALID',
  ],
  [
    'a chat that is not there',
    () => house.bot.api.sendMessage(999_999, 'x'),
    '400 Bad Request: chat not found',
  ],
  [
    'a message that is not there',
    (c: number) => house.bot.api.editMessageText(c, 999_999, 'x'),
    'message to edit not found',
  ],
  [
    'deleting what is not there',
    (c: number) => house.bot.api.deleteMessage(c, 999_999),
    'message to delete not found',
  ],
  [
    'a file that is not there',
    (c: number) => house.bot.api.sendDocument(c, 'nothing'),
    'wrong file identifier',
  ],
  [
    'an empty file',
    (c: number) => house.bot.api.sendDocument(c, new InputFile(new Uint8Array(), 'a.pdf')),
    'file must be non-empty',
  ],
  [
    'a caption that is too long',
    (c: number) =>
      house.bot.api.sendDocument(c, new InputFile(new Uint8Array(3), 'a.pdf'), { caption: 'x'.repeat(1025) }),
    'caption is too long',
  ],
  ['a strange query', () => house.bot.api.answerCallbackQuery('strange'), 'query is too old'],
  [
    'a command in capitals',
    () => house.bot.api.setMyCommands([{ command: 'DangKy', description: 'x' }]),
    'BOT_COMMAND_INVALID',
  ],
])('%s is refused', async (_what, call, words) => {
  const files = await house.storedFiles();
  const before = await readLatestVersion(house.db.pool, chat);
  expect(await refusal(call(chat))).toContain(words);
  expect(await readLatestVersion(house.db.pool, chat)).toBe(before);
  expect(await house.storedFiles()).toBe(files);
});

test('a method that the web chat does not have throws', async () => {
  await expect(house.bot.api.sendDice(chat, '🎲')).rejects.toThrow(HttpError);
});

test('an edit increases the version, and one that changes nothing is refused', async () => {
  const keyboard = new InlineKeyboard().text('A', 'a');
  const sent = await house.bot.api.sendMessage(chat, 'một', { reply_markup: keyboard });
  const before = await newest();
  const edited = await house.bot.api.editMessageText(chat, sent.message_id, '<i>hai</i>', {
    parse_mode: 'HTML',
    reply_markup: keyboard,
  });
  expect(edited).toMatchObject({ text: 'hai', entities: [{ type: 'italic', offset: 0, length: 3 }] });
  expect((await newest())?.version).toBeGreaterThan(before?.version ?? Number.NaN);
  expect(
    await refusal(
      house.bot.api.editMessageText(chat, sent.message_id, '<i>hai</i>', {
        parse_mode: 'HTML',
        reply_markup: keyboard,
      }),
    ),
  ).toContain('message is not modified');
  await house.bot.api.editMessageReplyMarkup(chat, sent.message_id);
  expect((await newest())?.reply_markup).toBeUndefined();
  expect(await refusal(house.bot.api.editMessageReplyMarkup(chat, sent.message_id))).toContain(
    'not modified',
  );
});

test('a deleted message loses its words', async () => {
  const sent = await house.bot.api.sendMessage(chat, 'bí mật');
  await house.bot.api.deleteMessage(chat, sent.message_id);
  const { rows } = await house.db.pool.query('SELECT message, deleted FROM web_message WHERE id = $1', [
    sent.message_id,
  ]);
  expect(rows[0]?.deleted).toBe(true);
  expect(JSON.stringify(rows[0]?.message)).not.toContain('bí mật');
  expect(await refusal(house.bot.api.editMessageText(chat, sent.message_id, 'x'))).toContain('not found');
});

test('a document keeps its name with spaces and accents, and its bytes', async () => {
  const bytes = crypto.getRandomValues(new Uint8Array(30_000));
  const sent = await house.bot.api.sendDocument(chat, new InputFile(bytes, 'Báo cáo "2021".xlsx'), {
    caption: '<b>53</b> đơn vị',
    parse_mode: 'HTML',
  });
  expect(sent.document).toMatchObject({
    file_name: 'Báo cáo _2021_.xlsx',
    file_size: 30_000,
    mime_type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
  expect(sent).toMatchObject({
    caption: '53 đơn vị',
    caption_entities: [{ type: 'bold', offset: 0, length: 2 }],
  });

  const file = await house.bot.api.getFile(sent.document.file_id);
  const { apiRoot, token } = house.channel;
  const response = await house.channel.fetch(`${apiRoot}/file/bot${token}/${file.file_path}`);
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);

  const edited = await house.bot.api.editMessageCaption(chat, sent.message_id, { caption: 'khác' });
  expect(edited).toMatchObject({ caption: 'khác', document: { file_name: 'Báo cáo _2021_.xlsx' } });
});

test('a file seen in one chat becomes a file of its own in another', async () => {
  const other = house.chats[1] ?? 0;
  const first = await house.bot.api.sendDocument(chat, new InputFile(new Uint8Array([1, 2, 3]), 'a.pdf'));
  const second = await house.bot.api.sendDocument(other, first.document.file_id);
  expect(second.document.file_id).not.toBe(first.document.file_id);
  expect(second.document).toMatchObject({ file_name: 'a.pdf', file_size: 3 });
});

test('several files make a group', async () => {
  const sent = await house.bot.api.sendMediaGroup(chat, [
    InputMediaBuilder.document(new InputFile(new Uint8Array([1]), 'mot.pdf'), { caption: 'đầu' }),
    InputMediaBuilder.document(new InputFile(new Uint8Array([2]), 'hai.pdf')),
  ]);
  expect(sent.map((one) => ('document' in one ? one.document?.file_name : ''))).toEqual([
    'mot.pdf',
    'hai.pdf',
  ]);
  const groups = new Set(sent.map((one) => ('media_group_id' in one ? one.media_group_id : undefined)));
  expect(groups.size).toBe(1);
  expect(groups.has(undefined)).toBe(false);
});

test('a picture keeps its file', async () => {
  const sent = await house.bot.api.sendPhoto(chat, new InputFile(new Uint8Array([9]), 'anh.png'), {
    caption: 'Họp',
  });
  expect(sent.photo).toHaveLength(1);
  expect(sent.caption).toBe('Họp');
});

test('a version becomes visible only after all lower ones of its chat', async () => {
  const other = await house.db.pool.connect();
  try {
    await other.query('BEGIN');
    await other.query('SELECT 1 FROM web_chat WHERE chat_id = $1 FOR UPDATE', [chat]);
    const { rows } = await other.query<{ version: number }>(
      `INSERT INTO web_message (chat_id, from_bot, message, sent_at) VALUES ($1, false, '{"date":1}', now())
       RETURNING version`,
      [chat],
    );
    let done = false;
    const sending = house.bot.api.sendMessage(chat, 'sau').finally(() => {
      done = true;
    });
    await expect
      .poll(async () => {
        const waiting = await house.db.pool.query(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        return done || waiting.rowCount === 1;
      })
      .toBe(true);
    expect(done).toBe(false);
    await other.query('COMMIT');
    await sending;
    const changed = await listChanges(house.db.pool, chat, (rows[0]?.version ?? 0) - 1, 10);
    expect(changed.map(({ version }) => version)[0]).toBe(rows[0]?.version);
    expect(changed).toHaveLength(2);
  } finally {
    other.release();
  }
});
