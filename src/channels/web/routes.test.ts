import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type SampleHouse, startSampleHouse } from '../../../tests/browser/sample-house.ts';
import { serverEvents } from '../../../tests/support/web-events.ts';
import { type WebPerson, webPerson } from '../../../tests/support/web-person.ts';
import type { WireMessage } from '../../page/wire.ts';

let house: SampleHouse;
let chat: string;
beforeAll(async () => {
  house = await startSampleHouse();
  chat = `${house.url}/api/chats/${house.chats[0]}`;
});
afterAll(() => house.close());
beforeEach(() => {
  house.accepted.length = 0;
});

const post = (address: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(address, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
const key = () => crypto.randomUUID();
const upload = (address: string, bytes: Uint8Array<ArrayBuffer>, name: string) => {
  const form = new FormData();
  form.append('file', new Blob([bytes]), name);
  return fetch(address, { method: 'POST', body: form, headers: { 'x-requested-with': 'page' } });
};
/** With any Host header, which fetch would not send. */
const statusWithHost = (path: string, host: string) =>
  new Promise<number>((resolve, reject) => {
    const { port } = new URL(house.url);
    httpRequest({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });

test('a message becomes an update in the format of the Bot API', async () => {
  const response = await post(`${chat}/messages`, {
    key: key(),
    text: ' /dangky Môˋ hình '.normalize('NFD'),
  });
  expect(response.status).toBe(200);
  expect(house.accepted).toMatchObject([
    {
      message: {
        text: '/dangky Môˋ hình'.normalize('NFC'),
        entities: [{ type: 'bot_command', offset: 0, length: 7 }],
        from: { id: house.chats[0], is_bot: false, first_name: 'Nguyễn Thị Hoa', language_code: 'vi' },
        chat: { id: house.chats[0], type: 'private' },
      },
    },
  ]);
  expect(Number.isSafeInteger(house.accepted[0]?.update_id)).toBe(true);
});

test('the same key twice, even at the same moment, is one message and one update', async () => {
  const sent = { key: key(), text: 'một lần' };
  const answers = await Promise.all([1, 2, 3].map(() => post(`${chat}/messages`, sent)));
  const again = await post(`${chat}/messages`, sent);
  const ids = await Promise.all([...answers, again].map(async (one) => JSON.parse(await one.text()).id));
  expect(new Set(ids).size).toBe(1);
  expect(house.accepted).toHaveLength(1);
});

test("one person's key does not use up another's", async () => {
  const sent = { key: key(), text: 'chào' };
  await post(`${chat}/messages`, sent);
  await post(`${house.url}/api/chats/${house.chats[1]}/messages`, sent);
  expect(house.accepted).toHaveLength(2);
  expect(new Set(house.accepted.map(({ update_id }) => update_id)).size).toBe(2);
});

test('characters that a database cannot store are removed', async () => {
  const response = await post(`${chat}/messages`, { key: key(), text: 'a\u0000b\ud800c' });
  expect(response.status).toBe(200);
  expect(house.accepted[0]?.message?.text).toBe('ab\ufffdc');
  await house.bot.api.sendMessage(house.chats[0] ?? 0, 'x\u0000\udc00');
});

test.each([
  ['empty text', { text: '  ' }, 400],
  ['text of 20,001 characters', { text: 'x'.repeat(20_001) }, 400],
  ['no text', {}, 400],
  ['a phone number with letters', { phone: '09x' }, 400],
])('%s is refused with a sentence', async (_what, said, status) => {
  const response = await post(`${chat}/messages`, { key: key(), ...said });
  expect(response.status).toBe(status);
  const { error } = JSON.parse(await response.text());
  expect(error.message).toMatch(/Anh\/chị/);
  expect(house.accepted).toHaveLength(0);
});

test('errors speak the language of the page', async () => {
  const response = await fetch(`${house.url}/nothing`, { headers: { 'accept-language': 'en' } });
  expect(JSON.parse(await response.text())).toEqual({
    error: { code: 'not-found', message: 'This could not be found.' },
  });
});

test('a page from another site cannot drive the rehearsal', async () => {
  const body = { key: key(), text: 'x' };
  const text = JSON.stringify(body);
  const foreign = [
    post(`${chat}/messages`, body, { origin: 'https://evil.example' }),
    post(`${chat}/messages`, body, { origin: 'null' }),
    post(`${chat}/messages`, body, { origin: 'http://127.0.0.1:1' }),
    post(`${chat}/messages`, body, { 'sec-fetch-site': 'cross-site' }),
    fetch(`${chat}/messages`, { method: 'POST', body: text, headers: { 'content-type': 'text/plain' } }),
    fetch(`${chat}/files?key=${key()}`, { method: 'POST', body: new FormData() }),
    fetch(`${house.url}/api/people`, { headers: { origin: 'https://evil.example' } }),
    post(`${house.url}/api/clock`, { step: 'day' }, { origin: 'https://evil.example' }),
  ];
  for (const response of await Promise.all(foreign)) expect(response.status).toBe(403);
  expect(house.accepted).toHaveLength(0);
  const same = await post(`${chat}/messages`, body, { origin: house.url, 'sec-fetch-site': 'same-origin' });
  expect(same.status).toBe(200);
});

test('a link from any site opens a page of the rehearsal in a tab, and nothing else', async () => {
  const opened = { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' };
  expect((await fetch(house.url, { headers: opened })).status).toBe(200);
  const gone = await fetch(`${house.url}/tai-len/x`, { headers: opened });
  expect([gone.status, gone.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  const embedded = { ...opened, 'sec-fetch-dest': 'image' };
  expect((await fetch(`${house.url}/api/people`, { headers: embedded })).status).toBe(403);
  expect((await post(`${chat}/messages`, { key: key(), text: 'x' }, opened)).status).toBe(403);
});

test.each([
  ['evil.example', 403],
  ['127.0.0.1.evil.example', 403],
  ['10.0.0.5:8080', 403],
  ['localhost:8080', 200],
  ['127.0.0.1', 200],
  ['[::1]:8080', 200],
])('asked by the name %s it answers %i', async (host, status) => {
  expect(await statusWithHost('/api/people', host)).toBe(status);
  expect(await statusWithHost('/', host)).toBe(status);
});

test('every answer has the safe headers', async () => {
  for (const path of ['/', '/api/people', '/nothing']) {
    const { headers } = await fetch(house.url + path);
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
  const events = await fetch(`${chat}/events`);
  expect(events.headers.get('x-content-type-options')).toBe('nosniff');
  await events.body?.cancel();
});

test('a file is uploaded once per key and downloads unchanged', async () => {
  const bytes = crypto.getRandomValues(new Uint8Array(200_000).subarray(0, 60_000));
  const sent = key();
  const before = await house.storedFiles();
  const first = await upload(`${chat}/files?key=${sent}&caption=Biên bản`, bytes, 'Biên bản họp.pdf');
  const again = await upload(`${chat}/files?key=${sent}`, bytes, 'Biên bản họp.pdf');
  const message: WireMessage = JSON.parse(await first.text());
  expect(message).toMatchObject({
    caption: 'Biên bản',
    document: { file_name: 'Biên bản họp.pdf', file_size: 60_000, mime_type: 'application/pdf' },
  });
  expect(JSON.parse(await again.text()).id).toBe(message.id);
  expect(await house.storedFiles()).toBe(before + 1);
  expect(house.accepted).toHaveLength(1);

  const file = await fetch(`${chat}/files/${message.document?.file_id}`);
  expect(file.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('Biên bản họp.pdf')}`,
  );
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);

  const elsewhere = await fetch(
    `${house.url}/api/chats/${house.chats[1]}/files/${message.document?.file_id}`,
  );
  expect(elsewhere.status).toBe(404);
});

test('a page of HTML sent as a file is never shown as one', async () => {
  const sent = await upload(`${chat}/files?key=${key()}`, new TextEncoder().encode('<script>'), 'a.html');
  const message: WireMessage = JSON.parse(await sent.text());
  const { headers } = await fetch(`${chat}/files/${message.document?.file_id}`);
  expect(headers.get('content-type')).toBe('application/octet-stream');
  expect(headers.get('content-disposition')).toMatch(/^attachment/);
  expect(headers.get('content-security-policy')).toContain('sandbox');
});

test.each([
  ['of 22 MB', 22_000_000, 413, 'too-big'],
  ['without a byte', 0, 400, 'empty-file'],
])('a file %s is refused with a sentence and leaves nothing behind', async (_what, size, status, code) => {
  const before = await house.storedFiles();
  const response = await upload(`${chat}/files?key=${key()}`, new Uint8Array(size), 'lon.pdf');
  expect(response.status).toBe(status);
  const { error } = JSON.parse(await response.text());
  expect(error).toMatchObject({ code, message: expect.stringContaining('Anh/chị') });
  const { rows } = await house.db.pool.query("SELECT 1 FROM chat_file WHERE name = 'lon.pdf'");
  expect(rows).toHaveLength(0);
  expect(await house.storedFiles()).toBe(before);
  expect(house.accepted).toHaveLength(0);
});

test('a form that breaks off is refused', async () => {
  const response = await fetch(`${chat}/files?key=${key()}`, {
    method: 'POST',
    body: '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\nhalf',
    headers: { 'content-type': 'multipart/form-data; boundary=x', 'x-requested-with': 'page' },
  });
  expect(response.status).toBe(400);
  expect(house.accepted).toHaveLength(0);
});

test('an interrupted stream continues where it was, also after a restart', async () => {
  const first = new AbortController();
  let seen: string | undefined;
  await post(`${chat}/messages`, { key: key(), text: 'trước' });
  for await (const { event, id, data } of serverEvents(`${chat}/events`, { signal: first.signal })) {
    if (event !== 'messages') continue;
    seen = id;
    if (data.includes('Anh/chị vừa viết: trước')) break;
  }
  first.abort();
  await post(`${chat}/messages`, { key: key(), text: 'trong lúc vắng' });
  await house.restart();
  const resumed: WireMessage[] = [];
  for await (const { event, data } of serverEvents(`${chat}/events`, { lastEventId: seen })) {
    if (event !== 'messages') continue;
    resumed.push(...JSON.parse(data));
    if (data.includes('Anh/chị vừa viết: trong lúc vắng')) break;
  }
  expect(resumed.map(({ text }) => text)).toEqual(['trong lúc vắng', 'Anh/chị vừa viết: trong lúc vắng']);
});

test('when the listening connection is killed, browsers still get new messages', async () => {
  const person = webPerson({ url: house.url, chatId: house.chats[3] ?? 0, name: 'Bảo' });
  await person.says('một');
  await person.sees('vừa viết: một');
  const kill = async () => {
    const { rowCount } = await house.db.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND query = 'LISTEN web_chat'`,
    );
    return rowCount;
  };
  // After the restart of an earlier test it may still connect.
  await expect.poll(kill).toBe(1);
  await person.says('hai');
  await person.sees('vừa viết: hai');
  await expect.poll(() => house.channel.trouble()).toBeUndefined();
  await person.leaves();
});

test('unread messages are counted, live, until they are read', async () => {
  const other = house.chats[4] ?? 0;
  const leave = new AbortController();
  const counts: number[] = [];
  for await (const { event, data } of serverEvents(`${house.url}/api/people/events`, {
    signal: leave.signal,
  })) {
    if (event !== 'people') continue;
    const people: { chatId: number; unread: number }[] = JSON.parse(data);
    const unread = people.find(({ chatId }) => chatId === other)?.unread ?? -1;
    if (unread !== counts.at(-1)) counts.push(unread);
    if (counts.length === 1) await house.bot.api.sendMessage(other, 'nhắc');
    if (counts.length === 2) await post(`${house.url}/api/chats/${other}/read`, { upTo: 2_000_000_000 });
    if (counts.length === 3) break;
  }
  leave.abort();
  expect(counts).toEqual([0, 1, 0]);
});

test('the clock moves by its steps and by nothing else', async () => {
  const before = JSON.parse(await (await fetch(`${house.url}/api/clock`)).text());
  const after = JSON.parse(await (await post(`${house.url}/api/clock`, { step: 'day' })).text());
  expect(Date.parse(after.now) - Date.parse(before.now)).toBe(86_400_000);
  expect(after.zone).toBe('Asia/Ho_Chi_Minh');
  expect((await post(`${house.url}/api/clock`, { step: 'year' })).status).toBe(400);
});

test('a person goes through buttons, a phone number, a window and files', async () => {
  const person: WebPerson = webPerson({ url: house.url, chatId: house.chats[5] ?? 0, name: 'H’Lan' });
  await person.says('/start');
  const invited = await person.sees('được mời');
  expect(invited.buttons).toEqual(['Đúng, tôi nhận', 'Không phải tôi']);
  expect(await person.commandMenu()).toContain('dangky');
  await person.presses('Không phải tôi');
  await person.seesToast('báo lại Phòng Nội vụ');
  await person.presses('Đúng, tôi nhận');
  const asked = await person.sees('Số điện thoại');
  expect(asked.keyboard).toEqual(['Chia sẻ số điện thoại', 'Bỏ qua']);
  await person.sharesPhone('0905 123 456');
  await person.sees('Đã ghi số 0905123456');
  await person.pressesOn(invited, 'Không phải tôi');
  await person.seesToast('báo lại');
  await person.says('/dangky');
  await person.presses('Tập thể');
  await person.sees(/^2\/12/);
  await person.says('/baocao');
  const report = await person.receivesFile(/xlsx$/);
  expect(report.bytes).toHaveLength(41_300);
  expect(report.caption).toContain('128 điển hình');
  await person.sendsFile('Ảnh họp.png', new Uint8Array([1, 2, 3]));
  await person.sees('Đã nhận Ảnh họp.png (3 byte)');
  await person.leaves();
});

test('texts follow the office’s names: on the page, and in every open stream', async () => {
  const textsNow = async () => {
    const response = await fetch(`${house.url}/page/newest/texts/vi.json`);
    const texts: Record<string, string> = JSON.parse(await response.text());
    return {
      names: texts.names,
      role: texts['page-role-officer'],
      cache: response.headers.get('cache-control'),
    };
  };
  const index = async () => (await fetch(house.url)).text();
  const told = async () => {
    const stop = new AbortController();
    const events = serverEvents(`${chat}/events`, { signal: stop.signal });
    const { value } = await events.next();
    stop.abort();
    return value;
  };
  const before = await index();
  expect(await textsNow()).toMatchObject({ role: 'Phòng Nội vụ', cache: 'no-cache' });
  house.names.office = 'Sở Nội vụ';
  try {
    const { names, role } = await textsNow();
    expect(role).toBe('Sở Nội vụ');
    expect(await told()).toMatchObject({ event: 'texts', data: JSON.stringify({ vi: names, en: names }) });
    expect(await index()).not.toBe(before);
  } finally {
    house.names.office = 'Phòng Nội vụ';
  }
  expect(await index()).toBe(before);
});
