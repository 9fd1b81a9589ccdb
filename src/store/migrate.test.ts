import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { emptyDatabase } from '../../tests/support/database.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migration-folder.ts';
import { findSchemaDifference } from './write-migration.ts';

const log = pino({ level: 'silent' });

let url: string;
let drop: () => Promise<void>;
let folder: string;
beforeEach(async () => {
  ({ url, drop } = await emptyDatabase());
  folder = await mkdtemp(join(tmpdir(), 'dien-hinh-migrations-'));
});
afterEach(async () => {
  await drop();
  await rm(folder, { recursive: true });
});

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
}

async function query(sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the migrations of this app', () => {
  it('are applied once, in their order', async () => {
    const names = (await readMigrations()).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(await migrate({ url, log })).toEqual(names);
    expect(await migrate({ url, log })).toEqual([]);
    const finished =
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY started_at';
    expect(await query(finished)).toEqual(names.map((name) => ({ migration_name: name })));
  });

  it('are applied once by four who start at the same time', async () => {
    const names = (await readMigrations()).map(({ name }) => name);
    const applied = await Promise.all(Array.from({ length: 4 }, () => migrate({ url, log })));
    expect(applied.flat()).toEqual(names);
  });

  it('leave no connection behind', async () => {
    await migrate({ url, log });
    const others = `SELECT application_name FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;
    await expect.poll(() => query(others)).toEqual([]);
  });

  it('create what search needs', async () => {
    await migrate({ url, log });
    expect(
      await query(`SELECT unaccent('Đăk Đoa') AS plain, similarity('dak doa', 'dak do') > 0.5 AS alike`),
    ).toEqual([{ plain: 'Dak Doa', alike: true }]);
  });

  it('lead exactly to prisma/schema.prisma (otherwise: npm run db:migration NAME)', async () => {
    expect(await findSchemaDifference(inject('serverUrl'), await readMigrations())).toBeUndefined();
  });

  it('would be found to differ by one column', async () => {
    const sql = 'ALTER TABLE unit DROP COLUMN short';
    const migrations = [...(await readMigrations()), { name: '99999999999999_less', sql, checksum: '' }];
    const found = await findSchemaDifference(inject('serverUrl'), migrations);
    expect(
      found
        ?.replaceAll(/^--.*$/gm, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    ).toBe('ALTER TABLE "unit" ADD COLUMN "short" TEXT NOT NULL;');
  });
});

describe('migrate', () => {
  it('applies what came later, and nothing twice', async () => {
    await write('1_first', 'CREATE TABLE a (id int);');
    expect(await migrate({ url, log, folder })).toEqual(['1_first']);
    await write('2_second', 'CREATE TABLE b (id int);');
    expect(await migrate({ url, log, folder })).toEqual(['2_second']);
    expect(await migrate({ url, log, folder })).toEqual([]);
  });

  it('reads semicolons inside texts, comments and functions', async () => {
    await write(
      '1_semicolons',
      `-- one; two
       CREATE TABLE a (t text DEFAULT 'x;y');
       CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 'a;b'; END $$;
       INSERT INTO a DEFAULT VALUES;`,
    );
    await migrate({ url, log, folder });
    expect(await query('SELECT t, f() FROM a')).toEqual([{ t: 'x;y', f: 'a;b' }]);
  });

  it('applies nothing of a failing migration, names it, and refuses to continue', async () => {
    await write('1_broken', 'CREATE TABLE a (id int); INSERT INTO a VALUES (1); SELECT nonsense;');
    await expect(migrate({ url, log, folder })).rejects.toThrow(/1_broken/);
    expect(await query(`SELECT to_regclass('a') AS a`)).toEqual([{ a: null }]);
    await expect(migrate({ url, log, folder })).rejects.toThrow(/1_broken/);
  });

  it('refuses a database with other content', async () => {
    await query('CREATE TABLE of_somebody_else (id int)');
    await write('1_first', 'CREATE TABLE a (id int);');
    await expect(migrate({ url, log, folder })).rejects.toThrow(/not empty/);
  });
});
