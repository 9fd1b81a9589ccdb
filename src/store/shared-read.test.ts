import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { shareReads } from './shared-read.ts';
import { inTransaction, type Sql } from './sql.ts';

const readSettings = shareReads<[prefix: string, over: number], { n: number; key: string }>({
  name: 'test-settings',
  text: `select asked.n, s.key
         from unnest($1::text[], $2::int[]) with ordinality as asked(prefix, least, n)
         join setting s on s.key like asked.prefix || '%' and (s.value #>> '{}')::int > 10 / asked.least
         order by asked.n, s.key desc`,
});

let db: TestDatabase;
/** The pool, with the number of statements that it was given. */
let counted: Sql & { statements: number };
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.pool.query('delete from setting');
  await add('a1', 'a2', 'b1');
  counted = {
    statements: 0,
    query(statement, values) {
      this.statements += 1;
      return db.pool.query(statement, values);
    },
  };
});

async function add(...keys: string[]): Promise<void> {
  await db.pool.query(`insert into setting (key, value) select unnest($1::text[]), '100'`, [keys]);
}

const ask = async (sql: Sql, prefix: string, least = 1) =>
  (await readSettings(sql, prefix, least)).map(({ key }) => key);

test('each of many questions gets its own rows, in the order of the statement', async () => {
  const answers = await Promise.all(['a', 'none', 'b', 'a', ''].map((prefix) => ask(counted, prefix)));
  expect(answers).toEqual([['a2', 'a1'], [], ['b1'], ['a2', 'a1'], ['b1', 'a2', 'a1']]);
});

test('questions asked while a statement runs share the next one', async () => {
  await Promise.all(Array.from({ length: 30 }, () => ask(counted, 'a')));
  expect(counted.statements).toBe(2);
});

test('a question sees what was committed before it was asked, also while others wait', async () => {
  const first = ask(counted, 'c');
  const waiting = ask(counted, 'c');
  await add('c1');
  expect(await ask(counted, 'c')).toEqual(['c1']);
  await Promise.all([first, waiting]);
});

test('a question that fails, fails alone', async () => {
  const answers = await Promise.allSettled([ask(counted, 'a'), ask(counted, 'a', 0), ask(counted, 'b')]);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('in a transaction a question sees what the transaction wrote, and others do not', async () => {
  await inTransaction(db.pool, async (client) => {
    await client.query(`insert into setting (key, value) values ('d1', '100')`);
    expect(await Promise.all([ask(client, 'd'), ask(counted, 'd')])).toEqual([['d1'], []]);
  });
});
