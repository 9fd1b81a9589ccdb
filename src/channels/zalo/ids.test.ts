import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { deriveMessageNumber, firstNumber, openZaloIds } from './ids.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.drop());

it('the same id is the same number, both ways, on every instance', async () => {
  const [here, there] = [openZaloIds(db.pool), openZaloIds(db.pool)];
  const external = '6ede9afa66b88fe6d6a9';
  const given = await Promise.all([...Array(20)].map((_, i) => (i % 2 ? here : there).numberOf(external)));
  expect(new Set(given).size).toBe(1);
  expect(await there.externalOf(given[0] ?? 0)).toBe(external);
  const other = await here.numberOf('1459232241454765289');
  expect(other).not.toBe(given[0]);
  expect(await here.externalOf(other)).toBe('1459232241454765289');
});

it("numbers do not meet Telegram's or the web chat's, and JSON holds them exactly", async () => {
  const number = await openZaloIds(db.pool).numberOf('00000000000000000001');
  expect(number).toBeGreaterThan(2 ** 52);
  expect(Number.isSafeInteger(number + 10 ** 12)).toBe(true);
  expect(JSON.parse(JSON.stringify(number))).toBe(number);
});

it('other numbers belong to no chat', async () => {
  const ids = openZaloIds(db.pool);
  for (const number of [0, -1, 5, 9_000_000_000_000, firstNumber, firstNumber + 999_999])
    expect(await ids.externalOf(number)).toBeUndefined();
});

it('a message has a derived number that never changes and is never 0', () => {
  const ids = Array.from({ length: 5000 }, (_, i) => i.toString(16).padStart(20, '0'));
  const numbers = ids.map(deriveMessageNumber);
  expect(ids.map(deriveMessageNumber)).toEqual(numbers);
  expect(new Set(numbers).size).toBe(ids.length);
  expect(numbers.every((number) => number >= 1 && number <= 2 ** 48)).toBe(true);
});
