import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTelegramStandIn, type TelegramStandIn } from './start.ts';

const ana = 5_123_456_789;
let standIn: TelegramStandIn;
/** A message of the bot with two buttons. */
let sent: number;

beforeEach(async () => {
  standIn = await startTelegramStandIn();
  await standIn.person({ name: 'Ana', id: ana }).says('/start');
  const { result } = await call('sendMessage', {
    chat_id: ana,
    text: 'Đối tượng?',
    reply_markup: inline({ text: 'Tập thể', callback_data: 'c' }, { text: 'Cá nhân', callback_data: 'i' }),
  });
  sent = result.message_id;
});
afterEach(() => standIn.close());

function inline(...buttons: object[]) {
  return { inline_keyboard: [buttons] };
}

async function call(method: string, params: object, headers: Record<string, string> = {}) {
  const response = await fetch(`${standIn.url}/bot${standIn.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(params),
  });
  const answer = JSON.parse(await response.text());
  expect(answer.ok).toBe(response.status === 200);
  return { status: response.status, ...answer };
}

describe('calls that are mistakes', () => {
  const to = { chat_id: ana };
  const text = { ...to, text: 'a' };
  const cases: [title: string, method: string, params: () => object, status: number, why: string][] = [
    ['a missing parameter', 'sendMessage', () => to, 400, 'text: is missing'],
    ['no text', 'sendMessage', () => ({ ...to, text: ' \n' }), 400, 'message text is empty'],
    [
      'only tags',
      'sendMessage',
      () => ({ ...to, text: '<b> </b>', parse_mode: 'HTML' }),
      400,
      'message text is empty',
    ],
    ['a text too long', 'sendMessage', () => ({ ...to, text: 'ạ'.repeat(4097) }), 400, 'message is too long'],
    [
      'an open tag',
      'sendMessage',
      () => ({ ...to, text: '<b>a', parse_mode: 'HTML' }),
      400,
      "can't parse entities",
    ],
    [
      'an unknown parse mode',
      'sendMessage',
      () => ({ ...text, parse_mode: 'BB' }),
      400,
      'unsupported parse_mode',
    ],
    [
      'a parse mode not read here',
      'sendMessage',
      () => ({ ...text, parse_mode: 'MarkdownV2' }),
      501,
      'does not read',
    ],
    [
      'callback data of 65 bytes',
      'sendMessage',
      () => ({ ...text, reply_markup: inline({ text: 'a', callback_data: `${'ế'.repeat(21)}xx` }) }),
      400,
      'BUTTON_DATA_INVALID',
    ],
    [
      'empty callback data',
      'sendMessage',
      () => ({ ...text, reply_markup: inline({ text: 'a', callback_data: '' }) }),
      400,
      'BUTTON_DATA_INVALID',
    ],
    [
      'a button that does nothing',
      'sendMessage',
      () => ({ ...text, reply_markup: inline({ text: 'a' }) }),
      400,
      'Text buttons are unallowed',
    ],
    [
      'a button that does two things',
      'sendMessage',
      () => ({ ...text, reply_markup: inline({ text: 'a', callback_data: 'a', url: 'https://a.vn' }) }),
      400,
      'several things',
    ],
    [
      'a button without words',
      'sendMessage',
      () => ({ ...text, reply_markup: inline({ text: '', callback_data: 'a' }) }),
      400,
      'no text',
    ],
    [
      'a button to nowhere',
      'sendMessage',
      () => ({ ...text, reply_markup: inline({ text: 'a', url: 'trang này' }) }),
      400,
      'is invalid',
    ],
    [
      'no buttons',
      'sendMessage',
      () => ({ ...text, reply_markup: { inline_keyboard: [] } }),
      400,
      'keyboard is empty',
    ],
    [
      'an empty row',
      'sendMessage',
      () => ({ ...text, reply_markup: { inline_keyboard: [[]] } }),
      400,
      'keyboard is empty',
    ],
    [
      'an empty reply keyboard',
      'sendMessage',
      () => ({ ...text, reply_markup: { keyboard: [] } }),
      400,
      'keyboard is empty',
    ],
    [
      '101 buttons',
      'sendMessage',
      () => ({ ...text, reply_markup: inline(...Array(101).fill({ text: 'a', callback_data: 'a' })) }),
      400,
      'too long',
    ],
    [
      'a caption too long',
      'sendDocument',
      () => ({ ...to, document: 'x', caption: 'a'.repeat(1025) }),
      400,
      'caption is too long',
    ],
    [
      'a file from an address',
      'sendDocument',
      () => ({ ...to, document: 'https://a.vn/a.pdf' }),
      501,
      'does not know a file to be fetched',
    ],
    [
      'an action that does not exist',
      'sendChatAction',
      () => ({ ...to, action: 'thinking' }),
      400,
      'wrong parameter action',
    ],
    [
      'a command with capitals',
      'setMyCommands',
      () => ({ commands: [{ command: 'DangKy', description: 'a' }] }),
      400,
      'BOT_COMMAND_INVALID',
    ],
    [
      'a command without words',
      'setMyCommands',
      () => ({ commands: [{ command: 'a', description: '' }] }),
      400,
      'BOT_COMMAND_DESCRIPTION_INVALID',
    ],
    ['a webhook without https', 'setWebhook', () => ({ url: 'http://a.vn/x' }), 400, 'bad webhook'],
    [
      'a secret with spaces',
      'setWebhook',
      () => ({ url: 'https://a.vn', secret_token: 'a b' }),
      400,
      'secret_token',
    ],
    ['a limit out of range', 'getUpdates', () => ({ limit: 101 }), 400, 'limit'],
    [
      'a toast too long',
      'answerCallbackQuery',
      () => ({ callback_query_id: '1', text: 'a'.repeat(201) }),
      400,
      'MESSAGE_TOO_LONG',
    ],
    [
      'an album of one',
      'sendMediaGroup',
      () => ({ ...to, media: [{ type: 'document', media: 'x' }] }),
      400,
      '2 to 10 files',
    ],
    [
      'a mixed album',
      'sendMediaGroup',
      () => ({
        ...to,
        media: [
          { type: 'document', media: 'x' },
          { type: 'photo', media: 'y' },
        ],
      }),
      400,
      'grouped with documents only',
    ],
    ['a method not known here', 'sendDice', () => to, 501, 'does not know the method sendDice'],
    ['a method that does not exist', 'sendLove', () => to, 404, 'Not Found'],
  ];
  test.each(cases)('%s', async (_title, method, params, status, why) => {
    const answer = await call(method, params());
    expect(answer).toMatchObject({ status, ok: false, error_code: status });
    expect(answer.description).toContain(why);
    expect(standIn.violations).toEqual([`${method}: ${answer.description}`]);
  });
});

describe('calls that can happen to any bot', () => {
  const cases: [title: string, method: string, params: () => object, status: number, why: string][] = [
    ['no such chat', 'sendMessage', () => ({ chat_id: 7, text: 'a' }), 400, 'Bad Request: chat not found'],
    [
      'no such message to edit',
      'editMessageText',
      () => ({ chat_id: ana, message_id: 9999, text: 'a' }),
      400,
      'Bad Request: message to edit not found',
    ],
    [
      "the person's own message",
      'editMessageText',
      () => ({ chat_id: ana, message_id: sent - 1, text: 'a' }),
      400,
      "Bad Request: message can't be edited",
    ],
    [
      'nothing to change',
      'editMessageText',
      () => ({
        chat_id: ana,
        message_id: sent,
        text: ' Đối tượng? ',
        reply_markup: inline(
          { text: 'Tập thể', callback_data: 'c' },
          { text: 'Cá nhân', callback_data: 'i' },
        ),
      }),
      400,
      'Bad Request: message is not modified: specified new message content',
    ],
    [
      'no buttons to change',
      'editMessageReplyMarkup',
      () => ({
        chat_id: ana,
        message_id: sent,
        reply_markup: inline(
          { text: 'Tập thể', callback_data: 'c' },
          { text: 'Cá nhân', callback_data: 'i' },
        ),
      }),
      400,
      'message is not modified',
    ],
    [
      'a caption of a text',
      'editMessageCaption',
      () => ({ chat_id: ana, message_id: sent, caption: 'a' }),
      400,
      'there is no caption in the message to edit',
    ],
    [
      'no such message to delete',
      'deleteMessage',
      () => ({ chat_id: ana, message_id: 9999 }),
      400,
      'message to delete not found',
    ],
    [
      'no such message to reply to',
      'sendMessage',
      () => ({ chat_id: ana, text: 'a', reply_parameters: { message_id: 9999 } }),
      400,
      'message to be replied not found',
    ],
    [
      'no such button pressed',
      'answerCallbackQuery',
      () => ({ callback_query_id: '1' }),
      400,
      'query is too old and response timeout expired or query ID is invalid',
    ],
    [
      'no such file',
      'getFile',
      () => ({ file_id: 'x' }),
      400,
      'wrong file_id or the file is temporarily unavailable',
    ],
    ['no such file to send', 'sendDocument', () => ({ chat_id: ana, document: 'x' }), 400, 'wrong file_id'],
  ];
  test.each(cases)('%s', async (_title, method, params, status, why) => {
    const answer = await call(method, params());
    expect(answer).toMatchObject({ status, ok: false, error_code: status });
    expect(answer.description).toContain(why);
    expect(standIn.violations).toEqual([]);
  });

  test('a person who never pressed start', async () => {
    const shy = standIn.person({ name: 'Bình' });
    expect(await call('sendMessage', { chat_id: shy.id, text: 'a' })).toMatchObject({
      status: 403,
      description: "Forbidden: bot can't initiate conversation with a user",
    });
  });
});

describe('correct calls', () => {
  test.each([
    ['the longest text', 'sendMessage', () => ({ chat_id: ana, text: 'a'.repeat(4096) })],
    [
      'a text that is short once parsed',
      'sendMessage',
      () => ({ chat_id: ana, text: `<b>${'&amp;'.repeat(4096)}</b>`, parse_mode: 'HTML' }),
    ],
    [
      '64 bytes of callback data',
      'sendMessage',
      () => ({
        chat_id: ana,
        text: 'a',
        reply_markup: inline({ text: 'a', callback_data: `${'ế'.repeat(21)}x` }),
      }),
    ],
    ['buttons taken away by an edit', 'editMessageReplyMarkup', () => ({ chat_id: ana, message_id: sent })],
    [
      'buttons emptied by an edit',
      'editMessageReplyMarkup',
      () => ({ chat_id: ana, message_id: sent, reply_markup: { inline_keyboard: [] } }),
    ],
    [
      'an edit that leaves the buttons out',
      'editMessageText',
      () => ({ chat_id: ana, message_id: sent, text: 'Đối tượng?' }),
    ],
    [
      'a reply that may be lost',
      'sendMessage',
      () => ({
        chat_id: ana,
        text: 'a',
        reply_parameters: { message_id: 9999, allow_sending_without_reply: true },
      }),
    ],
    ['a reply', 'sendMessage', () => ({ chat_id: ana, text: 'a', reply_parameters: { message_id: sent } })],
    ['typing', 'sendChatAction', () => ({ chat_id: ana, action: 'upload_document' })],
    ['the menu button', 'setChatMenuButton', () => ({ chat_id: ana, menu_button: { type: 'commands' } })],
    ['a description', 'setMyDescription', () => ({ description: 'Đăng ký điển hình', language_code: 'vi' })],
    ['the menu button back', 'getChatMenuButton', () => ({})],
    ['the name', 'getMyName', () => ({})],
    ['the webhook', 'getWebhookInfo', () => ({})],
  ])('%s', async (_title, method, params) => {
    expect(await call(method, params())).toMatchObject({ status: 200, ok: true });
    expect(standIn.violations).toEqual([]);
  });
});

describe('the formats of a call', () => {
  const at = (method: string, query = '') => `${standIn.url}/bot${standIn.token}/${method}${query}`;
  const person = () => standIn.person({ name: 'Ana', id: ana });

  test('in the address', async () => {
    expect((await fetch(at('sendMessage', `?chat_id=${ana}&text=Ch%C3%A0o`))).status).toBe(200);
    await person().sees('Chào');
  });

  test('as a form, with objects written as JSON', async () => {
    const body = new URLSearchParams({
      chat_id: String(ana),
      text: 'Chào',
      disable_notification: 'true',
      reply_markup: JSON.stringify(inline({ text: 'Đúng', callback_data: 'y' })),
    });
    expect((await fetch(at('sendMessage'), { method: 'POST', body })).status).toBe(200);
    expect((await person().sees('Chào')).buttons).toEqual(['Đúng']);
  });

  test('as a form that is wrong', async () => {
    const body = new URLSearchParams({ chat_id: String(ana), text: 'a', reply_markup: '{' });
    expect((await fetch(at('sendMessage'), { method: 'POST', body })).status).toBe(400);
    expect(standIn.violations).toEqual([
      "sendMessage: Bad Request: can't parse reply_markup: it is not JSON",
    ]);
  });

  test('as multipart, with a file in place of the parameter', async () => {
    const body = new FormData();
    body.set('chat_id', String(ana));
    body.set('document', new Blob(['abc']), 'bao-cao.csv');
    expect((await fetch(at('sendDocument'), { method: 'POST', body })).status).toBe(200);
    const file = await person().receivesFile('bao-cao.csv');
    expect(Buffer.from(file.bytes).toString()).toBe('abc');
  });

  test('with an empty file', async () => {
    const body = new FormData();
    body.set('chat_id', String(ana));
    body.set('document', new Blob([]), 'a.csv');
    expect((await fetch(at('sendDocument'), { method: 'POST', body })).status).toBe(400);
    expect(standIn.violations).toEqual(['sendDocument: Bad Request: file must be non-empty']);
  });

  test('with broken JSON', async () => {
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(at('sendMessage'), { method: 'POST', headers, body: '{' })).status).toBe(400);
    expect(standIn.violations).toHaveLength(1);
  });

  test.each([
    ['another token', '/bot1:wrong/getMe', 401],
    ['another token for a file', '/file/bot1:wrong/documents/file_1.pdf', 401],
    ['no method', '/bot', 404],
    ['anything else', '/', 404],
  ])('with %s', async (_title, path, status) => {
    const response = await fetch(standIn.url + path);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ ok: false, error_code: status });
  });
});

test('records each call with its time of arrival and its answer', async () => {
  await call('sendMessage', { chat_id: ana, text: 'một' });
  await call('sendMessage', { chat_id: ana, text: 'hai' });
  const [first, second] = standIn.calls.slice(-2);
  expect(first).toMatchObject({ method: 'sendMessage', params: { text: 'một' }, answered: { status: 200 } });
  expect(second?.at).toBeGreaterThan(first?.at ?? Number.POSITIVE_INFINITY);
});

test('a photo cannot be loaded by the id of its small size, nor as a document', async () => {
  const person = standIn.person({ name: 'Ana', id: ana });
  await person.sendsFile('a.jpg', Buffer.from('jpeg'), { photo: true, caption: 'Họp' });
  const { result } = await call('getUpdates', {});
  const { message } = result.at(-1);
  expect(message.caption).toBe('Họp');
  const [small, large] = message.photo;
  expect((await call('getFile', { file_id: small.file_id })).status).toBe(400);
  expect((await call('getFile', { file_id: large.file_id })).result.file_path).toBe('photos/file_1.jpg');
  expect((await call('sendDocument', { chat_id: ana, document: large.file_id })).description).toContain(
    "can't use file",
  );
});

test('a file above 20 MB cannot be downloaded', async () => {
  const person = standIn.person({ name: 'Ana', id: ana });
  await person.sendsFile('phim.pdf', Buffer.alloc(20 * 1024 * 1024 + 1, 1));
  const { result } = await call('getUpdates', {});
  const answer = await call('getFile', { file_id: result.at(-1).message.document.file_id });
  expect(answer).toMatchObject({ status: 400, description: 'Bad Request: file is too big' });
});

test('commands are shown by the narrowest scope, then by language', async () => {
  const person = standIn.person({ name: 'Ana', id: ana });
  const set = (command: string, extra: object) =>
    call('setMyCommands', { commands: [{ command, description: 'x' }], ...extra });
  await set('macdinh', {});
  expect(person.commandMenu()).toEqual(['macdinh']);
  await set('rieng', { scope: { type: 'all_private_chats' } });
  await set('tiengviet', { scope: { type: 'all_private_chats' }, language_code: 'vi' });
  expect(person.commandMenu()).toEqual(['tiengviet']);
  await set('canbo', { scope: { type: 'chat', chat_id: ana } });
  expect(person.commandMenu()).toEqual(['canbo']);
  expect((await call('getMyCommands', { scope: { type: 'chat', chat_id: ana } })).result).toEqual([
    { command: 'canbo', description: 'x' },
  ]);
  await call('deleteMyCommands', { scope: { type: 'chat', chat_id: ana } });
  expect(person.commandMenu()).toEqual(['tiengviet']);
});
