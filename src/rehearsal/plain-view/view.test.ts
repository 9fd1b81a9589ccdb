import { InlineKeyboard, InputFile, Keyboard } from 'grammy';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type SampleHouse, startSampleHouse } from '../../../tests/browser/sample-house.ts';
import { serverEvents } from '../../../tests/support/web-events.ts';
import { listMessagesBefore } from '../../channels/web/transcript.ts';
import { sendExpecting } from '../../drafts/expecting.ts';
import type { ChatPage } from '../../page/wire.ts';

let house: SampleHouse;
let chat: number;
beforeAll(async () => {
  house = await startSampleHouse();
  chat = house.chats[0] ?? 0;
});
afterAll(() => house.close());
afterEach(async () => {
  // A late answer would be counted as one of the next test's.
  await house.settled();
  await show(false);
  await house.bot.api.sendMessage(chat, 'Hết.', { reply_markup: { remove_keyboard: true } });
  await house.db.pool.query('DELETE FROM web_message');
  house.accepted.length = 0;
});

const key = () => crypto.randomUUID();
const post = (path: string, body: unknown) =>
  fetch(`${house.url}/api/chats/${chat}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
const show = async (plain: boolean) => expect((await post('/plain', { plain })).status).toBe(200);
const say = (text: string, as = key()) => post('/messages', { key: as, text });
const sendFile = async (name: string) => {
  const form = new FormData();
  form.append('file', new Blob(['noi dung']), name);
  const address = `${house.url}/api/chats/${chat}/files?key=${key()}&caption=Xem`;
  return fetch(address, { method: 'POST', body: form, headers: { 'x-requested-with': 'page' } });
};
const transcript = () => listMessagesBefore(house.db.pool, chat, undefined, 50);
const fromBot = async () => (await transcript()).filter((message) => message.fromBot);
const last = async () => (await fromBot()).at(-1);
const texts = async () => (await fromBot()).map(({ text, caption }) => text ?? caption);
const choice = new InlineKeyboard().text('Tập thể', 'a').text('Cá nhân', 'b');

test('buttons are numbered lines; typed text presses them and stays as typed', async () => {
  await show(true);
  await house.bot.api.sendMessage(chat, '<b>Đối tượng?</b> Xem https://vi.du/x', {
    parse_mode: 'HTML',
    reply_markup: choice,
  });
  expect(await last()).toMatchObject({
    text: 'Đối tượng? Xem https://vi.du/x\n\nGõ số để chọn:\n1. Tập thể\n2. Cá nhân',
    entities: [
      { type: 'bold', offset: 0, length: 10 },
      { type: 'url', offset: 15, length: 15 },
    ],
  });
  for (const typed of ['2', 'ca nhan', 'chào']) await say(typed);
  expect(house.accepted.map((update) => update.callback_query?.data ?? update.message?.text)).toEqual([
    'b',
    'b',
    'chào',
  ]);
  const own = (await transcript()).filter((message) => !message.fromBot);
  expect(own.map(({ text }) => text)).toEqual(['2', 'ca nhan', 'chào']);
});

test('a number typed before a newer menu came belongs to the older menu', async () => {
  await show(true);
  await house.bot.api.sendMessage(chat, 'Một?', { reply_markup: new InlineKeyboard().text('Một', 'one') });
  house.clock.set(new Date(house.clock.now().getTime() + 5));
  const as = key();
  await say('1', as);
  house.clock.set(new Date(house.clock.now().getTime() + 5));
  await house.bot.api.sendMessage(chat, 'Hai?', { reply_markup: new InlineKeyboard().text('Hai', 'two') });
  // As if the app had died between storing the message and passing it to the bot.
  const presses = () => house.accepted.map((update) => update.callback_query?.data);
  expect(presses()).toEqual(['one']);
  house.forgetsKeys();
  await say('1', as);
  await say('1');
  expect(presses()).toEqual(['one', 'one', 'two']);
  const ids = house.accepted.map(({ update_id }) => update_id);
  expect(ids[0]).toBe(ids[1]);
});

test('the same key is the same update, also when the view changes in between', async () => {
  await house.bot.api.sendMessage(chat, 'Đối tượng?', { reply_markup: choice });
  await show(true);
  const as = key();
  await Promise.all([say('1', as), say('1', as)]);
  await show(false);
  await say('1', as);
  expect(house.accepted).toHaveLength(1);
});

test('a file comes as a link that works, a picture as a picture', async () => {
  await show(true);
  const sent = await house.bot.api.sendDocument(chat, new InputFile(Buffer.from('xlsx'), 'Bao-cao.xlsx'), {
    caption: 'Tổng hợp',
  });
  const address = /http:\S+/.exec((await last())?.text ?? '')?.[0] ?? '';
  expect(address).toMatch(`${house.url}/tep/`);
  const file = await fetch(address);
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="Bao-cao\.xlsx"/);
  expect(await file.text()).toBe('xlsx');
  expect((await last())?.document).toBeUndefined();
  // The bot may send or fetch an earlier file, in either view.
  await house.bot.api.sendDocument(chat, sent.document.file_id);
  const { file_path } = await house.bot.api.getFile(sent.document.file_id);
  const { apiRoot, token, fetch: botFetch } = house.channel;
  expect(await (await botFetch(`${apiRoot}/file/bot${token}/${file_path}`)).text()).toBe('xlsx');

  await house.bot.api.sendPhoto(chat, new InputFile(Buffer.from('png'), 'tien-do.png'), {
    caption: '<b>Tiến độ</b>',
    parse_mode: 'HTML',
    reply_markup: choice,
  });
  const picture = await last();
  expect(picture).toMatchObject({
    caption: 'Tiến độ\n\nGõ số để chọn:\n1. Tập thể\n2. Cá nhân',
    caption_entities: [],
  });
  const shown = await fetch(`${house.url}/api/chats/${chat}/files/${picture?.photo?.[0]?.file_id}`);
  expect(await shown.text()).toBe('png');
});

test('a photo arrives as a photo; another file is only reported to the bot', async () => {
  await show(true);
  await sendFile('Biên bản.pdf');
  await sendFile('Ảnh.jpg');
  const [unsupported, photo] = house.accepted.map(({ message }) => message);
  expect(Object.keys(unsupported ?? {}).sort()).toEqual(['chat', 'date', 'from', 'message_id']);
  expect(photo).toMatchObject({ caption: 'Xem', photo: [{ file_size: 8 }] });
  expect((await transcript()).filter(({ fromBot }) => !fromBot)).toMatchObject([
    { document: { file_name: 'Biên bản.pdf' } },
    { photo: [{}] },
  ]);
});

test('an old page may still press a button or share a phone number', async () => {
  const asked = await house.bot.api.sendMessage(chat, 'Được mời?', {
    reply_markup: new InlineKeyboard().text('Không', 'refuse'),
  });
  await show(true);
  await post('/presses', { key: key(), message: asked.message_id, data: 'refuse' });
  await expect.poll(texts).toContain('Anh/chị vui lòng báo lại Phòng Nội vụ.');
  await post('/messages', { key: key(), phone: '0905 123 456' });
  await expect.poll(texts).toContain('Đã ghi số 0905123456.');
});

test('buttons become lines and back, and can be chosen at once on both sides', async () => {
  const asked = await house.bot.api.sendMessage(chat, 'Đối tượng?', { reply_markup: choice });
  await house.bot.api.sendMessage(chat, 'Một tin không có nút.');
  await show(true);
  expect(await texts()).toEqual([
    'Đối tượng?',
    'Một tin không có nút.',
    'Gõ số để chọn:\n1. Tập thể\n2. Cá nhân',
  ]);
  expect((await transcript()).find(({ id }) => id === asked.message_id)).not.toHaveProperty('reply_markup');
  await say('1');
  await show(false);
  expect(await last()).toMatchObject({
    text: 'Đã trở lại cách xem có nút bấm. Anh/chị chọn tiếp:',
    reply_markup: {
      inline_keyboard: [[{ text: 'Tập thể', callback_data: 'a' }], [{ text: 'Cá nhân', callback_data: 'b' }]],
    },
  });
  // Numbers press nothing now.
  await say('1');
  const [first, second] = house.accepted;
  expect([first?.callback_query?.data, second?.message?.text]).toEqual(['a', '1']);
});

test('switching to the same view sends nothing', async () => {
  await house.bot.api.sendMessage(chat, 'Đối tượng?', { reply_markup: choice });
  await show(false);
  await show(true);
  await show(true);
  expect(await texts()).toHaveLength(2);
});

test('a question for a number keeps its digits, one for files its page, in every view', async () => {
  const back = { reply_markup: new InlineKeyboard().text('Quay lại', 'back') };
  await sendExpecting({ number: true }, () => house.bot.api.sendMessage(chat, 'Số người?', back));
  // A nudge comes in between: it is not a question.
  await house.bot.api.sendMessage(chat, 'Còn 3 ngày.', {
    reply_markup: new InlineKeyboard().text('Đã rõ', 'seen'),
  });
  await show(true);
  expect((await last())?.text).toBe('Gõ câu trả lời, hoặc gõ chữ cái để chọn:\nA. Đã rõ');
  await show(false);
  await show(true);
  expect((await last())?.text).toBe('Gõ câu trả lời, hoặc gõ chữ cái để chọn:\nA. Đã rõ');
  await show(false);

  const files = { draftId: 1, rev: 1, max: 10, arrived: 'x' };
  await sendExpecting({ number: false, files }, () => house.bot.api.sendMessage(chat, 'Minh chứng?', back));
  await show(true);
  expect((await last())?.text).toMatch(
    new RegExp(`trang này.*:\\s+${house.url}/tai-len/\\S+\\n\\nGõ số để chọn:\\n1\\. Quay lại$`),
  );
});

test('a reply keyboard moves too, and does not come back by itself', async () => {
  await house.bot.api.sendMessage(chat, 'Số điện thoại?', {
    reply_markup: new Keyboard().requestContact('Chia sẻ số').row().text('Bỏ qua'),
  });
  await show(true);
  expect((await last())?.text).toMatch(/A\. Bỏ qua$/);
  await say('a');
  expect(house.accepted[0]?.message?.text).toBe('Bỏ qua');
  await show(false);
  expect((await last())?.reply_markup).toMatchObject({ keyboard: [[{ text: 'Bỏ qua' }]] });
  await show(true);
  await house.bot.api.sendMessage(chat, 'Đã xong.', { reply_markup: { remove_keyboard: true } });
  await show(false);
  expect((await last())?.reply_markup).toEqual({ remove_keyboard: true });
});

test('every open page of the chat is told, and a page opened later knows', async () => {
  const page = async (): Promise<ChatPage> =>
    JSON.parse(await (await fetch(`${house.url}/api/chats/${chat}/messages`)).text());
  expect((await page()).plain).toBe(false);
  const leave = new AbortController();
  const heard: string[] = [];
  const events = serverEvents(`${house.url}/api/chats/${chat}/events`, { signal: leave.signal });
  for await (const { event, data } of events) {
    if (event !== 'plain') continue;
    heard.push(data);
    if (heard.length === 1) await show(true);
    if (heard.length === 2) await show(false);
    if (heard.length === 3) break;
  }
  leave.abort();
  expect(heard).toEqual(['false', 'true', 'false']);
});

test("other chats, and the bot's rights there, stay unchanged", async () => {
  await show(true);
  const other = house.chats[1] ?? 0;
  await house.bot.api.sendMessage(other, 'Đối tượng?', { reply_markup: choice });
  const [message] = await listMessagesBefore(house.db.pool, other, undefined, 1);
  expect(message).toMatchObject({ text: 'Đối tượng?', reply_markup: choice });
  const can = await Promise.all([chat, other].map((one) => house.channel.capabilitiesIn?.(one)));
  expect(can.map((one) => one?.buttons)).toEqual([false, true]);
});

test.each([[{ plain: 'yes' }], [{}]])('%j is refused', async (body) => {
  expect((await post('/plain', body)).status).toBe(400);
});

test('in production the view does not exist', async () => {
  const production = await startSampleHouse({ production: {} });
  try {
    const address = `${production.url}/api/chats/${production.chats[0]}/plain`;
    const headers = { 'content-type': 'application/json', origin: production.url };
    const response = await fetch(address, { method: 'POST', body: '{"plain":true}', headers });
    expect(response.status).toBe(404);
    expect(production.channel.capabilitiesIn).toBeUndefined();
  } finally {
    await production.close();
  }
});
