import { Api, InputFile } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTelegramStandIn, type TelegramStandIn } from '../../../tests/standin/telegram/start.ts';
import type { TelegramPerson } from '../../../tests/support/telegram-person.ts';
import { createLog } from '../../log.ts';
import { telegramFetch } from './fetch.ts';

let telegram: TelegramStandIn;
let person: TelegramPerson;
let api: Api;
const lines: string[] = [];
beforeEach(async () => {
  telegram = await startTelegramStandIn();
  lines.length = 0;
  const log = createLog('trace', { write: (line) => lines.push(line) });
  const fetch = telegramFetch({ all: 10_000, perChat: 10_000 }, log, { call: 300, upload: 300, poll: 300 });
  api = new Api(telegram.token, { apiRoot: telegram.url, fetch: fetch as never });
  person = telegram.person({ name: 'Lan' });
  await person.says('/start');
});
afterEach(() => telegram.close());

const texts = async () =>
  (await person.transcript()).filter(({ fromBot }) => fromBot).map(({ text }) => text);

describe('a call to Telegram', () => {
  it('that is not answered ends in time and is tried again', async () => {
    telegram.failNext({ method: 'sendMessage', answer: 'hang' });
    await api.sendMessage(person.id, 'Chào');
    expect(await texts()).toEqual(['Chào']);
    expect(telegram.calls.map(({ answered }) => answered?.status)).toEqual([0, 200]);
  });

  it('is given up after four attempts, in words that do not hold the token', async () => {
    telegram.failNext({ method: 'sendMessage', answer: 'drop', times: 10 });
    const error = await api.sendMessage(person.id, 'Chào').catch((thrown: unknown) => thrown);
    expect(telegram.calls).toHaveLength(4);
    expect(error).toBeInstanceOf(Error);
    const told = [
      String(error),
      error instanceof Error && 'error' in error ? String(error.error) : '',
      ...lines,
    ];
    expect(told.join('')).not.toContain(telegram.token);
    expect(told.join('')).toMatch(/telegram sendMessage: \w+/);
  });

  it('that carries a file is sent whole at every attempt', async () => {
    telegram.failNext({ method: 'sendDocument', answer: 500 });
    const bytes = Buffer.from('%PDF-1.4 biên bản');
    await api.sendDocument(person.id, new InputFile(bytes, 'bien-ban.pdf'));
    expect(Buffer.from((await person.receivesFile('bien-ban.pdf')).bytes)).toEqual(bytes);
    expect(telegram.calls.map(({ answered }) => answered?.status)).toEqual([500, 200]);
  });

  it.each([
    [400, 'chat not found', -1],
    [403, 'blocked', undefined],
  ])('that is refused with %s is not tried again', async (status, words, chat) => {
    if (status === 403) telegram.failNext({ method: 'sendMessage', answer: 403 });
    await expect(api.sendMessage(chat ?? person.id, 'Chào')).rejects.toThrow(words);
    expect(telegram.calls).toHaveLength(1);
  });

  it('told to wait for longer than anybody waits is left to whoever asked', async () => {
    telegram.failNext({ method: 'sendMessage', answer: { status: 429, retryAfter: 600 } });
    await expect(api.sendMessage(person.id, 'Chào')).rejects.toMatchObject({
      parameters: { retry_after: 600 },
    });
    expect(telegram.calls).toHaveLength(1);
  });

  it('ends when whoever asked no longer waits', async () => {
    telegram.failNext({ method: 'sendMessage', answer: 'hang', times: 10 });
    const leaving = new AbortController();
    const sent = api.sendMessage(person.id, 'Chào', {}, leaving.signal as never);
    await expect.poll(() => telegram.calls.length).toBe(1);
    leaving.abort();
    await expect(sent).rejects.toThrow();
    expect(telegram.calls).toHaveLength(1);
  });
});
