import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandsOf, features } from '../../src/bot/features/index.ts';
import { listRolesWith } from '../../src/people/rights.ts';
import type { ChatPerson } from '../support/chat.ts';
import { everyChannel, type TestHouse, testHouse } from '../support/house.ts';
import { registers } from '../support/registers.ts';

/**
 * Arguments that people never mean, and that a careless parser reads as an id, a page or a year.
 */
const odd = [
  '0',
  '-1',
  '2147483648',
  '99999999999',
  '9'.repeat(400),
  '1e9',
  '0x1F90',
  '1.5',
  'NaN',
  '٣',
  "'; drop table exemplar; --",
  '%s %n \\u0000',
  '<b>x</b>',
  'GLAR-2021-99999999999',
  'GLAR-0-0',
  '/duyet /duyet',
];

describe.each(everyChannel)('a nonsense argument, on %s', { timeout: 240_000 }, (channel) => {
  let house: TestHouse;
  let officer: ChatPerson;
  let liaison: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('Gõ Lung Tung', 'liaison', 'GLAR');
    officer = await house.joined('Duyệt Lung Tung', 'officer');
    await registers(liaison, { name: 'Đồi chè' });
  });
  afterAll(() => house.close());

  const all = commandsOf(features);
  const taking = all.filter(({ takesArgs }) => takesArgs).map(({ name }) => name);
  const others = all.filter(({ takesArgs }) => !takesArgs).map(({ name }) => name);

  /** Types it, waits for an answer, and checks that the update was handled at the first attempt. */
  const isAnswered = async (person: ChatPerson, text: string) => {
    const before = (await person.transcript()).filter(({ fromBot }) => fromBot).length;
    await person.says(text);
    const answered = async () => (await person.transcript()).filter(({ fromBot }) => fromBot).length > before;
    await expect.poll(answered, { interval: 10, timeout: 60_000, message: text }).toBe(true);
  };
  const troubles = async () => {
    const { rows } = await house.app.house.db.pool.query(
      `select channel, attempts, error from inbox_update where status = 'failed' or attempts > 1`,
    );
    return rows;
  };

  it('of a command with arguments gets one answer, and nothing fails', async () => {
    expect(taking).toEqual(expect.arrayContaining(['duyet', 'baocao', 'moi', 'nguoidung']));
    for (const name of taking) {
      const { right } = all.find((one) => one.name === name) ?? { right: 'all' };
      const person = listRolesWith(right).includes('officer') ? officer : liaison;
      for (const text of odd) await isAnswered(person, `/${name} ${text}`);
    }
    expect(await troubles()).toEqual([]);
  });

  it('of any other command is answered too', async () => {
    for (const name of others.filter((one) => !['huy', 'start', 'ngonngu'].includes(one))) {
      for (const text of odd.slice(0, 4)) {
        await isAnswered(officer, `/${name} ${text}`);
        await officer.says('/huy');
      }
    }
    expect(await troubles()).toEqual([]);
    const { rows } = await house.app.house.db.pool.query('select status from exemplar');
    expect(rows).toEqual([{ status: 'submitted' }]);
  });
});
