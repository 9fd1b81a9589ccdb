import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  await db.prisma.setting.create({ data: { key: 'kept', value: 1 } });
  // A function that writes: a select of a report could call one.
  await db.pool.query(`create function sneak() returns int language sql
    as $$ update setting set value = '2' returning 1 $$`);
});
afterAll(() => db.drop());

async function collect(sql: string, params: unknown[] = []): Promise<unknown[]> {
  return db.inSnapshot(async ({ rows }) => {
    const all: unknown[] = [];
    for await (const row of rows(sql, params)) all.push(row);
    return all;
  });
}

describe('a snapshot', () => {
  it.each([
    ['a function that updates', 'select sneak()'],
    ['a sequence that moves on', `select nextval('unit_id_seq')`],
    ['a sequence that is set', `select setval('unit_id_seq', 99)`],
    ['a large object', 'select lo_create(0)'],
    ['a job', `select graphile_worker.add_job('deliver', '{"id":1}')`],
  ])('refuses to write: %s', async (_, sql) => {
    await expect(collect(sql)).rejects.toMatchObject({ code: '25006' });
    expect(await db.prisma.setting.findMany()).toEqual([{ key: 'kept', value: 1 }]);
  });

  it.each([
    ['insert', `insert into setting (key, value) values ('new', '1') returning key`],
    ['update', `update setting set value = '3' returning key`],
    ['delete', 'delete from setting returning key'],
    ['a write inside of a query', 'with gone as (delete from setting returning key) select key from gone'],
  ])('takes nothing but queries: %s', async (_, sql) => {
    await expect(collect(sql)).rejects.toThrow();
    expect(await db.prisma.setting.findMany()).toEqual([{ key: 'kept', value: 1 }]);
  });

  it('shows one moment, although rows are written while it is read', async () => {
    const counted = 'select count(*) as n from setting';
    const seen = await db.inSnapshot(async ({ rows }) => {
      const counts: unknown[] = [];
      for await (const row of rows(counted, [])) counts.push(row);
      await db.prisma.setting.create({ data: { key: 'later', value: 1 } });
      for await (const row of rows(counted, [])) counts.push(row);
      return counts;
    });
    expect(seen).toEqual([{ n: 1 }, { n: 1 }]);
    await db.prisma.setting.delete({ where: { key: 'later' } });
  });

  it('reads every line in order, page by page', async () => {
    const lines = await collect('select n from generate_series(1, $1::int) as n', [2500]);
    expect(lines).toEqual(Array.from({ length: 2500 }, (_, i) => ({ n: i + 1 })));
  });
});
