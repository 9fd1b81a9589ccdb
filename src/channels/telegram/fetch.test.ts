import { Api, InputFile } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultAnswer } from '../../../tests/standin/telegram/faults.ts';
import { startTelegramStandIn, type TelegramStandIn } from '../../../tests/standin/telegram/start.ts';
import type { TelegramPerson } from '../../../tests/support/telegram-person.ts';
import { createLog } from '../../log.ts';
import { createTelegramFetch } from './fetch.ts';

let telegram: TelegramStandIn;
let person: TelegramPerson;
let api: Api;
const lines: string[] = [];
const noLimits = { all: 10_000, perChat: 10_000 };
/** Nothing is given up on a busy machine, except what a test lets hang. */
const patient = { call: 60_000, upload: 60_000, poll: 60_000 };
const hasty = { call: 2000, upload: 2000, poll: 2000 };
const log = () => createLog('trace', { write: (line) => lines.push(line) });
beforeEach(async () => {
  telegram = await startTelegramStandIn();
  lines.length = 0;
  api = apiWith(patient);
  person = telegram.person({ name: 'Lan' });
  await person.says('/start');
});
afterEach(() => telegram.close());

function apiWith(timeouts: typeof patient): Api {
  const fetch = createTelegramFetch(noLimits, log(), timeouts);
  return new Api(telegram.token, { apiRoot: telegram.url, fetch: fetch as never });
}

const texts = async () =>
  (await person.transcript()).filter(({ fromBot }) => fromBot).map(({ text }) => text);
const statuses = () => telegram.calls.map(({ answered }) => answered?.status);

describe('a message', () => {
  it.each<[about: string, answer: FaultAnswer]>([
    ['not answered in time', 'hang'],
    ['lost with its connection', 'lost'],
    ['cut off before it was read', 'drop'],
    ["answered by a gateway's page", 502],
  ])('%s is not sent again here: 408, whose words do not hold the token', async (_about, answer) => {
    if (answer === 'hang') api = apiWith(hasty);
    telegram.failNext({ method: 'sendMessage', answer });
    const error: unknown = await api.sendMessage(person.id, 'Chào').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ error_code: 408 });
    expect(telegram.calls).toHaveLength(1);
    const told = [String(error), ...lines].join('');
    expect(told).not.toContain(telegram.token);
    expect(told).toMatch(/telegram did not answer/);
  });

  it('that Telegram reports as not done is tried again', async () => {
    telegram.failNext({ method: 'sendMessage', answer: 500 });
    await api.sendMessage(person.id, 'Chào');
    expect(await texts()).toEqual(['Chào']);
    expect(statuses()).toEqual([500, 200]);
  });

  it('that Telegram has not done after four attempts is left to the caller', async () => {
    telegram.failNext({ method: 'sendMessage', answer: 500, times: 10 });
    await expect(api.sendMessage(person.id, 'Chào')).rejects.toMatchObject({ error_code: 500 });
    expect(telegram.calls).toHaveLength(4);
  });

  it('to an unreachable Telegram is tried four times, and reported as not sent', async () => {
    await telegram.close();
    const error: unknown = await api.sendMessage(person.id, 'Chào').catch((thrown: unknown) => thrown);
    expect(String(error)).toMatch(/Network request for 'sendMessage' failed/);
    expect(lines.filter((line) => line.includes('ECONNREFUSED'))).toHaveLength(4);
  });

  it('that carries a file is sent whole at every attempt', async () => {
    telegram.failNext({ method: 'sendDocument', answer: 500 });
    const bytes = Buffer.from('%PDF-1.4 biên bản');
    await api.sendDocument(person.id, new InputFile(bytes, 'bien-ban.pdf'));
    expect(Buffer.from((await person.receivesFile('bien-ban.pdf')).bytes)).toEqual(bytes);
    expect(statuses()).toEqual([500, 200]);
  });

  it.each([
    [400, 'chat not found', -1],
    [403, 'blocked', undefined],
  ])('that is refused with %s is not tried again', async (status, words, chat) => {
    if (status === 403) telegram.failNext({ method: 'sendMessage', answer: 403 });
    await expect(api.sendMessage(chat ?? person.id, 'Chào')).rejects.toThrow(words);
    expect(telegram.calls).toHaveLength(1);
  });

  it('ends when the caller no longer waits', async () => {
    telegram.failNext({ method: 'sendMessage', answer: 'hang', times: 10 });
    const leaving = new AbortController();
    const sent = api.sendMessage(person.id, 'Chào', {}, leaving.signal as never);
    await expect.poll(() => telegram.calls.length).toBe(1);
    leaving.abort();
    await expect(sent).rejects.toThrow();
    expect(telegram.calls).toHaveLength(1);
  });
});

describe('a call that sends nothing', () => {
  it.each<[about: string, answer: FaultAnswer]>([
    ['not answered in time', 'hang'],
    ['lost with its connection', 'lost'],
    ["answered by a gateway's page", 502],
    ['refused with an error of theirs', 500],
  ])('%s is tried again: doing it twice changes nothing', async (_about, answer) => {
    if (answer === 'hang') api = apiWith(hasty);
    telegram.failNext({ method: 'sendChatAction', answer, times: 2 });
    await api.sendChatAction(person.id, 'typing');
    expect(telegram.calls).toHaveLength(3);
  });

  it('is given up after four attempts', async () => {
    telegram.failNext({ method: 'sendChatAction', answer: 'drop', times: 10 });
    await expect(api.sendChatAction(person.id, 'typing')).rejects.toThrow('Network request');
    expect(telegram.calls).toHaveLength(4);
  });
});

describe('429', () => {
  it('is waited for as long as it asks, by this chat alone', async () => {
    const other = telegram.person({ name: 'Mai' });
    await other.says('/start');
    telegram.failNext({ method: 'sendMessage', chat: person.id, answer: { status: 429, retryAfter: 3 } });
    const order: string[] = [];
    const first = api.sendMessage(person.id, 'Chờ').then(() => order.push('held'));
    await expect.poll(() => telegram.calls.length).toBe(1);
    await api.sendMessage(other.id, 'Chào').then(() => order.push('other'));
    await first;
    expect(order).toEqual(['other', 'held']);
    const [refused, , taken] = telegram.calls;
    expect((taken?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThan(2995);
  });

  it('to two chats at once means all: a third waits too', async () => {
    const [second, third] = [telegram.person({ name: 'Mai' }), telegram.person({ name: 'Hà' })];
    await second.says('/start');
    await third.says('/start');
    for (const chat of [person.id, second.id])
      telegram.failNext({ method: 'sendMessage', chat, answer: { status: 429, retryAfter: 2 } });
    const held = Promise.all([api.sendMessage(person.id, '1'), api.sendMessage(second.id, '2')]);
    await expect.poll(() => lines.filter((line) => line.includes('asks to wait'))).toHaveLength(2);
    await api.sendMessage(third.id, '3');
    const taken = telegram.calls.find(({ params }) => params.text === '3');
    expect((taken?.at ?? 0) - (telegram.calls[1]?.at ?? 0)).toBeGreaterThan(1995);
    await held;
  });

  it('for a long time is left to the caller, and the chat is not asked again before', async () => {
    telegram.failNext({ method: 'sendMessage', answer: { status: 429, retryAfter: 600 } });
    for (const words of ['Chào', 'Chào lại'])
      await expect(api.sendMessage(person.id, words)).rejects.toMatchObject({
        error_code: 429,
        parameters: { retry_after: 600 },
      });
    expect(telegram.calls).toHaveLength(1);
  });
});
