import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../support/house.ts';

const secret = 'bi-mat-zalo-0123456789';
let house: TestHouse;
beforeAll(async () => {
  house = await testHouse({ channel: 'zalo', env: { ZALO_WEBHOOK_SECRET: secret } });
});
afterAll(() => house.close());

it('is set with the secret, and every event comes by it, bare and wrapped by turns', async () => {
  const { zalo } = house;
  await house.joined('Lê Thị Mai', 'liaison', 'GLAR');
  expect(zalo.webhookUrl()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//);
  expect(zalo.calls.map(({ method }) => method)).not.toContain('getUpdates');
});

const message = {
  date: 1789033572455,
  chat: { chat_type: 'PRIVATE', id: '00112233445566778899' },
  message_id: 'ffeeddccbbaa99887766',
  from: { id: '00112233445566778899', is_bot: false, display_name: 'Lạ' },
  text: 'chào',
};
const event = JSON.stringify({ event_name: 'message.text.received', message });
const stored = async () => {
  const { rows } = await house.app.house.db.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM inbox_update WHERE channel = 'zalo'`,
  );
  return rows[0]?.n ?? 0;
};

it.each([
  ['a wrong secret', event, 'sai-bi-mat-0123456789', 401],
  ['an empty secret', event, '', 401],
  ['an empty probe', '', secret, 200],
  ['an empty object', '{}', secret, 200],
  ['an unknown event', '{"event_name":"user.followed"}', secret, 200],
  ['no JSON', 'không phải JSON', secret, 400],
  ['far too much', JSON.stringify({ text: 'a'.repeat(5_000_000) }), secret, 413],
])('%s stores nothing', async (_, body, given, status) => {
  const before = await stored();
  expect(await house.zalo.knocks(body, given)).toBe(status);
  expect(await stored()).toBe(before);
});
