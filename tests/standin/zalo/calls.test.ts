import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ZaloPerson } from '../../support/zalo-person.ts';
import { call } from './call.ts';
import { startZaloStandIn, type ZaloStandIn } from './start.ts';

let standIn: ZaloStandIn;
let person: ZaloPerson;
beforeEach(async () => {
  standIn = await startZaloStandIn();
  person = standIn.person({ name: 'Ana' });
  await person.says('chào');
});
afterEach(() => standIn.close());

/** Puts a title before a case; long texts cut short. */
function titled<C extends [method: string, params: object | undefined, expected: unknown]>(given: C) {
  return [`${given[0]} ${JSON.stringify(given[1] ?? null).slice(0, 80)}`, ...given] as const;
}

const hex20 = expect.stringMatching(/^[0-9a-f]{20}$/);
const ok = (result: unknown) => ({ ok: true, result });
const sent = ok({ message_id: hex20, date: expect.any(Number) });

describe('answers', () => {
  const cases: [method: string, params: object | undefined, body: unknown][] = [
    [
      'getMe',
      undefined,
      ok({
        id: '1459232241454765289',
        account_name: 'bot.DienHinh',
        account_type: 'BASIC',
        can_join_groups: false,
      }),
    ],
    ['getMe', {}, ok(expect.anything())],
    ['getWebhookInfo', {}, ok({ url: '', updated_at: expect.any(Number) })],
    ['deleteWebhook', {}, ok({ url: '', updated_at: expect.any(Number) })],
    ['sendMessage', { text: 'a'.repeat(2000) }, sent],
    ['sendMessage', { text: '<b>Xã Glar</b>', parse_mode: 'html' }, sent],
    ['sendMessage', { text: 'Xã Glar', text_styles: [{ start: 0, len: 7, st: ['b', 'c_db342e'] }] }, sent],
    ['sendSticker', { sticker: 'bfe458bf64fa8da4d4eb' }, sent],
    ['sendVoice', { voice_url: 'https://example.com/a.aac' }, sent],
    ['sendChatAction', { action: 'typing' }, { ok: true }],
  ];
  test.each(cases.map(titled))('%s', async (_, method, params, body) => {
    const chat = method.startsWith('send') ? { chat_id: person.id } : {};
    const answered = await call(standIn, method, params && { ...chat, ...params });
    expect(answered).toEqual({ status: 200, body });
    expect(standIn.violations).toEqual([]);
  });

  test('the id of the bot is larger than a number can hold', () => {
    expect(Number.isSafeInteger(Number(standIn.botId))).toBe(false);
  });
});

describe('calls that no correct bot makes', () => {
  const send = { text: 'Chào' };
  const cases: [method: string, params: object, code: number][] = [
    ['sendDocument', send, 400],
    ['getme', {}, 400],
    ['editMessageText', send, 400],
    ['constructor', {}, 400],
    ['getMe', { a: 1 }, 400],
    ['getUpdates', { offset: 1 }, 400],
    ['getUpdates', { timeout: -1 }, 400],
    ['sendMessage', {}, 400],
    ['sendMessage', { text: '' }, 400],
    ['sendMessage', { text: ' \n' }, 400],
    ['sendMessage', { text: 'a'.repeat(2001) }, 400],
    ['sendMessage', { text: `<b>${'a'.repeat(1994)}</b>`, parse_mode: 'html' }, 400],
    ['sendMessage', { text: 7 }, 400],
    ['sendMessage', { ...send, reply_markup: { inline_keyboard: [] } }, 400],
    ['sendMessage', { ...send, parse_mode: 'HTML' }, 400],
    ['sendMessage', { text: '<b>Chào', parse_mode: 'html' }, 400],
    ['sendMessage', { text: '<b>Chào</b>' }, 400],
    ['sendMessage', { ...send, text_styles: [{ start: 0, len: 5, st: ['b'] }] }, 400],
    ['sendMessage', { ...send, text_styles: [{ start: 0, len: 4, st: ['bold'] }] }, 400],
    ['sendMessage', { ...send, chat_id: 12345 }, 400],
    ['sendMessage', { ...send, chat_id: '12345' }, 400],
    ['sendMessage', { ...send, chat_id: '0123456789abcdef0123' }, 404],
    ['sendPhoto', { photo: 'anh.png' }, 400],
    ['sendPhoto', { photo: 'https://example.com/a.png', caption: 'a'.repeat(2001) }, 400],
    ['sendVoice', { voice_url: 'https://example.com/a.mp3' }, 400],
    ['sendChatAction', { action: 'upload_photo' }, 400],
    ['setWebhook', { url: 'https://example.com/zalo' }, 400],
    ['setWebhook', { url: 'https://example.com/zalo', secret_token: '1234567' }, 400],
    ['setWebhook', { url: 'https://example.com/zalo', secret_token: 'a'.repeat(257) }, 400],
    ['setWebhook', { url: 'http://example.com/zalo', secret_token: '12345678' }, 400],
  ];
  test.each(cases.map(titled))('%s', async (_, method, params, code) => {
    const chat = method.startsWith('send') ? { chat_id: person.id } : {};
    const { body } = await call(standIn, method, { ...chat, ...params });
    expect(body).toEqual({ ok: false, error_code: code, description: expect.any(String) });
    expect(standIn.violations).toHaveLength(1);
    expect(await person.transcript()).toHaveLength(1);
  });

  test('GET, a form, an array, a broken body, an unknown path', async () => {
    const address = `${standIn.url}/bot${standIn.token}/getMe`;
    await fetch(address);
    await fetch(address, { method: 'POST', body: new URLSearchParams({ a: '1' }) });
    await call(standIn, 'getMe', []);
    await fetch(address, { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } });
    await fetch(`${standIn.url}/getMe`, { method: 'POST' });
    expect(standIn.violations).toHaveLength(5);
  });

  test('a chat in which no person has written yet', async () => {
    const silent = standIn.person({ name: 'Bia' });
    expect(await call(standIn, 'sendMessage', { chat_id: silent.id, text: 'Chào' })).toMatchObject({
      body: { ok: false, error_code: 404 },
    });
    expect(standIn.violations).toHaveLength(1);
  });
});

test('a wrong token', async () => {
  const answered = await call({ url: standIn.url, token: '1:wrong' }, 'getMe');
  expect(answered.body).toMatchObject({ ok: false, error_code: 401 });
});

test('the status means nothing: refusals come with 200 in turn', async () => {
  await call(standIn, 'getUpdates', { timeout: 0 });
  const statuses = [];
  for (let i = 0; i < 4; i += 1) statuses.push((await call(standIn, 'getUpdates', { timeout: 0 })).status);
  expect(statuses).toEqual([200, 408, 200, 408]);
});
