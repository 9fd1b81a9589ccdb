import { describe, expect, it, onTestFinished } from 'vitest';
import { planDue } from '../../src/app/plan-due.ts';
import { instanceLockClass } from '../../src/jobs/instance.ts';
import { createLog } from '../../src/log.ts';
import { connect } from '../../src/store/database.ts';
import type { TelegramPerson } from '../support/telegram-person.ts';
import { eventually, faultyHouse } from './faulty-house.ts';

const allDone = `select status, count(*) as n from inbox_update group by 1 order by 1`;

describe('an update is stored before it is acknowledged', () => {
  it('by polling: an update that cannot be stored comes again and is handled once', async () => {
    const { telegram, rows, instance, joined, database } = await faultyHouse();
    await instance();
    const person = await joined();
    await database.pool.query('alter table inbox_update rename to inbox_update_gone');
    const pending = telegram.pending();
    await person.says('/trogiup');
    await telegram.answered(({ method, params }) => method === 'getUpdates' && params.offset !== 0);
    expect(telegram.pending()).toBe(pending + 1);
    await database.pool.query('alter table inbox_update_gone rename to inbox_update');
    await person.sees('/trogiup');
    await eventually(() => telegram.pending()).toBe(0);
    await eventually(() => rows(allDone)).toEqual([{ status: 'done', n: telegram.updates.length }]);
  });

  it('by webhook: 500 while it cannot be stored, and then handled once', async () => {
    const { telegram, rows, instance, database } = await faultyHouse({
      PUBLIC_URL: 'http://127.0.0.1:9',
      TELEGRAM_WEBHOOK_SECRET: 'secret-of-the-hook',
    });
    const { url } = await instance();
    const person = telegram.person({ name: 'Lan' });
    const release = telegram.holdUpdates();
    await person.says('/trogiup');
    const post = () =>
      fetch(`${url}/webhooks/telegram`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-telegram-bot-api-secret-token': 'secret-of-the-hook',
        },
        body: JSON.stringify(person.updates[0]),
      });
    await database.pool.query('alter table inbox_update rename to inbox_update_gone');
    expect((await post()).status).toBe(500);
    await database.pool.query('alter table inbox_update_gone rename to inbox_update');
    expect((await post()).status).toBe(200);
    expect((await post()).status).toBe(200);
    await person.sees('mời');
    await eventually(() => rows(allDone)).toEqual([{ status: 'done', n: 1 }]);
    expect(telegram.calls.filter(({ method }) => method === 'sendMessage')).toHaveLength(1);
    release();
  });

  it.each([
    ['a typed escape of NUL', '\\u0000 và \\\\u0000'],
    ['half a surrogate pair', 'nửa \ud83d cặp'],
    ['NUL itself', 'trước\u0000sau'],
  ])('with any content: %s does not delay later updates', async (_what, text) => {
    const { telegram, rows, instance } = await faultyHouse();
    const app = await instance();
    const person = telegram.person({ name: 'Lan' });
    await person.says('/trogiup');
    await person.sees('mời');
    const [update] = person.updates;
    const strange = { ...update, update_id: 1, message: { ...Object(update?.message), text } };
    await app.accept('telegram', [{ key: 'strange', update: strange as never }]);
    await person.sees('mời');
    await eventually(() => rows(allDone)).toEqual([{ status: 'done', n: 2 }]);
  });
});

describe('every update is handled once', () => {
  /**
   * The domain's tables after a registration, without the differences between two runs: ids, and
   * random storage.
   */
  async function afterRegistering(duplicate: boolean) {
    const house = await faultyHouse();
    await house.instance();
    house.telegram.duplicateUpdates = duplicate;
    const person = await house.joined();
    await person.says('/dangky');
    await person.sees('đơn vị nào');
    await person.says('Glar');
    await person.presses('Lưu nháp');
    await person.sees('Tiếp tục');
    await eventually(() => house.rows(`select 1 from inbox_update where status = 'pending'`)).toEqual([]);
    const tables = await Promise.all(
      [
        'select form, state, answers, cursor, rev from draft order by id',
        'select name, phone, locale from person order by id',
        'select role, unit_id from membership order by id',
        'select channel, external_id, reachable from account order by id',
        'select code, used_by_id from invitation order by id',
        'select 1 from exemplar',
        'select status from inbox_update order by id',
      ].map(house.rows),
    );
    return { tables, texts: (await person.transcript()).map(({ text }) => text) };
  }

  it('though Telegram sends each one twice: the same rows and the same words as once', async () => {
    const [once, twice] = [await afterRegistering(false), await afterRegistering(true)];
    expect(twice).toEqual(once);
  });
});

describe('order', () => {
  it('is kept within each of 20 chats when 200 updates come at once', async () => {
    const { telegram, rows, instance } = await faultyHouse();
    const app = await instance();
    const people = Array.from({ length: 20 }, (_, i) => telegram.person({ name: `Người ${i}` }));
    const release = telegram.holdUpdates();
    for (let n = 0; n < 10; n++) for (const person of people) await person.says(`/ngonngu${n}`);
    const updates = telegram.updates.map((update) => ({
      key: String(update.update_id),
      update: update as never,
    }));
    // In pieces, several at once, as a webhook would; each chat's own stay in their order.
    for (let n = 0; n < 10; n++) await app.accept('telegram', updates.slice(n * 20, n * 20 + 20));
    await eventually(() => rows(allDone)).toEqual([{ status: 'done', n: 200 }]);
    const settled = await rows(
      `select chat_key, array_agg(id order by settled_at, id) = array_agg(id order by id) as ordered
       from inbox_update group by 1`,
    );
    expect(settled).toHaveLength(20);
    expect(settled.every(({ ordered }) => ordered)).toBe(true);
    release();
  });

  it('a chat that hangs does not delay the others', async () => {
    const { telegram, rows, instance } = await faultyHouse();
    await instance();
    const slow = telegram.person({ name: 'Chậm' });
    const hanging = Promise.withResolvers<void>();
    telegram.failNext({
      ...{ method: 'sendMessage', chat: slow.id, answer: { hangUntil: hanging.promise } },
    });
    await slow.says('/trogiup');
    await slow.says('/trogiup');
    await eventually(() => telegram.calls.filter(({ method }) => method === 'sendMessage').length).toBe(1);
    const others = Array.from({ length: 10 }, (_, i) => telegram.person({ name: `Người ${i}` }));
    await Promise.all(
      others.map(async (person) => {
        await person.says('/trogiup');
        await person.sees('mời');
      }),
    );
    // All the others have been answered while the first still hangs, and its second message waits.
    expect(await slow.transcript().then((all) => all.filter(({ fromBot }) => fromBot))).toEqual([]);
    hanging.resolve();
    await slow.sees('mời');
    await slow.sees('mời');
    await eventually(() => rows(allDone)).toEqual([{ status: 'done', n: 12 }]);
  });

  it('is kept in a chat that hangs: cut off, tried again, then its next update', async () => {
    const { telegram, rows, instance } = await faultyHouse();
    // Long enough for an update that does not hang, on any machine.
    await instance({ cutOffMs: 4000 });
    const slow = telegram.person({ name: 'Chậm' });
    telegram.failNext({ method: 'sendMessage', chat: slow.id, answer: 'hang' });
    await slow.says('/trogiup');
    await slow.says('/trogiup');
    await slow.sees('mời');
    await slow.sees('mời');
    await eventually(() => rows(allDone)).toEqual([{ status: 'done', n: 2 }]);
    expect(
      await rows(`select attempts from inbox_update where chat_key = 'telegram:${slow.id}' order by id`),
    ).toEqual([{ attempts: 2 }, { attempts: 1 }]);
  });
});

describe('an update that cannot be handled', () => {
  it('is tried five times, then kept as failed; the person is told, the chat continues', async () => {
    const { telegram, rows, instance, joined, database } = await faultyHouse();
    await instance();
    const person = await joined();
    // A bug of ours: no form can be opened.
    await database.pool.query('alter table draft add constraint broken check (false) not valid');
    await person.says('/dangky');
    await person.says('/trogiup');
    // The back-off is 1, 4, 15 and 60 seconds; the test does not wait for it.
    const attempts = () => rows(`select attempts from inbox_update where error is not null`);
    for (let attempt = 1; attempt <= 5; attempt++) {
      // In one statement: between two of them an attempt more could begin and end.
      const sooner = () =>
        rows(`with sooner as (update inbox_update set retry_at = now() where status = 'pending')
              select attempts from inbox_update where error is not null`);
      await eventually(attempt === 1 ? attempts : sooner).toEqual([{ attempts: attempt }]);
    }
    const told = await person.sees('chưa xử lý được');
    await database.pool.query('alter table draft drop constraint broken');
    const failed = await rows(
      `select id, payload is not null as kept, error from inbox_update where status = 'failed'`,
    );
    expect(failed).toEqual([
      { id: expect.any(Number), kept: true, error: expect.stringMatching(/^error: at /) },
    ]);
    expect(told.text).toContain(`(số ${failed[0]?.id})`);
    await person.says('/taikhoan');
    await person.sees('Trần Thị Hạnh');
    expect(
      telegram.calls.filter(({ params }) => String(params.text).includes('chưa xử lý được')),
    ).toHaveLength(1);
  });

  it('and one during which the process died time after time is not tried without end', async () => {
    const { telegram, rows, instance, joined, database } = await faultyHouse();
    const app = await instance();
    const person = await joined();
    const [update] = person.updates;
    await database.pool.query(
      `insert into inbox_update (channel, update_key, chat_key, payload, attempts) values ('telegram', 'poison', $1, $2, 5)`,
      [`telegram:${person.id}`, JSON.stringify({ ...update, update_id: 1 })],
    );
    await person.says('/trogiup');
    await person.sees('chưa xử lý được');
    await person.sees('/trogiup');
    expect(await rows(`select status, attempts from inbox_update where update_key = 'poison'`)).toEqual([
      { status: 'failed', attempts: 6 },
    ]);
    expect(app.house.db.pool.totalCount).toBeGreaterThan(0);
    expect(telegram.violations).toEqual([]);
  });
});

describe('two instances on one database', () => {
  it('keep the order within each chat and double nothing, for updates to either', async () => {
    const house = await faultyHouse();
    const apps = [await house.instance(), await house.instance()];
    const people = Array.from({ length: 8 }, (_, i) => house.telegram.person({ name: `Người ${i}` }));
    const release = house.telegram.holdUpdates();
    for (let n = 0; n < 10; n++) for (const person of people) await person.says(`/trogiup ${n}`);
    for (const [i, update] of house.telegram.updates.entries()) {
      const given = [{ key: String(update.update_id), update: update as never }];
      await apps[i % 2]?.accept('telegram', given);
      // Sometimes it comes to both.
      if (i % 5 === 0) await apps[(i + 1) % 2]?.accept('telegram', given);
    }
    await eventually(() => house.rows(allDone)).toEqual([{ status: 'done', n: 80 }]);
    const settled = await house.rows(
      `select bool_and(ordered) as ordered, max(attempts) as attempts from (
         select max(attempts) as attempts, array_agg(id order by settled_at, id) = array_agg(id order by id) as ordered
         from inbox_update group by chat_key) as chats`,
    );
    expect(settled).toEqual([{ ordered: true, attempts: 1 }]);
    expect(house.telegram.calls.filter(({ method }) => method === 'sendMessage')).toHaveLength(80);
    expect(await house.rows('select 1 from chat where owner is not null')).toEqual([]);
    release();
  });

  it('a chat continues when its instance is cut off in the middle of an update', async () => {
    const house = await faultyHouse();
    const first = await house.instance({ sweepMs: 500, cutOffMs: 6000 });
    // Before the first hangs: a start may take as long as the first waits before it cuts off.
    await house.instance({ sweepMs: 500 });
    const person = await house.joined();
    await eventually(() => house.rows(`select 1 from inbox_update where status <> 'done'`)).toEqual([]);
    house.telegram.failNext({ method: 'sendMessage', chat: person.id, answer: 'hang' });
    const before = house.telegram.calls.length;
    await person.says('/trogiup');
    await eventually(() =>
      house.telegram.calls.slice(before).some(({ method }) => method === 'sendMessage'),
    ).toBe(true);
    // The first hangs while it has the chat; to the others it is dead once its lock is gone.
    const cut = await house.rows(
      `select pg_terminate_backend(l.pid) as done from pg_locks l join chat c on c.owner::oid = l.objid
       where l.locktype = 'advisory' and l.classid = ${instanceLockClass} and c.key = 'telegram:${person.id}'`,
    );
    expect(cut).toEqual([{ done: true }]);
    await person.sees('/trogiup');
    await eventually(() => house.rows(`select 1 from inbox_update where status <> 'done'`)).toEqual([]);
    expect(await house.rows('select max(attempts) as n from inbox_update')).toEqual([{ n: 2 }]);
    // It has joined again under another number, and continues.
    const locks = `select count(*) as n from pg_locks where locktype = 'advisory' and classid = ${instanceLockClass} and granted
                   and database = (select oid from pg_database where datname = current_database())`;
    await eventually(() => house.rows(locks)).toEqual([{ n: 2 }]);
    expect(first.house.db.pool.totalCount).toBeGreaterThan(0);
  });
});

describe('a database that was unreachable', () => {
  it('is used again as soon as it is back', async () => {
    const house = await faultyHouse();
    await house.instance({ sweepMs: 500 });
    const person = await house.joined();
    await registersSomething(person);
    // Every connection is cut, as when the server restarts.
    await house.database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await person.says('/taikhoan');
    await person.sees('Trần Thị Hạnh');
    const locks = `select count(*) as n from pg_locks where locktype = 'advisory' and classid = ${instanceLockClass} and granted
                   and database = (select oid from pg_database where datname = current_database())`;
    await eventually(() => house.rows(locks)).toEqual([{ n: 1 }]);
    await eventually(() => house.rows(`select 1 from inbox_update where status <> 'done'`)).toEqual([]);
  });

  it('has the planner run again soon', async () => {
    const house = await faultyHouse();
    const { house: parts } = await house.instance();
    expect(await planDue(parts)).toBe(true);
    const gone = connect({ url: 'postgresql://dht@127.0.0.1:1/dht', log: createLog('silent') });
    onTestFinished(() => gone.close());
    expect(await planDue({ ...parts, db: gone })).toBe(false);
  });

  it('and workers that have ended by themselves are replaced', async () => {
    const house = await faultyHouse();
    const lines: string[] = [];
    await house.instance({ log: createLog('info', { write: (line) => lines.push(line) }) });
    const person = await house.joined();
    // graphile-worker ends itself after an outage of some minutes, or sooner when asked in this
    // way.
    onTestFinished(() => {
      process.exitCode = undefined;
    });
    await house.database.pool.query(
      `select pg_notify('worker:migrate', '{"migrationNumber": 99, "breaking": true}')`,
    );
    await eventually(() => lines.filter((line) => line.includes('new workers have begun')).length).toBe(1);
    await person.says('/trogiup');
    await person.sees('/trogiup');
  });

  async function registersSomething(person: TelegramPerson): Promise<void> {
    await person.says('/dangky');
    await person.sees('đơn vị nào');
    await person.presses('Lưu nháp');
    await person.sees('Tiếp tục');
  }
});
