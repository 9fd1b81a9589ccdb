import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { inTransaction } from './sql.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.drop());

describe('inTransaction', () => {
  const count = async () => (await db.pool.query('SELECT count(*) AS n FROM setting')).rows[0].n;

  it('commits everything or nothing', async () => {
    const insert = `INSERT INTO setting (key, value) VALUES ($1, '1')`;
    const result = await inTransaction(db.pool, async (client) => {
      await client.query(insert, ['kept']);
      return 'done';
    });
    expect(result).toBe('done');
    const failing = inTransaction(db.pool, async (client) => {
      await client.query(insert, ['lost']);
      await client.query(insert, ['kept']);
    });
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    expect(await count()).toBe(1);
  });

  it('gives the connection back, also when the server cut it', async () => {
    const narrow = await freshDatabase({ poolSize: 1 });
    try {
      const cut = inTransaction(narrow.pool, (client) =>
        client.query('SELECT pg_terminate_backend(pg_backend_pid())'),
      );
      await expect(cut).rejects.toThrow();
      expect((await narrow.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    } finally {
      await narrow.drop();
    }
  });
});
