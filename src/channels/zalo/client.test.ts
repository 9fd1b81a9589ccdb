import { createServer } from 'node:http';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultAnswer } from '../../../tests/standin/zalo/faults.ts';
import { startZaloStandIn, type ZaloStandIn } from '../../../tests/standin/zalo/start.ts';
import type { ZaloPerson } from '../../../tests/support/zalo-person.ts';
import { FateUnknown } from '../plain/plain-channel.ts';
import { createZaloClient, type ZaloClient } from './client.ts';

let zalo: ZaloStandIn;
let client: ZaloClient;
let person: ZaloPerson;
let logged: string;

beforeEach(async () => {
  logged = '';
  const to = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk);
      done();
    },
  });
  zalo = await startZaloStandIn();
  client = createZaloClient({
    token: zalo.token,
    apiRoot: zalo.url,
    log: pino({ level: 'trace' }, to),
    backOffMs: 1,
  });
  person = zalo.person({ name: 'Bình' });
  await person.says('chào');
});
afterEach(async () => {
  expect(logged).not.toContain(zalo.token);
  expect(logged).not.toContain('bí mật');
  await zalo.close();
});

const send = (options: { timeoutMs?: number } = {}) =>
  client.call('sendMessage', { chat_id: person.id, text: 'bí mật' }, options);
const sends = () => zalo.calls.filter(({ method }) => method === 'sendMessage').length;
const seen = async () => (await person.transcript()).filter(({ fromBot }) => fromBot).length;

describe('a send', () => {
  it('gives what was sent', async () => {
    expect(await send()).toMatchObject({ message_id: expect.any(String), date: expect.any(Number) });
  });

  it.each<[FaultAnswer, number]>([
    [401, 401],
    [403, 403],
    [404, 404],
  ])('that is refused with %s was not done, and is not tried again', async (answer, code) => {
    zalo.failNext({ method: 'sendMessage', answer });
    await expect(send()).rejects.toMatchObject({ name: 'ZaloRefusal', code });
    await expect(send()).resolves.toBeDefined();
    expect([sends(), await seen()]).toEqual([2, 1]);
  });

  it('waits when there were too many, and gives up in the end', async () => {
    zalo.failNext({ method: 'sendMessage', times: 2, answer: 429 });
    await send();
    expect([sends(), await seen()]).toEqual([3, 1]);
    zalo.failNext({ method: 'sendMessage', times: 9, answer: 429 });
    await expect(send()).rejects.toMatchObject({ name: 'ZaloRefusal', code: 429 });
    expect(sends()).toBe(7);
  });

  it.each<[string, FaultAnswer]>([
    ['the line broke after it was done', 'lost'],
    ['the line broke before', 'drop'],
    ['Zalo itself timed out', 408],
    ['a gateway answered', 502],
    ['a page came with 200', 'not JSON'],
    ['nothing came at all', 'hang'],
  ])('of unknown fate (%s) is not sent again', async (_name, answer) => {
    zalo.failNext({ method: 'sendMessage', answer });
    await expect(send({ timeoutMs: 300 })).rejects.toThrow(FateUnknown);
    expect(sends()).toBe(1);
  });

  it('that was never sent is tried again, and then reported as not arrived', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await new Promise((resolve) => server.close(resolve));
    const nobody = createZaloClient({
      token: 'abc',
      apiRoot: `http://127.0.0.1:${port}`,
      log: pino({ level: 'silent' }),
      backOffMs: 1,
    });
    await expect(nobody.call('sendMessage', { chat_id: 'x', text: 'y' })).rejects.toMatchObject({
      name: 'ZaloRefusal',
      code: 0,
      message: 'zalo sendMessage: ECONNREFUSED',
    });
  });
});

describe('another call', () => {
  it('may be repeated when the connection breaks', async () => {
    zalo.failNext({ method: 'getMe', answer: 'drop' });
    expect(await client.call('getMe', {})).toMatchObject({ id: zalo.botId });
  });

  it('is refused when the answer is not JSON', async () => {
    zalo.failNext({ method: 'getMe', answer: 'not JSON' });
    await expect(client.call('getMe', {})).rejects.toMatchObject({ name: 'ZaloRefusal', code: 502 });
  });

  it('uses ok as the answer, with any status', async () => {
    // The stand-in answers an empty poll with HTTP 200 and 408 in turn.
    await client.call('getUpdates', { timeout: 1 });
    for (let time = 0; time < 2; time++)
      await expect(client.call('getUpdates', { timeout: 0 })).rejects.toMatchObject({ code: 408 });
  });
});
