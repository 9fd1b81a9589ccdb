import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp } from '../../src/app/app.ts';
import { readConfig } from '../../src/config/config.ts';
import { createLog } from '../../src/log.ts';
import { freshDatabase } from '../support/database.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { webPerson } from '../support/web-person.ts';

/** How long expected messages are waited for. */
const patience = { timeout: 60_000, interval: 50 };

describe('the menu of commands', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse();
  });
  afterAll(async () => {
    await house.close();
  });

  const joins = async (name: string, role: 'liaison' | 'officer', unit?: string) => {
    const person = house.telegram.person({ name });
    await house.joined(name, role, unit, person);
    return person;
  };
  const hashOf = async (name: string) => {
    const { rows } = await house.app.house.db.pool.query<{ hash: string | null }>(
      `select a.menu_hash as hash from account a join person p on p.id = a.person_id where p.name = $1`,
      [name],
    );
    return rows[0]?.hash ?? null;
  };
  const menusSetFor = (chat: number) =>
    house.telegram.calls.filter(
      ({ method, params }) =>
        method === 'setMyCommands' && JSON.stringify(params.scope ?? '').includes(String(chat)),
    ).length;

  it('is set for a person who has not joined yet', async () => {
    const stranger = house.telegram.person({ name: 'Lạ' });
    await stranger.says('xin chào');
    await stranger.sees('Hãy gửi mã mời');
    await expect
      .poll(() => stranger.commandMenu(), patience)
      .toEqual(expect.arrayContaining(['start', 'trogiup']));
    expect(stranger.commandMenu()).not.toContain('dangky');
  });

  it('of an older version of the program is set again after the next turn, once', async () => {
    const person = await joins('Bản Cũ', 'liaison', 'GLAR');
    await expect.poll(() => hashOf('Bản Cũ'), patience).not.toBeNull();
    const now = await hashOf('Bản Cũ');
    await house.app.house.db.pool.query(
      `update account set menu_hash = 'cu' where person_id = (select id from person where name = 'Bản Cũ')`,
    );
    const before = menusSetFor(person.id);
    await person.says('/hannop');
    await person.sees('Xã Glar');
    await expect.poll(() => hashOf('Bản Cũ'), patience).toBe(now);
    expect(menusSetFor(person.id)).toBe(before + 1);
    for (const text of ['/hannop', '/tieuchi', '/danhsach']) {
      await person.says(text);
      await person.sees(/./);
    }
    expect(menusSetFor(person.id)).toBe(before + 1);
  });

  it('follows a role that ended, and another language, at once', async () => {
    const officer = await joins('Trần Thị Hạnh', 'officer');
    const person = await joins('Đổi Vai', 'liaison', 'TRANG');
    expect(person.commandMenu()).toContain('dangky');
    await officer.says('/nguoidung Đổi Vai');
    await officer.presses('Kết thúc vai trò');
    await officer.sees('Lý do?');
    await officer.says('Nghỉ hưu từ tháng 9 năm 2021');
    await officer.presses('Đồng ý');
    await officer.sees('Đã kết thúc vai trò');
    await expect.poll(() => person.commandMenu(), patience).not.toContain('dangky');
    await officer.says('/ngonngu');
    await officer.presses('English');
    await officer.sees('English');
    const described = () => {
      const call = house.telegram.calls.findLast(
        ({ method, params }) =>
          method === 'setMyCommands' && JSON.stringify(params).includes(String(officer.id)),
      );
      return JSON.stringify(call?.params.commands);
    };
    await expect.poll(described, patience).toContain('People and their roles');
  });

  it.each([500, 'drop', 'hang'] as const)(
    'that the channel does not take (%s) holds up no reply',
    async (answer) => {
      const person = await joins(`Trục Trặc ${answer}`, 'liaison', 'GLAR');
      await expect.poll(() => hashOf(`Trục Trặc ${answer}`), patience).not.toBeNull();
      await house.app.house.db.pool.query(`update account set menu_hash = 'cu' where chat_id = $1`, [
        person.id,
      ]);
      house.telegram.failNext({ method: 'setMyCommands', chat: undefined, answer });
      await person.says('/hannop');
      await person.sees('Xã Glar');
      await person.says('/tieuchi');
      expect((await person.sees('Tiêu chí')).text).not.toContain('Xin lỗi');
      await expect.poll(() => hashOf(`Trục Trặc ${answer}`), patience).not.toBe('cu');
    },
  );
});

it('the sample people of a rehearsal have their menus before they say anything', async () => {
  const database = await freshDatabase({ poolSize: 2 });
  const dataDir = await mkdtemp(join(tmpdir(), 'dht-menus-'));
  const config = readConfig({ DATABASE_URL: database.url, DATA_DIR: dataDir, PORT: '0' });
  const app = await startApp({ config, log: createLog('silent') });
  try {
    const { rows } = await app.house.db.pool.query<{ chat: number; label: string; role: string | null }>(
      `select w.chat_id as chat, w.label, (select m.role from membership m where m.person_id = a.person_id limit 1) as role
       from web_chat w left join account a on a.channel = 'web' and a.external_id = w.chat_id::text order by w.chat_id`,
    );
    const has = {
      officer: 'nguoidung',
      liaison: 'dangky',
      head: 'hannop',
      manager: 'baocao',
      publicist: 'danhsach',
    };
    expect(rows.length).toBeGreaterThan(5);
    for (const { chat, label, role } of rows) {
      const person = webPerson({ url: app.url, chatId: Number(chat), name: label });
      const menu = await person.commandMenu();
      expect(menu, label).toContain(role === null ? 'start' : has[role as keyof typeof has]);
      if (role !== 'officer') expect(menu, label).not.toContain('nguoidung');
      await person.leaves();
    }
  } finally {
    await app.stop();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
});
