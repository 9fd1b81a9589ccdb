import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Bot, webhookCallback } from 'grammy';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTelegramStandIn, type TelegramStandIn } from './start.ts';

const secret = 'bi-mat_123';
let standIn: TelegramStandIn;
let bot: Bot;
let server: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  standIn = await startTelegramStandIn();
  bot = new Bot(standIn.token, { client: { apiRoot: standIn.url } });
  await bot.init();
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await standIn.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function address(): string {
  const at = server.address();
  return typeof at === 'object' && at ? `http://127.0.0.1:${at.port}/telegram` : '';
}

test('pushes updates in order, with the secret', async () => {
  const callback = webhookCallback(bot, 'http', { secretToken: secret });
  answer = (request, response) => void callback(request, response);
  bot.on('message:text', (ctx) => ctx.reply(`Nghe: ${ctx.msg.text}`));
  await bot.api.setWebhook(address(), { secret_token: secret });
  const person = standIn.person({ name: 'Ana' });
  for (const text of ['một', 'hai', 'ba']) await person.says(text);
  for (const text of ['một', 'hai', 'ba']) await person.sees(`Nghe: ${text}`);
  expect(await bot.api.getWebhookInfo()).toMatchObject({ url: address(), has_custom_certificate: false });
  expect(standIn.violations).toEqual([]);
});

test('a wrong secret is refused by the bot and tried again once it is right', async () => {
  const callback = webhookCallback(bot, 'http', { secretToken: secret });
  answer = (request, response) => void callback(request, response);
  bot.on('message:text', (ctx) => ctx.reply('Nghe'));
  await bot.api.setWebhook(address(), { secret_token: 'wrong' });
  const person = standIn.person({ name: 'Ana' });
  await person.says('một');
  await expect.poll(async () => (await bot.api.getWebhookInfo()).last_error_message).toMatch(/401/);
  await bot.api.setWebhook(address(), { secret_token: secret });
  await person.sees('Nghe');
});

test('delivers again all that was not answered with 2xx, before newer updates', async () => {
  const seen: string[] = [];
  const mishaps = ['500', 'drop', '302', 'ok'];
  answer = async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    seen.push(JSON.parse(body).message.text);
    const mishap = mishaps.shift() ?? 'ok';
    if (mishap === 'drop') request.socket.destroy();
    else response.writeHead(mishap === 'ok' ? 200 : Number(mishap), { location: '/x' }).end();
  };
  await bot.api.setWebhook(address());
  const person = standIn.person({ name: 'Ana' });
  await person.says('một');
  await person.says('hai');
  await expect.poll(() => standIn.pending()).toBe(0);
  expect(seen).toEqual(['một', 'một', 'một', 'một', 'hai']);
});

test('performs the method that a webhook answers with', async () => {
  answer = (_request, response) => {
    const reply = { method: 'sendMessage', chat_id: person.id, text: 'Đây' };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
  };
  const person = standIn.person({ name: 'Ana' });
  await bot.api.setWebhook(address());
  await person.says('một');
  await person.sees('Đây');
});

test("records a violation in a webhook's answer", async () => {
  answer = (_request, response) => {
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ method: 'sendMessage', text: 'Đây' }));
  };
  await bot.api.setWebhook(address());
  await standIn.person({ name: 'Ana' }).says('một');
  await expect.poll(() => standIn.violations).toEqual(['sendMessage: Bad Request: chat_id: is missing']);
});

test('drops waiting updates on request', async () => {
  await standIn.person({ name: 'Ana' }).says('một');
  expect(standIn.pending()).toBe(1);
  await bot.api.deleteWebhook({ drop_pending_updates: true });
  expect(standIn.pending()).toBe(0);
});
