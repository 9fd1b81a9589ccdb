import { describe, expect, it } from 'vitest';
import { apisOf } from '../../src/bot/core/send-to-account.ts';
import { telegramLimits } from '../../src/channels/telegram/limits.ts';
import { createLog } from '../../src/log.ts';
import { eventually, faultyHouse } from './faulty-house.ts';
import { said, wholeStory } from './story.ts';

/**
 * Milliseconds by which arrivals may be closer together than departures were, on a busy machine.
 */
const jitter = 400;
/** Telegram's limits, checked on messages as they arrive. */
const rate = { all: 30, perChat: 1, burst: 4, jitterMs: jitter };

describe('the webhook', () => {
  const secret = 'secret-of-the-hook';
  async function withWebhook() {
    const house = await faultyHouse({
      PUBLIC_URL: 'http://127.0.0.1:9',
      TELEGRAM_WEBHOOK_SECRET: secret,
    });
    const app = await house.instance();
    const post = (body: string, headers: Record<string, string> = {}) =>
      fetch(`${app.url}/webhooks/telegram`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-telegram-bot-api-secret-token': secret,
          ...headers,
        },
        body,
      });
    return { ...house, app, post };
  }
  const update = (id: number, chat: object = { id: 5, type: 'private', first_name: 'Lan' }) =>
    JSON.stringify({
      update_id: id,
      message: {
        message_id: id,
        date: 1,
        chat,
        from: { id: 5, is_bot: false, first_name: 'Lan' },
        text: '/trogiup',
      },
    });

  it("accepts Telegram's requests, and nothing else", async () => {
    const { post, rows, app } = await withWebhook();
    const cases: [what: string, status: number, answer: Promise<Response>][] = [
      ['wrong secret', 401, post(update(1), { 'x-telegram-bot-api-secret-token': 'secret-of-the-hooc' })],
      ['no secret', 401, post(update(2), { 'x-telegram-bot-api-secret-token': '' })],
      ['not JSON', 400, post('{"update_id": 3')],
      ['another type', 415, post(update(3), { 'content-type': 'text/xml' })],
      ['no update', 400, post('{"message": {}}')],
      ['an array', 400, post('[]')],
      ['null', 400, post('null')],
      ['an id that is none', 400, post('{"update_id": "7; drop table inbox_update"}')],
      ['too large', 413, post(update(4, { id: 5, type: 'private', title: 'x'.repeat(1024 * 1024) }))],
      ['a group', 200, post(update(5, { id: -5, type: 'group', title: 'Nhóm' }))],
      ['a kind that nobody asked for', 200, post('{"update_id": 6, "poll": {}}')],
    ];
    for (const [what, status, answer] of cases) expect([what, (await answer).status]).toEqual([what, status]);
    expect(await rows('select 1 from inbox_update')).toEqual([]);
    expect((await fetch(`${app.url}/webhooks/telegram`)).status).toBe(404);

    expect((await post(update(8))).status).toBe(200);
    expect((await post(update(8))).status).toBe(200);
    expect(await rows('select update_key, chat_key from inbox_update')).toEqual([
      { update_key: '8', chat_key: 'telegram:5' },
    ]);
  });

  it('is set at the start, with its secret, and makes the app healthy', async () => {
    const { telegram, app } = await withWebhook();
    const call = await telegram.answered(({ method }) => method === 'setWebhook');
    expect(call.params).toMatchObject({ url: 'http://127.0.0.1:9/webhooks/telegram', secret_token: secret });
    await eventually(async () => (await fetch(`${app.url}/healthz`)).status).toBe(200);
  });
});

describe('sending', () => {
  it("keeps Telegram's limits: nothing is refused, and every second has 30 at most", async () => {
    const { telegram, instance, sends } = await faultyHouse({}, { rate });
    await instance({ limits: telegramLimits });
    const crowd = Array.from({ length: 45 }, (_, i) => telegram.person({ name: `Người ${i}` }));
    const [eager] = crowd;
    for (const person of crowd) await person.says('/trogiup');
    for (let n = 0; n < 5; n++) await eager?.says('/trogiup');
    await eventually(() => sends().filter(({ answered }) => answered?.status === 200).length).toBe(50);
    expect(sends()).toHaveLength(50);
    const times = (chat?: number) =>
      sends()
        .filter(({ params }) => chat === undefined || params.chat_id === chat)
        .map(({ at }) => at);
    const span = (all: number[]) => (all.at(-1) ?? 0) - (all[0] ?? 0);
    expect(times(eager?.id)).toHaveLength(6);
    expect(span(times(eager?.id))).toBeGreaterThan(2000 - jitter);
    const all = times();
    for (let i = 0; i + 30 < all.length; i++) {
      expect(span(all.slice(i, i + 31))).toBeGreaterThan(1000 - jitter);
    }
  });

  it("keeps Telegram's limits by two instances together", async () => {
    const { telegram, instance, sends } = await faultyHouse({}, { rate });
    const crowd = Array.from({ length: 40 }, (_, i) => telegram.person({ name: `Người ${i}` }));
    const apps = [await instance({ limits: undefined }), await instance({ limits: undefined })];
    const apis = apps.map(({ house }) => apisOf(house.channels).get('telegram'));
    for (const person of crowd) await person.says('/trogiup');
    await eventually(() => sends().filter(({ answered }) => answered?.status === 200).length).toBe(40);
    const before = sends().length;
    await Promise.all(crowd.flatMap(({ id }) => apis.map((api) => api?.sendMessage(id, 'Chào'))));
    const sent = sends().slice(before);
    expect(sent.filter(({ answered }) => answered?.status === 200)).toHaveLength(80);
    // Each by itself would send 30 at once, and 30 would be refused. A process that stands still
    // for longer than the stand-in allows may have a few refused; how many go is tried in virtual
    // time (`shared-window.test.ts`).
    expect(sent.length - 80).toBeLessThan(15);
  });

  it("answers three commands in a row at once, before another person's sixth", async () => {
    const { telegram, instance, sends } = await faultyHouse({}, { rate });
    await instance({ limits: telegramLimits });
    const [three, six] = [telegram.person({ name: 'Lan' }), telegram.person({ name: 'Mai' })];
    for (let n = 0; n < 6; n++) await six.says('/trogiup');
    for (let n = 0; n < 3; n++) await three.says('/trogiup');
    await eventually(() => sends().filter(({ answered }) => answered?.status === 200).length).toBe(9);
    const order = sends().map(({ params }) => params.chat_id);
    expect(order.lastIndexOf(three.id)).toBeLessThan(order.lastIndexOf(six.id));
    expect(order.slice(-2)).toEqual([six.id, six.id]);
  });

  it('waits as long as Telegram asks, and says it once', async () => {
    const { telegram, instance, sends } = await faultyHouse();
    await instance();
    const person = telegram.person({ name: 'Lan' });
    telegram.failNext({ method: 'sendMessage', answer: { status: 429, retryAfter: 1 } });
    await person.says('/trogiup');
    await person.sees('mời');
    const [refused, taken] = sends();
    expect((taken?.at ?? 0) - (refused?.answered ? refused.at : 0)).toBeGreaterThan(990);
    expect(sends()).toHaveLength(2);
  });

  it.each([500, 502, 'drop'] as const)('tries again after %s', async (answer) => {
    const { telegram, instance, rows } = await faultyHouse();
    await instance();
    const person = telegram.person({ name: 'Lan' });
    telegram.failNext({ method: 'sendMessage', answer });
    await person.says('/trogiup');
    await person.sees('mời');
    await eventually(() => rows('select status, attempts from inbox_update')).toEqual([
      { status: 'done', attempts: 1 },
    ]);
  });

  it('records an unreachable person, and that a later message of theirs undoes it', async () => {
    const { telegram, instance, rows } = await faultyHouse();
    await instance();
    const person = telegram.person({ name: 'Lan' });
    const reachable = () => rows('select reachable from account');
    const allDone = () => rows(`select 1 from inbox_update where status <> 'done'`);
    telegram.failNext({ method: 'sendMessage', answer: 403 });
    await person.says('/trogiup');
    await eventually(reachable).toEqual([{ reachable: false }]);
    await eventually(allDone).toEqual([]);
    expect(await reachable()).toEqual([{ reachable: false }]);

    await person.says('/trogiup');
    await person.sees('mời');
    await eventually(reachable).toEqual([{ reachable: true }]);

    // Blocking the bot tells it so; letting it write again does too.
    person.blocks();
    await eventually(reachable).toEqual([{ reachable: false }]);
    await eventually(allDone).toEqual([]);
    expect(await reachable()).toEqual([{ reachable: false }]);
    person.unblocks();
    await eventually(reachable).toEqual([{ reachable: true }]);
    expect(telegram.calls.filter(({ method }) => method === 'sendMessage')).toHaveLength(2);
  });
});

describe('Telegram itself', () => {
  it('refusing the token does not stop the app; health says so without the token', async () => {
    const token = '123456:wrong_token_of_somebody';
    const { instance } = await faultyHouse({ TELEGRAM_BOT_TOKEN: token });
    const lines: string[] = [];
    const app = await instance({ log: createLog('trace', { write: (line) => lines.push(line) }) });
    await eventually(async () => {
      const response = await fetch(`${app.url}/healthz`);
      return { status: response.status, body: await response.text() };
    }).toEqual({ status: 503, body: expect.stringContaining('401 Unauthorized') });
    const everything = lines.join('') + (await (await fetch(`${app.url}/healthz`)).text());
    expect(everything).toContain('Unauthorized');
    expect(everything).not.toContain(token);
    expect(everything).not.toContain('wrong_token');
  });

  it('being unreachable does not prevent a start, and is recovered from', async () => {
    const { telegram, instance } = await faultyHouse();
    let unreachable = true;
    telegram.failNext({
      ...{ method: 'deleteWebhook', answer: 502, times: 1000 },
      during: () => unreachable,
    });
    const app = await instance();
    await eventually(async () => (await fetch(`${app.url}/healthz`)).status).toBe(503);
    unreachable = false;
    const person = telegram.person({ name: 'Lan' });
    await person.says('/trogiup');
    await person.sees('mời');
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  });

  it('is asked for files at TELEGRAM_API_ROOT, and gets the stored updates confirmed', async () => {
    const { telegram, instance, rows } = await faultyHouse();
    const app = await instance();
    await app.house.db.pool.query(
      `insert into invitation (code, role, unit_id, created_at, expires_at)
       select 'LNKS2345', 'liaison', id, now(), now() + interval '14 days' from unit where code = 'GLAR'`,
    );
    await wholeStory(telegram.person({ name: 'Bình' }), telegram.person({ name: 'Hạnh' }));
    expect(telegram.calls.filter(({ method }) => method === 'file')).toHaveLength(1);
    expect(await rows('select name, mime from attachment')).toEqual([
      { name: said.file, mime: 'application/pdf' },
    ]);
    await app.stop();
    expect(telegram.pending()).toBe(0);
    expect(telegram.violations).toEqual([]);
  });
});

describe('personal data', () => {
  it('is not in the log of a whole story: no names, words, numbers, codes, token', async () => {
    const { telegram, instance, database } = await faultyHouse();
    const lines: string[] = [];
    const app = await instance({ log: createLog('trace', { write: (line) => lines.push(line) }) });
    await database.pool.query(
      `insert into invitation (code, role, unit_id, created_at, expires_at)
       select 'LNKS2345', 'liaison', id, now(), now() + interval '14 days' from unit where code = 'GLAR'`,
    );
    const liaison = telegram.person({ name: 'Tên trên Telegram', username: 'binh_glar' });
    await wholeStory(liaison, telegram.person({ name: 'Hạnh' }));
    // And of failures: a bug in the middle of an answer, whose error quotes it.
    await database.pool.query(
      `alter table draft add constraint no_more check (answers ->> 'name' is distinct from 'Đội thông tin lưu động làng Dôr') not valid`,
    );
    await liaison.says('/dangky');
    await liaison.presses('Tập thể');
    await liaison.presses('Tổ dân phố, thôn, làng, xã, thị trấn');
    await liaison.sees('Tên mô hình');
    await liaison.says('Đội thông tin lưu động làng Dôr');
    await eventually(() => lines.some((line) => line.includes('update failed'))).toBe(true);
    await app.stop();

    const log = lines.join('').normalize('NFC');
    // It is the log of a real run: it started, listened, failed once.
    for (const told of ['instance joined', 'Server listening', 'update failed']) expect(log).toContain(told);
    expect(lines.length).toBeGreaterThanOrEqual(5);
    for (const secret of [
      ...Object.values(said),
      'LNKS2345',
      'FRST2345',
      '0905000001',
      'Tên trên Telegram',
      'binh_glar',
      'A Nhưk',
      'Dôr',
      'Đê Kốp',
      String(liaison.id),
      telegram.token,
      telegram.token.split(':')[1] ?? telegram.token,
      'GLAR-2021',
    ]) {
      expect(log.includes(secret), `the log tells «${secret}»`).toBe(false);
    }
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty('msg');
  });
});

describe('health', () => {
  it('tells the database, the inbox and the channels; metrics tell counts and times', async () => {
    const { telegram, instance, database } = await faultyHouse();
    const app = await instance();
    const person = telegram.person({ name: 'Lan' });
    await person.says('/trogiup');
    await person.sees('mời');
    const health = async () => {
      const response = await fetch(`${app.url}/healthz`);
      return { status: response.status, body: await response.json() };
    };
    await eventually(health).toMatchObject({
      status: 200,
      body: {
        status: 'ok',
        database: 'ok',
        inbox: { pending: 0, oldestSeconds: 0, failed: 0 },
        channels: { telegram: 'ok' },
      },
    });
    const readMetrics = async () => (await fetch(`${app.url}/metrics`)).text();
    // Counted once the end of the update is known here, a moment after the database shows it.
    await eventually(readMetrics).toContain('dht_update_seconds_count{channel="telegram",outcome="done"} 1');
    const metrics = await readMetrics();
    expect(metrics).toContain('dht_inbox_pending 0');
    expect(metrics).toContain('process_cpu_seconds_total');
    expect(metrics).not.toContain('Lan');

    // No worker has taken it for three minutes.
    await database.pool.query(
      `insert into inbox_update (channel, update_key, chat_key, payload, received_at, retry_at)
       values ('telegram', 'stuck', 'telegram:1', '{}', now() - interval '3 minutes', now() + interval '1 hour')`,
    );
    expect(await health()).toMatchObject({ status: 503, body: { status: 'trouble', inbox: { pending: 1 } } });
  });

  it('is 503 when the database is down, and metrics still answer', async () => {
    const { instance, database } = await faultyHouse();
    const app = await instance();
    await database.drop();
    const response = await fetch(`${app.url}/healthz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ status: 'trouble', database: 'does not answer' });
    const metrics = await fetch(`${app.url}/metrics`);
    expect(metrics.status).toBe(200);
    expect(await metrics.text()).toMatch(/dht_inbox_pending NaN/i);
  });
});
