import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { firstNumber, messageNumber, zaloIds } from './ids.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.drop());

it('the same id is the same number, both ways, on every instance', async () => {
  const [here, there] = [zaloIds(db.pool), zaloIds(db.pool)];
  const external = '6ede9afa66b88fe6d6a9';
  const given = await Promise.all([...Array(20)].map((_, i) => (i % 2 ? here : there).numberOf(external)));
  expect(new Set(given).size).toBe(1);
  expect(await there.externalOf(given[0] ?? 0)).toBe(external);
  const other = await here.numberOf('1459232241454765289');
  expect(other).not.toBe(given[0]);
  expect(await here.externalOf(other)).toBe('1459232241454765289');
});

it('numbers meet none of Telegram (52 bits) and none of the web chat, and JSON holds them', async () => {
  const number = await zaloIds(db.pool).numberOf('00000000000000000001');
  expect(number).toBeGreaterThan(2 ** 52);
  expect(Number.isSafeInteger(number + 10 ** 12)).toBe(true);
  expect(JSON.parse(JSON.stringify(number))).toBe(number);
});

it('other numbers are nobody', async () => {
  const ids = zaloIds(db.pool);
  for (const number of [0, -1, 5, 9_000_000_000_000, firstNumber, firstNumber + 999_999])
    expect(await ids.externalOf(number)).toBeUndefined();
});

it('a message has a number that is derived, always the same and never 0', () => {
  const ids = Array.from({ length: 5000 }, (_, i) => i.toString(16).padStart(20, '0'));
  const numbers = ids.map(messageNumber);
  expect(ids.map(messageNumber)).toEqual(numbers);
  expect(new Set(numbers).size).toBe(ids.length);
  expect(numbers.every((number) => number >= 1 && number <= 2 ** 48)).toBe(true);
});
