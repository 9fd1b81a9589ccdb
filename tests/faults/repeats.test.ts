import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultAnswer } from '../standin/telegram/faults.ts';
import type { FaultAnswer as ZaloFault } from '../standin/zalo/faults.ts';
import type { ChatPerson } from '../support/chat.ts';
import { everyChannel, type TestHouse, testHouse } from '../support/house.ts';
import type { ZaloPerson } from '../support/zalo-person.ts';
import { eventually, faultyHouse } from './faulty-house.ts';

/** How often this person has read a message of the bot with these words. */
const read = async (person: ChatPerson, words: string) =>
  (await person.transcript()).filter(({ fromBot, text }) => fromBot && text.includes(words)).length;
const allDone = `select count(*) as n from inbox_update where status <> 'done'`;

describe('a reply whose answer is lost, on Telegram', () => {
  it.each<[about: string, answer: FaultAnswer, times: number, arrives: number]>([
    ['once', 'lost', 1, 2],
    ['again and again: once more, and then never', 'lost', 10, 2],
    ['by a gateway that did nothing, once', 502, 1, 1],
    ['by a connection that broke before, once', 'drop', 1, 1],
  ])('%s', async (_about, answer, times, arrives) => {
    const { telegram, instance, rows, sends } = await faultyHouse();
    await instance();
    const person = telegram.person({ name: 'Lan' });
    telegram.failNext({ method: 'sendMessage', answer, times });
    await person.says('/trogiup');
    await person.sees('mời');
    await eventually(() => rows(allDone)).toEqual([{ n: 0 }]);
    expect(await read(person, 'mời')).toBe(arrives);
    expect(sends()).toHaveLength(2);
    expect(await rows('select attempts, sent from inbox_update')).toEqual([{ attempts: 1, sent: null }]);
  });

  it('waits for a channel that answers again before it is sent once more', async () => {
    const { telegram, instance, rows, database, sends } = await faultyHouse();
    await instance();
    const person = telegram.person({ name: 'Lan' });
    telegram.failNext({ method: 'sendMessage', answer: 'lost' });
    // Four tries of "typing" make one attempt of the update; the second comes a second later.
    let away = true;
    telegram.failNext({ ...{ method: 'sendChatAction', answer: 'drop', times: 1000 }, during: () => away });
    await person.says('/trogiup');
    await eventually(() => rows('select 1 from inbox_update where sent is not null')).toHaveLength(1);
    expect(sends()).toHaveLength(1);
    away = false;
    await database.pool.query('update inbox_update set retry_at = now()');
    await eventually(() => rows(allDone)).toEqual([{ n: 0 }]);
    expect(await read(person, 'mời')).toBe(2);
  });

  it('is not repeated when the update fails after it: arrived messages are left out', async () => {
    const { telegram, instance, joined, rows } = await faultyHouse();
    await instance();
    const person = await joined();
    await person.says('/dangky');
    await person.says('Glar');
    await person.presses('Tập thể');
    await person.sees('Lĩnh vực?');
    await eventually(() => rows(allDone)).toEqual([{ n: 0 }]);
    // The mark under the question fails: the update is tried again.
    telegram.failNext({ method: 'editMessageText', answer: 'drop', times: 4 });
    await person.presses('Tổ dân phố, thôn, làng, xã, thị trấn');
    await person.sees('Tên mô hình');
    await eventually(() => rows(allDone)).toEqual([{ n: 0 }]);
    expect(await rows('select max(attempts) as n from inbox_update')).toEqual([{ n: 2 }]);
    expect(await read(person, 'Tên mô hình')).toBe(1);
  });
});

describe('a reply whose answer is lost, on Zalo', () => {
  let house: TestHouse;
  let person: ZaloPerson;
  beforeEach(async () => {
    house = await testHouse({ zalo: true });
    person = house.zalo.person({ name: 'Mai' });
  });
  afterEach(() => house.close());
  const done = () =>
    eventually(async () => (await house.app.house.db.pool.query(allDone)).rows).toEqual([{ n: 0 }]);

  it.each<[about: string, answer: ZaloFault, times: number, arrives: number]>([
    ['once', 'lost', 1, 2],
    ['again and again: once more, and then never', 'lost', 10, 2],
    ["by a gateway's page", 502, 1, 1],
  ])('%s', async (_about, answer, times, arrives) => {
    house.zalo.failNext({ method: 'sendMessage', chat: person.id, answer, times });
    await person.says('trợ giúp');
    await person.sees('mời');
    await done();
    expect(await read(person, 'mời')).toBe(arrives);
  });
});

describe.each(everyChannel)('a database that refuses the end of an update, on %s', (channel) => {
  let house: TestHouse;
  beforeEach(async () => {
    house = await testHouse({ channel });
  });
  afterEach(() => house.close());

  it('has its reply sent once', async () => {
    const { pool } = house.app.house.db;
    const person = await house.joined('Lê Thị Mai', 'officer');
    await eventually(async () => (await pool.query(allDone)).rows).toEqual([{ n: 0 }]);
    await pool.query(`
      create sequence failures;
      create function fail_once() returns trigger language plpgsql as $$ begin
        if new.status = 'done' and nextval('failures') = 1 then raise exception 'the disk is gone'; end if;
        return new;
      end $$;
      create trigger fail_once before update on inbox_update for each row execute function fail_once()`);
    const before = await read(person, 'Đang dùng');
    await person.says('tài khoản');
    await person.sees('Đang dùng');
    await eventually(async () => (await pool.query(allDone)).rows).toEqual([{ n: 0 }]);
    expect((await pool.query('select last_value as n from failures')).rows[0].n).toBeGreaterThan(1);
    expect(await read(person, 'Đang dùng')).toBe(before + 1);
  });
});
