import { InputFile } from 'grammy';
import { afterEach, expect, test } from 'vitest';
import { type SampleHouse, startSampleHouse } from '../../../tests/browser/sample-house.ts';

let house: SampleHouse | undefined;
afterEach(async () => {
  await house?.close();
  house = undefined;
});

const json = { 'content-type': 'application/json' };

test('in production nobody can be chosen and no clock moved, whatever the network asks', async () => {
  house = await startSampleHouse({
    visitor: async ({ headers }) => Number(headers['x-test-visitor']) || undefined,
  });
  const headers = { ...json, 'x-test-visitor': String(house.chats[0]), host: '127.0.0.1' };
  for (const path of ['/api/people', '/api/people/events', '/api/clock']) {
    expect((await fetch(house.url + path, { headers })).status).toBe(404);
    const posted = await fetch(house.url + path, { method: 'POST', body: '{"step":"day"}', headers });
    expect(posted.status).toBe(404);
  }
  const session = await fetch(`${house.url}/api/session`, { headers });
  expect(JSON.parse(await session.text())).toEqual({ rehearsal: false, chatId: house.chats[0] });
});

test("in production one reaches one's own chat and no other, signed out none", async () => {
  house = await startSampleHouse({
    visitor: async ({ headers }) => Number(headers['x-test-visitor']) || undefined,
  });
  const [own = 0, other = 0] = house.chats;
  const { document } = await house.bot.api.sendDocument(other, new InputFile(new Uint8Array([1]), 'a.pdf'));
  const paths = ['messages', 'events', 'commands', `files/${document.file_id}`];
  const status = async (chat: number, path: string, visitor: number | undefined) => {
    const response = await fetch(`${house?.url}/api/chats/${chat}/${path}`, {
      headers: visitor === undefined ? {} : { 'x-test-visitor': String(visitor) },
    });
    await response.body?.cancel();
    return response.status;
  };
  for (const path of paths) {
    expect(await status(other, path, own)).toBe(404);
    expect(await status(other, path, undefined)).toBe(401);
    expect(await status(other, path, other)).toBe(200);
  }
  // The file's id alone, asked for through one's own chat, opens nothing.
  expect(await status(own, `files/${document.file_id}`, own)).toBe(404);

  const said = { method: 'POST', body: JSON.stringify({ key: crypto.randomUUID(), text: 'x' }) };
  const address = `${house.url}/api/chats/${other}/messages`;
  expect(
    (await fetch(address, { ...said, headers: { ...json, 'x-test-visitor': String(own) } })).status,
  ).toBe(404);
  expect((await fetch(address, { ...said, headers: json })).status).toBe(401);
  expect(house.accepted).toHaveLength(0);
});

test('in production without sign-in there is no web chat', async () => {
  house = await startSampleHouse({ production: true });
  for (const path of ['/', '/api/session', `/api/chats/${house.chats[0]}/messages`, '/api/people']) {
    expect((await fetch(house.url + path)).status).toBe(404);
  }
});
