import { InputFile } from 'grammy';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type SampleHouse, startSampleHouse } from '../../../tests/browser/sample-house.ts';
import { serverEvents } from '../../../tests/support/web-events.ts';
import { postCode, type SignedIn, signIn } from '../../../tests/support/web-sign-in.ts';
import { showCode } from '../../people/code.ts';
import { invite } from '../../people/invitations.ts';
import { endUnusedSessions } from './sign-in/sessions.ts';

let house: SampleHouse;
beforeEach(async () => {
  house = await startSampleHouse({ production: {} });
});
afterEach(() => house.close());

const json = { 'content-type': 'application/json' };
const code = async () =>
  showCode((await invite(house.db.prisma, { role: 'manager', at: house.clock.now() })).code);
const enter = async () => await signIn(house.url, await code());
const status = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(house.url + path, init);
  await response.body?.cancel();
  return response.status;
};

/** Asks every route of the web chat that is about one chat, with this cookie. */
async function askAbout(chat: number, file: string, headers: Record<string, string>): Promise<number[]> {
  const at = `/api/chats/${chat}`;
  const post = (path: string, body: unknown) =>
    status(at + path, { method: 'POST', body: JSON.stringify(body), headers: { ...json, ...headers } });
  const form = new FormData();
  form.append('file', new Blob(['%PDF-1.4']), 'a.pdf');
  const key = crypto.randomUUID();
  return await Promise.all([
    status(`${at}/messages`, { headers }),
    status(`${at}/messages?before=1000`, { headers }),
    status(`${at}/commands`, { headers }),
    status(`${at}/events`, { headers }),
    status(`${at}/events?people=true`, { headers }),
    status(`${at}/files/${file}`, { headers }),
    post('/messages', { key, text: 'x' }),
    post('/messages', { key, phone: '0905123456' }),
    post('/presses', { key, message: 1, data: 'join' }),
    post('/read', { upTo: 1 }),
    status(`${at}/files?key=${key}`, {
      method: 'POST',
      body: form,
      headers: { 'x-requested-with': 'x', ...headers },
    }),
  ]);
}

test('no person can be chosen and no clock moved by any request', async () => {
  const { headers } = await enter();
  const rehearsal = ['/api/people', '/api/people/events', '/api/clock'];
  const disguises = [
    {},
    headers,
    { ...headers, host: '127.0.0.1' },
    { ...headers, 'x-forwarded-for': '127.0.0.1' },
  ];
  for (const path of rehearsal) {
    for (const more of disguises) {
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        const body = ['GET', 'HEAD'].includes(method) ? undefined : '{"step":"day"}';
        expect(await status(path, { method, body, headers: { ...json, ...more } }), `${method} ${path}`).toBe(
          404,
        );
      }
    }
  }
  expect(house.clock.now()).toEqual(new Date('2021-08-18T08:00+07:00'));
});

test('a session reaches its own chat only; signed out or with a forged cookie, none', async () => {
  const [own, other] = [await enter(), await enter()];
  const { document } = await house.bot.api.sendDocument(
    other.chatId,
    new InputFile(new Uint8Array([1]), 'a.pdf'),
  );
  const before = house.accepted.length;
  const all = (statuses: number[]) => [...new Set(statuses)];

  expect(all(await askAbout(other.chatId, document.file_id, own.headers))).toEqual([404]);
  expect(all(await askAbout(house.chats[0] ?? 0, document.file_id, own.headers))).toEqual([404]);
  expect(all(await askAbout(999_999, document.file_id, own.headers))).toEqual([404]);
  expect(all(await askAbout(other.chatId, document.file_id, {}))).toEqual([401]);
  const forged = other.headers.cookie.replace(/.$/, (last) => (last === 'A' ? 'E' : 'A'));
  expect(all(await askAbout(other.chatId, document.file_id, { cookie: forged }))).toEqual([401]);
  expect(house.accepted).toHaveLength(before);

  // The file's id, used through one's own chat, opens nothing.
  expect(await status(`/api/chats/${own.chatId}/files/${document.file_id}`, own)).toBe(404);
  expect(await status(`/api/chats/${other.chatId}/files/${document.file_id}`, other)).toBe(200);
});

test('signing in presents the code to the bot as /start would, in a chat of its own', async () => {
  const shown = await code();
  const { chatId, headers } = await signIn(house.url, `  mã mời: ${shown.toLowerCase().replace('-', ' ')} `);
  expect(house.accepted).toMatchObject([
    {
      message: {
        text: `/start ${shown}`,
        entities: [{ type: 'bot_command', offset: 0, length: 6 }],
        from: { id: chatId, language_code: 'vi' },
        chat: { id: chatId, type: 'private' },
      },
    },
  ]);
  const session = await fetch(`${house.url}/api/session`, { headers });
  expect(await session.json()).toEqual({ rehearsal: false, chatId });
  expect(session.headers.getSetCookie()[0]).toMatch(
    /; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  expect(await (await fetch(`${house.url}/api/session`)).json()).toEqual({ rehearsal: false });
});

test("a wrong code opens and leaves nothing, and is explained in the page's language", async () => {
  const chats = async () => (await house.db.pool.query('SELECT 1 FROM web_chat')).rowCount;
  const before = await chats();
  const response = await postCode(house.url, 'WRNG-2345', { 'accept-language': 'en' });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    error: { code: 'invitation-unknown', message: expect.stringContaining('not right') },
  });
  expect(response.headers.getSetCookie()).toEqual([]);
  expect(await chats()).toBe(before);
  expect(house.accepted).toHaveLength(0);
});

test('after five wrong codes even the right one is refused for a quarter of an hour', async () => {
  const right = await code();
  for (let i = 0; i < 5; i++) expect((await postCode(house.url, 'WRNG-2345')).status).toBe(400);
  // Without PUBLIC_URL a client cannot claim another address.
  const refused = await postCode(house.url, right, { 'x-forwarded-for': '203.0.113.9' });
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('900');
  expect(await refused.json()).toMatchObject({ error: { code: 'too-many-codes' } });
  house.clock.set(new Date(house.clock.now().getTime() + 15 * 60_000));
  expect((await postCode(house.url, right)).status).toBe(200);
});

test('text that cannot be a code does not count as an attempt', async () => {
  for (let i = 0; i < 8; i++) expect((await postCode(house.url, 'xin chào')).status).toBe(400);
  expect((await postCode(house.url, await code())).status).toBe(200);
});

test('a good code cannot open unlimited chats for more attempts', async () => {
  const shown = await code();
  const statuses: number[] = [];
  for (let i = 0; i < 8; i++) statuses.push((await postCode(house.url, shown)).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429, 429]);
});

test('behind a proxy each browser has attempts of its own', async () => {
  await house.close();
  house = await startSampleHouse({ production: { publicUrl: 'https://chat.example.vn' } });
  const from = (address: string) => ({ 'x-forwarded-for': `198.51.100.1, ${address}` });
  for (let i = 0; i < 5; i++) await postCode(house.url, 'WRNG-2345', from('203.0.113.7'));
  expect((await postCode(house.url, await code(), from('203.0.113.7'))).status).toBe(429);
  const other = await postCode(house.url, await code(), from('203.0.113.8'));
  expect(other.status).toBe(200);
  expect(other.headers.getSetCookie()[0]).toMatch(/^__Host-dien-hinh=.*; Secure$/);
});

test('a person who has joined is not signed out by another code without being asked', async () => {
  const here = await enter();
  await house.db.pool.query(
    `with p as (insert into person (name, created_at) values ('Lê Thị Mai', now()) returning id)
     update account set person_id = p.id from p where channel = 'web' and chat_id = $1`,
    [here.chatId],
  );
  const chat = `/api/chats/${here.chatId}/messages`;
  const another = await code();
  const asked = await postCode(house.url, another, here.headers);
  expect(asked.status).toBe(409);
  expect(await asked.json()).toMatchObject({
    error: { code: 'signed-in-already', message: expect.stringContaining('Lê Thị Mai') },
  });
  // Refusing changes nothing: the session holds, and the code can still be used.
  expect(await status(chat, here)).toBe(200);
  const agreed = await fetch(`${house.url}/api/sign-in`, {
    method: 'POST',
    body: JSON.stringify({ code: another, instead: true }),
    headers: { ...json, ...here.headers },
  });
  expect(agreed.status).toBe(200);
  expect(await status(chat, here)).toBe(401);
});

test('signing in never uses a session that the browser brought along', async () => {
  const planted = await enter();
  const response = await postCode(house.url, await code(), planted.headers);
  const given = response.headers.getSetCookie()[0]?.split(';')[0];
  expect(given).not.toBe(planted.headers.cookie);
  expect(await status(`/api/chats/${planted.chatId}/messages`, planted)).toBe(401);
  const invented = await postCode(house.url, await code(), { cookie: 'dien-hinh=invented.signature' });
  expect(invented.headers.getSetCookie()[0]).not.toContain('invented');
});

test.each([
  ['an Origin of another site', { origin: 'https://evil.example' }],
  ['an Origin that hides', { origin: 'null' }],
  ['another port of this host', { origin: 'http://127.0.0.1:1' }],
  ['a browser that says so', { 'sec-fetch-site': 'cross-site' }],
  ['a page of a neighbouring host', { 'sec-fetch-site': 'same-site' }],
  ['a simple form', { 'content-type': 'text/plain' }],
])('a foreign page can do nothing: %s', async (_what, foreign) => {
  const { chatId, headers } = await enter();
  const sent = { method: 'POST', headers: { ...json, ...headers, ...foreign } };
  const body = JSON.stringify({ key: crypto.randomUUID(), text: 'x' });
  expect(await status(`/api/chats/${chatId}/messages`, { ...sent, body })).toBe(403);
  expect(await status('/api/sign-in', { ...sent, body: JSON.stringify({ code: await code() }) })).toBe(403);
  expect(await status('/api/sign-out', { ...sent, body: '{}' })).toBe(403);
  expect(await status('/api/session', { headers })).toBe(200);
});

test('the public address and the own host are accepted, and a link opens the page', async () => {
  await house.close();
  house = await startSampleHouse({ production: { publicUrl: 'https://chat.example.vn' } });
  for (const origin of ['https://chat.example.vn', house.url]) {
    expect(
      (await postCode(house.url, await code(), { origin, 'sec-fetch-site': 'same-origin' })).status,
    ).toBe(200);
  }
  expect(await status('/', { headers: { 'sec-fetch-site': 'cross-site' } })).toBe(200);
  expect(await house.channel.inviteLink?.('K7Q2-9M4D')).toBe('https://chat.example.vn/#/K7Q2-9M4D');
});

test('signing out ends the cookie, the open stream and the sending for good', async () => {
  const { chatId, headers } = await enter();
  const events = serverEvents(`${house.url}/api/chats/${chatId}/events`, { headers });
  const heard: string[] = [];
  const listening = (async () => {
    for await (const { event } of events) heard.push(event);
  })();
  await expect.poll(() => heard).toContain('messages');
  const out = await fetch(`${house.url}/api/sign-out`, {
    method: 'POST',
    body: '{}',
    headers: { ...json, ...headers },
  });
  expect(out.headers.getSetCookie()[0]).toMatch(/^dien-hinh=; Max-Age=0/);
  await listening;
  expect(heard.at(-1)).toBe('signed-out');
  expect(await status(`/api/chats/${chatId}/messages`, { headers })).toBe(401);
  await expect(house.bot.api.sendMessage(chatId, 'nhắc')).rejects.toMatchObject({ error_code: 403 });
  await expect(
    house.bot.api.sendDocument(chatId, new InputFile(new Uint8Array([1]), 'a.pdf')),
  ).rejects.toMatchObject({ error_code: 403 });
});

test('a session that is unused for 180 days is over, one in use is not', async () => {
  const [idle, used] = [await enter(), await enter()];
  const on = (days: number) => house.clock.set(new Date(house.clock.now().getTime() + days * 86_400_000));
  on(179);
  expect(await status(`/api/chats/${used.chatId}/messages`, used)).toBe(200);
  on(2);
  expect(await status(`/api/chats/${idle.chatId}/messages`, idle)).toBe(401);
  expect(await status(`/api/chats/${used.chatId}/messages`, used)).toBe(200);
});

test('the hourly task ends unused sessions, so that nothing is sent there any more', async () => {
  const [idle, used] = [await enter(), await enter()];
  const later = (days: number) => new Date(house.clock.now().getTime() + days * 86_400_000);
  house.clock.set(later(100));
  expect(await status(`/api/chats/${used.chatId}/messages`, used)).toBe(200);
  expect(await endUnusedSessions(house.db.pool, later(79))).toBe(0);
  expect(await endUnusedSessions(house.db.pool, later(80))).toBe(1);
  await expect(house.bot.api.sendMessage(idle.chatId, 'nhắc')).rejects.toMatchObject({ error_code: 403 });
  await house.bot.api.sendMessage(used.chatId, 'nhắc');
  const { rows } = await house.db.pool.query(
    'SELECT reachable FROM account WHERE chat_id = ANY($1::bigint[]) ORDER BY chat_id',
    [[idle.chatId, used.chatId]],
  );
  expect(rows).toEqual([{ reachable: false }, { reachable: true }]);
});

/** Makes the accounts behind these sessions one person's, as joining does. */
async function onePerson(...sessions: SignedIn[]): Promise<void> {
  await house.db.pool.query(
    `WITH p AS (INSERT INTO person (name, created_at) VALUES ('Nguyễn Văn Bình', now()) RETURNING id)
     UPDATE account SET person_id = p.id FROM p WHERE channel = 'web' AND chat_id = ANY($1::bigint[])`,
    [sessions.map(({ chatId }) => chatId)],
  );
}
const devices = async (headers: Record<string, string>) =>
  JSON.parse(await (await fetch(`${house.url}/api/devices`, { headers })).text());
const endThere = (id: number, headers: Record<string, string>) =>
  status(`/api/devices/${id}/sign-out`, { method: 'POST', body: '{}', headers: { ...json, ...headers } });

test('people see only their own devices, and can sign out there as well as here', async () => {
  const phone = await signIn(house.url, await code(), { 'user-agent': 'x (iPhone) Version/18 Safari/604.1' });
  const desk = await signIn(house.url, await code(), {
    'user-agent': 'x (Windows NT 10.0) Chrome/142.0 Safari/537',
  });
  const stranger = await enter();
  await onePerson(phone, desk);

  const seen = await devices(desk.headers);
  expect(seen).toMatchObject({
    name: 'Nguyễn Văn Bình',
    devices: [
      { label: 'Chrome · Windows', here: true },
      { label: 'Safari · iPhone', here: false },
    ],
  });
  const ids = (list: { devices: { id: number }[] }) => list.devices.map(({ id }) => id);
  expect(await devices(stranger.headers)).toMatchObject({ name: null, devices: [{ here: true }] });
  const [strangers = 0] = ids(await devices(stranger.headers));
  expect(await endThere(strangers, desk.headers)).toBe(404);
  expect(await endThere(ids(seen)[0] ?? 0, stranger.headers)).toBe(404);
  expect(await endThere(ids(seen)[0] ?? 0, {})).toBe(401);
  expect(await status('/api/devices')).toBe(401);

  expect(await endThere(ids(seen)[1] ?? 0, desk.headers)).toBe(200);
  expect(await status(`/api/chats/${phone.chatId}/messages`, phone)).toBe(401);
  expect(await status(`/api/chats/${desk.chatId}/messages`, desk)).toBe(200);
  expect(await status(`/api/chats/${stranger.chatId}/messages`, stranger)).toBe(200);
  expect(ids(await devices(desk.headers))).toEqual(ids(seen).slice(0, 1));
});

test.each([
  ['is unlinked', 'UPDATE account SET person_id = NULL WHERE channel = $1'],
  ['is gone with all accounts', 'DELETE FROM account WHERE channel = $1'],
])('when the person %s the session ends at once, the open stream too', async (_what, sql) => {
  const one = await enter();
  await onePerson(one);
  const events = serverEvents(`${house.url}/api/chats/${one.chatId}/events`, one);
  await events.next();
  const rest = (async () => {
    const names: string[] = [];
    for await (const { event } of events) names.push(event);
    return names;
  })();
  await house.db.pool.query(sql, ['web']);
  expect((await rest).at(-1)).toBe('signed-out');
  expect(await status(`/api/chats/${one.chatId}/messages`, one)).toBe(401);
  await expect(house.bot.api.sendMessage(one.chatId, 'x')).rejects.toMatchObject({ error_code: 403 });
});

test('a session that ended while no stream was told sends nothing more', async () => {
  const { chatId, headers } = await enter();
  const events = serverEvents(`${house.url}/api/chats/${chatId}/events`, { headers });
  await events.next();
  await house.db.pool.query('UPDATE web_session SET ended_at = now() WHERE chat_id = $1', [chatId]);
  // Any wake of the chat asks again.
  await house.db.pool.query(`SELECT pg_notify('web_chat', json_build_object('chat', $1::bigint)::text)`, [
    chatId,
  ]);
  const names: string[] = [];
  for await (const { event } of events) names.push(event);
  expect(names.at(-1)).toBe('signed-out');
});

test('answers about people are stored in no cache', async () => {
  const { chatId, headers } = await enter();
  const { document } = await house.bot.api.sendDocument(chatId, new InputFile(new Uint8Array([1]), 'a.pdf'));
  for (const path of [
    `/api/chats/${chatId}/messages`,
    '/api/devices',
    '/api/session',
    `/api/chats/${chatId}/files/${document.file_id}`,
  ]) {
    const response = await fetch(house.url + path, { headers });
    expect(response.headers.get('cache-control'), path).toBe('no-store');
    await response.body?.cancel();
  }
});

test('without sign-in there is no web chat', async () => {
  await house.close();
  house = await startSampleHouse({ unreachable: true });
  for (const path of [
    '/',
    '/api/session',
    '/api/sign-in',
    `/api/chats/${house.chats[0]}/messages`,
    '/api/people',
  ]) {
    expect(await status(path)).toBe(404);
  }
});

test('a chat has six streams: a further one replaces the oldest, which is told why', async () => {
  const { chatId, headers } = await enter();
  const over = new AbortController();
  const ended: number[] = [];
  const streams = Array.from({ length: 9 }, (_, i) => ({ i, events: [] as string[] }));
  const read = async (one: (typeof streams)[number]) => {
    for await (const { event } of serverEvents(`${house.url}/api/chats/${chatId}/events`, {
      headers,
      signal: over.signal,
    }))
      one.events.push(event);
    ended.push(one.i);
  };
  const reading: Promise<void>[] = [];
  for (const one of streams) {
    reading.push(read(one).catch(() => undefined));
    // One after the other: the first is the oldest.
    await expect.poll(() => one.events.length).toBeGreaterThan(0);
  }
  await expect.poll(() => ended.toSorted()).toEqual([0, 1, 2]);
  expect(streams.map(({ events }) => events.includes('crowded'))).toEqual(streams.map(({ i }) => i < 3));
  over.abort();
  await Promise.all(reading);
});

test.each([1, 3, 6])('a message for %i streams of a chat is read once', async (n) => {
  const { chatId, headers } = await enter();
  const over = new AbortController();
  const heard = Array.from({ length: n }, () => [] as string[]);
  const reading = heard.map(async (events) => {
    for await (const { event, data } of serverEvents(`${house.url}/api/chats/${chatId}/events`, {
      headers,
      signal: over.signal,
    }))
      if (event === 'messages') events.push(data);
  });
  for (const one of reading) one.catch(() => undefined);
  const all = (words: string) => heard.every((events) => events.some((data) => data.includes(words)));
  await house.bot.api.sendMessage(chatId, 'lời đầu');
  await expect.poll(() => all('lời đầu')).toBe(true);
  const asked = vi.spyOn(house.db.pool, 'query');
  await house.bot.api.sendMessage(chatId, 'lời sau');
  await expect.poll(() => all('lời sau')).toBe(true);
  const looks = asked.mock.calls.filter((call) => String(call[0]).includes('version > $2')).length;
  asked.mockRestore();
  // Once for the message, and once more to see that nothing follows it; a second wake may ask
  // again.
  expect(looks).toBeLessThanOrEqual(4);
  over.abort();
  await Promise.allSettled(reading);
});
