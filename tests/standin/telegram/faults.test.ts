import { Bot, GrammyError, HttpError } from 'grammy';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TelegramPerson } from '../../support/telegram-person.ts';
import type { FaultAnswer } from './faults.ts';
import { startTelegramStandIn, type TelegramStandIn } from './start.ts';

let standIn: TelegramStandIn;
let bot: Bot;
let person: TelegramPerson;
beforeEach(async () => {
  standIn = await startTelegramStandIn();
  bot = new Bot(standIn.token, { client: { apiRoot: standIn.url } });
  person = standIn.person({ name: 'Ana' });
  await person.says('/start');
});
afterEach(() => standIn.close());

const send = () => bot.api.sendMessage(person.id, 'Chào').catch((error: unknown) => error);
const shownTexts = async () => (await person.transcript()).map(({ text }) => text);

describe('answers that say what is wrong', () => {
  const cases: [answer: FaultAnswer, expected: object][] = [
    [
      { status: 429, retryAfter: 7 },
      { error_code: 429, parameters: { retry_after: 7 } },
    ],
    [403, { error_code: 403, description: 'Forbidden: bot was blocked by the user' }],
    [401, { error_code: 401, description: 'Unauthorized' }],
    [500, { error_code: 500, description: 'Internal Server Error' }],
  ];
  test.each(cases)('%o', async (answer, expected) => {
    standIn.failNext({ answer });
    const error = await send();
    expect(error).toBeInstanceOf(GrammyError);
    expect(error).toMatchObject(expected);
    expect(await send()).toMatchObject({ text: 'Chào' });
    expect(await shownTexts()).toEqual(['/start', 'Chào']);
    expect(standIn.violations).toEqual([]);
  });
});

describe('answers that are not answers of the Bot API', () => {
  const cases: [answer: FaultAnswer, shown: string[]][] = [
    [502, ['/start']],
    ['drop', ['/start']],
    ['lost', ['/start', 'Chào']],
  ];
  test.each(cases)('%s', async (answer, shown) => {
    standIn.failNext({ answer });
    expect(await send()).toBeInstanceOf(HttpError);
    expect(await shownTexts()).toEqual(shown);
  });

  test('hang, until the client gives up', async () => {
    standIn.failNext({ answer: 'hang' });
    const giveUp = new AbortController();
    const address = `${standIn.url}/bot${standIn.token}/sendMessage?chat_id=${person.id}&text=a`;
    const given = fetch(address, { signal: giveUp.signal }).catch((error: unknown) => error);
    await expect.poll(() => standIn.calls.length).toBe(1);
    expect(standIn.calls[0]?.answered).toBeUndefined();
    giveUp.abort();
    expect(await given).toMatchObject({ name: 'AbortError' });
    await standIn.answered((call) => call.answered?.body === 'hang');
    expect(await shownTexts()).toEqual(['/start']);
  });

  test('hang, until the stand-in closes', async () => {
    standIn.failNext({ answer: 'hang' });
    const given = send();
    await expect.poll(() => standIn.calls.length).toBe(1);
    await standIn.close();
    expect(await given).toBeInstanceOf(HttpError);
    standIn = await startTelegramStandIn();
  });
});

test('hits only matching calls, the given number of times', async () => {
  const other = standIn.person({ name: 'Bình' });
  await other.says('/start');
  standIn.failNext({ method: 'sendMessage', chat: person.id, times: 2, answer: 500 });
  expect(await bot.api.sendMessage(other.id, 'a')).toMatchObject({ text: 'a' });
  expect(await bot.api.sendChatAction(person.id, 'typing')).toBe(true);
  expect(await send()).toMatchObject({ error_code: 500 });
  expect(await send()).toMatchObject({ error_code: 500 });
  expect(await send()).toMatchObject({ text: 'Chào' });
});

test('a download can fail too', async () => {
  await person.sendsFile('a.pdf', Buffer.from('abc'));
  const [, update] = await bot.api.getUpdates();
  const { file_path } = await bot.api.getFile(update?.message?.document?.file_id ?? '');
  const address = `${standIn.url}/file/bot${standIn.token}/${file_path}`;
  standIn.failNext({ method: 'file', answer: 502 });
  expect((await fetch(address)).status).toBe(502);
  expect(await (await fetch(address)).text()).toBe('abc');
});

test('a person who blocked the bot cannot be reached until they unblock it', async () => {
  person.blocks();
  expect(await send()).toMatchObject({
    error_code: 403,
    description: 'Forbidden: bot was blocked by the user',
  });
  await expect(person.says('a')).rejects.toThrow('blocked');
  person.unblocks();
  expect(await send()).toMatchObject({ text: 'Chào' });
});
