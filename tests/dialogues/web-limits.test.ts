import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyChannel, type TestHouse, testHouse } from '../support/house.ts';
import { jpeg, pdf } from '../support/sample-files.ts';

describe('the web server', () => {
  let house: TestHouse;
  const token = 'token-of-the-watchman';
  beforeAll(async () => {
    house = await testHouse({ channel: 'web', env: { HEALTH_TOKEN: token } });
  });
  afterAll(() => house.close());

  const proxied = { 'x-forwarded-for': '203.0.113.7' };
  it.each([
    ['on this machine', {}, true],
    ['through a proxy', proxied, false],
    ['through a proxy, with the token', { ...proxied, authorization: `Bearer ${token}` }, true],
    ['through a proxy, with another token', { ...proxied, authorization: 'Bearer another-token' }, false],
    ['through a proxy, with an empty token', { ...proxied, authorization: 'Bearer ' }, false],
  ])('shows the details of its health and its metrics %s: %j', async (_where, headers, yes) => {
    const health = await fetch(`${house.app.url}/healthz`, { headers });
    expect([200, 503]).toContain(health.status);
    expect('database' in Object(await health.json())).toBe(yes);
    expect((await fetch(`${house.app.url}/metrics`, { headers })).status).toBe(yes ? 200 : 404);
  });

  it.each(['/api/chats/1/messages', '/api/chats/1/presses', '/api/chats/1/files', '/api/devices/1/sign-out'])(
    'refuses who is not signed in before the body of %s has come',
    async (path) => {
      const { port, hostname } = new URL(house.app.url);
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n{`,
      );
      const [answer] = await once(socket, 'data');
      expect(String(answer)).toMatch(/^HTTP\/1\.1 401 /);
      socket.destroy();
    },
  );
});

describe.each(everyChannel)('with a full disk, on %s', (channel) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse({ channel, leastFreeBytes: Number.MAX_SAFE_INTEGER });
  });
  afterAll(() => house.close());

  it('health says so', async () => {
    const health = await fetch(`${house.app.url}/healthz`);
    expect(health.status).toBe(503);
    expect(await health.json()).toMatchObject({ status: 'trouble', disk: 'full' });
  });

  it('a person who sends a file is told so, and nothing else is lost', async () => {
    const person = await house.joined('Gửi Tệp', 'liaison', 'GLAR');
    await person.says('/nopvanban');
    await person.presses((await person.sees('Nộp văn bản nào?')).buttons[0] ?? '');
    await person.sees('Gửi tệp');
    const page = await person.sendsFile('ke-hoach.pdf', pdf('x')).catch((error: unknown) => String(error));
    if (page) expect(page).toContain('hết chỗ lưu');
    else await person.sees('hết chỗ lưu');
    await person.says('/danhsach');
    await person.sees('Chưa có điển hình nào');
  });

  it('a person who asks for a report gets it, or one sentence', async () => {
    const officer = await house.joined('Hỏi Báo Cáo', 'officer');
    await officer.says('/baocao tonghop 2021');
    // Telegram stores the file itself; on other channels it has no place on this server.
    if (channel === 'telegram') await officer.receivesFile(/\.xlsx$/);
    else await officer.sees('Máy chủ hết chỗ lưu nên chưa lập hoặc chưa gửi được tệp');
    await officer.says('/duyet');
    await officer.sees('Không còn hồ sơ nào chờ duyệt');
  });
});

describe('with a full disk, a photo on Zalo', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse({ channel: 'zalo', leastFreeBytes: Number.MAX_SAFE_INTEGER });
  });
  afterAll(() => house.close());

  it('is refused in a sentence, and the form waits for it', async () => {
    const person = await house.joined('Gửi Ảnh', 'liaison', 'GLAR');
    await person.says('/nopvanban');
    await person.presses((await person.sees('Nộp văn bản nào?')).buttons[0] ?? '');
    await person.sees('Gửi tệp');
    await person.sendsFile('anh.jpg', jpeg(), { photo: true });
    await person.sees('Máy chủ hết chỗ lưu nên tệp này chưa được nhận');
    await person.says('/danhsach');
    await person.sees('Chưa có điển hình nào');
  });
});
