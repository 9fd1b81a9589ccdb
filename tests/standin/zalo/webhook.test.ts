import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ZaloPerson } from '../../support/zalo-person.ts';
import { call } from './call.ts';
import { startZaloStandIn, type ZaloStandIn } from './start.ts';

const secret = 'bi-mat-123';
let standIn: ZaloStandIn;
let person: ZaloPerson;
let heard: { secret: unknown; body: string }[];
let answers: number[];
let close: () => Promise<void>;

beforeEach(async () => {
  heard = [];
  answers = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    heard.push({ secret: request.headers['x-bot-api-secret-token'], body: Buffer.concat(chunks).toString() });
    response.writeHead(answers.shift() ?? 200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  standIn = await startZaloStandIn();
  person = standIn.person({ name: 'Ana' });
  await call(standIn, 'setWebhook', { url: `http://127.0.0.1:${port}/zalo`, secret_token: secret });
});
afterEach(async () => {
  await standIn.close();
  await close();
});

const bodies = () => heard.map(({ body }): unknown => JSON.parse(body));
const said = (text: string) => ({
  event_name: 'message.text.received',
  message: expect.objectContaining({ text }),
});

test('events are pushed in order, with the secret, bare and wrapped in turn', async () => {
  for (const text of ['một', 'hai', 'ba']) await person.says(text);
  await expect.poll(() => heard.length).toBe(3);
  expect(bodies()).toEqual([said('một'), { ok: true, result: said('hai') }, said('ba')]);
  expect(heard.map((one) => one.secret)).toEqual([secret, secret, secret]);
  await expect.poll(() => standIn.pending()).toBe(0);
});

test('an event comes again until it was accepted', async () => {
  answers = [500, 404];
  await person.says('một');
  await expect.poll(() => standIn.pending()).toBe(0);
  expect(bodies()).toEqual([said('một'), said('một'), said('một')]);
});

test('a webhook and polling exclude each other', async () => {
  expect((await call(standIn, 'getUpdates', { timeout: 0 })).body).toMatchObject({
    ok: false,
    error_code: 400,
  });
  expect((await call(standIn, 'getWebhookInfo', {})).body).toMatchObject({
    result: { url: standIn.webhookUrl() },
  });
  await call(standIn, 'deleteWebhook', {});
  await person.says('một');
  expect((await call(standIn, 'getUpdates', {})).body).toEqual({ ok: true, result: said('một') });
  expect(heard).toEqual([]);
  expect(standIn.violations).toEqual([]);
});

describe('knocks', () => {
  test.each([
    ['', undefined, secret],
    ['{}', undefined, secret],
    ['không phải JSON', undefined, secret],
    ['{}', 'sai-bi-mat', 'sai-bi-mat'],
  ])('%j', async (body, given, shown) => {
    answers = [418];
    expect(await standIn.knocks(body, given)).toBe(418);
    expect(heard).toEqual([{ secret: shown, body }]);
  });
});
