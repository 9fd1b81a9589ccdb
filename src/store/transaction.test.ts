import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { type Transaction, transact } from './transaction.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.drop());

const insertSql = 'insert into setting (key, value) values ($1, $2)';
const write = ({ sql }: Transaction, key: string) => sql.query(insertSql, [key, '1']);
const createdAt = new Date('2021-08-18T01:00:00Z');
const keysOf = async () => (await db.prisma.setting.findMany()).map(({ key }) => key);

describe('a transaction in both styles', () => {
  it('shows each style what the other has written', async () => {
    const seen = await transact(db, async (tx) => {
      await write(tx, 'by SQL');
      await tx.prisma.setting.create({ data: { key: 'by Prisma', value: 2 } });
      const typed = await tx.prisma.setting.findMany({ orderBy: { key: 'asc' } });
      const { rows } = await tx.sql.query<{ key: string }>('select key from setting order by key');
      expect(await keysOf()).toEqual([]);
      return { typed: typed.map(({ key }) => key), written: rows.map(({ key }) => key) };
    });
    const both = ['by Prisma', 'by SQL'];
    expect(seen).toEqual({ typed: both, written: both });
    expect((await keysOf()).sort()).toEqual(both);
  });

  const failures: [string, (tx: Transaction) => Promise<unknown>, object][] = [
    ['a statement', (tx) => write(tx, 'by SQL'), { code: '23505' }],
    [
      'a typed call',
      (tx) => tx.prisma.setting.create({ data: { key: 'by SQL', value: 1 } }),
      { code: 'P2002' },
    ],
    ['the work itself', () => Promise.reject(new RangeError('own')), { message: 'own' }],
  ];
  it.each(failures)('keeps nothing of either when %s fails', async (_, fail, error) => {
    const before = await keysOf();
    const failing = transact(db, async (tx) => {
      await write(tx, 'lost by SQL');
      await tx.prisma.setting.create({ data: { key: 'lost by Prisma', value: 1 } });
      await fail(tx);
    });
    await expect(failing).rejects.toMatchObject(error);
    expect(await keysOf()).toEqual(before);
  });

  it('holds for a typed call what a statement has locked', async () => {
    const lock = `select value from setting where key = 'by SQL' for update`;
    const add = () =>
      transact(db, async ({ prisma, sql }) => {
        const { rows } = await sql.query<{ value: number }>(lock);
        await prisma.setting.update({ where: { key: 'by SQL' }, data: { value: (rows[0]?.value ?? 0) + 1 } });
      });
    await Promise.all(Array.from({ length: 8 }, add));
    expect((await db.prisma.setting.findUnique({ where: { key: 'by SQL' } }))?.value).toBe(9);
  });

  it('stays on its connection when others are begun inside', async () => {
    const own = await transact(db, async ({ sql }) => {
      const pid = async () =>
        (await sql.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid;
      const before = await pid();
      // A nested write takes a connection and a transaction of its own.
      await db.prisma.unit.create({
        data: {
          code: 'GLAR',
          name: 'Xã Glar',
          short: 'Glar',
          officeId: 1,
          position: 1,
          createdAt,
          invitations: { create: { code: 'K7Q29M4D', role: 'head', createdAt, expiresAt: createdAt } },
        },
      });
      await transact(db, (inner) => write(inner, 'inner'));
      return [before, await pid()];
    });
    expect(own[1]).toBe(own[0]);
    expect(await keysOf()).toContain('inner');
  });

  it('runs many at once, each on a connection of its own', async () => {
    const keys = Array.from({ length: 20 }, (_, i) => `many ${i}`);
    await Promise.all(
      keys.map((key) =>
        transact(db, async (tx) => {
          await write(tx, key);
          await tx.prisma.setting.update({ where: { key }, data: { value: key } });
        }),
      ),
    );
    const rows = await db.prisma.setting.findMany({ where: { key: { startsWith: 'many ' } } });
    expect(rows.map(({ key }) => key).sort()).toEqual(keys.sort());
    expect(rows.every(({ key, value }) => key === value)).toBe(true);
  });

  it('takes no statement once it has ended', async () => {
    let kept: Transaction | undefined;
    await transact(db, async (tx) => {
      kept = tx;
    });
    await expect(kept?.sql.query('select 1')).rejects.toThrow('the transaction has ended');
    await expect(kept?.prisma.setting.findMany()).rejects.toMatchObject({ code: 'P2028' });
  });

  it('takes no statement once its time is over, and keeps nothing', async () => {
    const slow = transact(
      db,
      async (tx) => {
        await write(tx, 'too slow');
        await tx.sql.query('select pg_sleep(0.3)');
        await write(tx, 'on a connection of others');
      },
      { timeout: 200 },
    );
    await expect(slow).rejects.toThrow('the transaction has ended');
    expect(await keysOf()).not.toContain('too slow');
    expect(await keysOf()).not.toContain('on a connection of others');
  });

  it('gives the connection back, also when the server cut it', async () => {
    const narrow = await freshDatabase({ poolSize: 1 });
    try {
      const cut = transact(narrow, ({ sql }) => sql.query('select pg_terminate_backend(pg_backend_pid())'));
      await expect(cut).rejects.toThrow();
      expect((await narrow.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    } finally {
      await narrow.drop();
    }
  });
});

describe('of two transactions that wait for each other', () => {
  const styles: [string, (tx: Transaction, key: string, by: string) => Promise<unknown>][] = [
    [
      'in SQL',
      ({ sql }, key, by) =>
        sql.query('update setting set value = value || to_jsonb($2::text) where key = $1', [key, by]),
    ],
    [
      'by typed calls',
      async ({ prisma }, key, by) => {
        const { value } = await prisma.setting.update({ where: { key }, data: { key } });
        const said = z.array(z.string()).parse(value);
        await prisma.setting.update({ where: { key }, data: { value: [...said, by] } });
      },
    ],
    [
      'by raw statements of Prisma',
      async ({ prisma, sql }, key, by) => {
        await prisma.$queryRaw`select 1 from setting where key = ${key} for update`;
        await sql.query('update setting set value = value || to_jsonb($2::text) where key = $1', [key, by]);
      },
    ],
  ];

  it.each(styles)('%s, both are done, each once', async (_, write) => {
    const rows = await db.prisma.setting.createManyAndReturn({
      data: ['one', 'other'].map((key) => ({ key, value: [] })),
    });
    expect(rows).toHaveLength(2);
    // Each holds its first row before it asks for the second, the first time.
    let holding = 0;
    let bothHold = () => {};
    const both = new Promise<void>((resolve) => {
      bothHold = resolve;
    });
    const run = (by: string, first: string, second: string) =>
      transact(db, async (tx) => {
        await write(tx, first, by);
        holding += 1;
        if (holding === 2) bothHold();
        await both;
        await write(tx, second, by);
      });
    await Promise.all([run('A', 'one', 'other'), run('B', 'other', 'one')]);
    // One was run again; on a busy machine PostgreSQL may end both, and each is.
    expect(holding).toBeGreaterThanOrEqual(3);
    const done = await db.prisma.setting.findMany({ where: { key: { in: ['one', 'other'] } } });
    for (const { value } of done) expect(z.array(z.string()).parse(value).sort()).toEqual(['A', 'B']);
    await db.prisma.setting.deleteMany({ where: { key: { in: ['one', 'other'] } } });
  });
});
