import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { emptyDatabase } from '../../tests/support/database.ts';
import { migrate } from './migrate.ts';
import { type Migration, migrationsFolder, readMigrations } from './migration-folder.ts';
import { everything, migrationList, withSchemaEngine } from './schema-engine.ts';
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

async function query(sql: string, at = url) {
  const client = new pg.Client({ connectionString: at });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Applies migrations as `prisma migrate deploy` does. */
async function applyWithEngine(at: string, migrations: Migration[]): Promise<string[]> {
  const migrationsList = migrationList(migrations, migrationsFolder);
  const { appliedMigrationNames } = await withSchemaEngine(at, (engine) =>
    engine.applyMigrations({ migrationsList, filters: everything }),
  );
  return appliedMigrationNames;
}

describe('a database that the migrations of this app have made', () => {
  let made: { url: string; drop(): Promise<void> };
  let applied: string[];
  beforeAll(async () => {
    made = await emptyDatabase();
    applied = await migrate({ url: made.url, log });
  });
  afterAll(() => made.drop());

  it('has each of them once, in their order', async () => {
    const names = (await readMigrations()).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(applied).toEqual(names);
    expect(await migrate({ url: made.url, log })).toEqual([]);
    const finished =
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY started_at';
    expect(await query(finished, made.url)).toEqual(names.map((name) => ({ migration_name: name })));
  });

  it("is what Prisma's own engine would have left", async () => {
    const migrations = await readMigrations();
    const other = await emptyDatabase();
    await applyWithEngine(other.url, migrations);
    const columns = `SELECT column_name, data_type, character_maximum_length, is_nullable, column_default
      FROM information_schema.columns WHERE table_name = '_prisma_migrations' ORDER BY column_name`;
    const rows = `SELECT migration_name, checksum, applied_steps_count, logs, rolled_back_at, length(id) AS id,
      finished_at >= started_at AS ended FROM _prisma_migrations ORDER BY started_at`;
    for (const sql of [columns, rows])
      expect(await query(sql, made.url)).toEqual(await query(sql, other.url));
    await other.drop();
  });

  it("is complete to Prisma's own engine: none missing, failed or edited, no drift", async () => {
    const migrations = await readMigrations();
    const migrationsList = migrationList(migrations, migrationsFolder);
    const asked = { migrationsList, optInToShadowDatabase: false, filters: everything };
    expect(
      await withSchemaEngine(made.url, (engine) => engine.diagnoseMigrationHistory(asked)),
    ).toMatchObject({
      editedMigrationNames: [],
      failedMigrationNames: [],
      hasMigrationsTable: true,
      history: null,
    });
    expect(await applyWithEngine(made.url, migrations)).toEqual([]);
    // After drift it would want to reset the database.
    expect(
      await withSchemaEngine(made.url, (engine) =>
        engine.devDiagnostic({ migrationsList, filters: everything }),
      ),
    ).toEqual({ action: { tag: 'createMigration' } });
    await query('ALTER TABLE unit ADD COLUMN by_hand text', made.url);
    expect(
      await withSchemaEngine(made.url, (engine) =>
        engine.devDiagnostic({ migrationsList, filters: everything }),
      ),
    ).toMatchObject({ action: { tag: 'reset' } });
    await query('ALTER TABLE unit DROP COLUMN by_hand', made.url);
  });

  it('has no connection left', async () => {
    const others = `SELECT application_name FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;
    await expect.poll(() => query(others, made.url)).toEqual([]);
  });

  it('has what search needs', async () => {
    expect(
      await query(
        `SELECT unaccent('Đăk Đoa') AS plain, similarity('dak doa', 'dak do') > 0.5 AS alike`,
        made.url,
      ),
    ).toEqual([{ plain: 'Dak Doa', alike: true }]);
  });
});

describe('the migrations of this app', () => {
  it('are applied once by four who start at the same time', async () => {
    const names = (await readMigrations()).map(({ name }) => name);
    const applied = await Promise.all(Array.from({ length: 4 }, () => migrate({ url, log })));
    expect(applied.flat().sort()).toEqual(names);
    expect(await migrate({ url, log })).toEqual([]);
  });

  it("continue a record that Prisma's own engine began", async () => {
    const migrations = await readMigrations();
    const half = Math.floor(migrations.length / 2);
    await applyWithEngine(url, migrations.slice(0, half));
    expect(await migrate({ url, log })).toEqual(migrations.slice(half).map(({ name }) => name));
  });

  it('lead exactly to prisma/schema.prisma (otherwise: npm run db:migration NAME)', async () => {
    expect(await findSchemaDifference(inject('serverUrl'), await readMigrations())).toBeUndefined();
  });

  it('would be found to differ by one column', async () => {
    const sql = 'ALTER TABLE unit DROP COLUMN position';
    const migrations = [...(await readMigrations()), { name: '99999999999999_less', sql }];
    const found = await findSchemaDifference(inject('serverUrl'), migrations);
    expect(
      found
        ?.replaceAll(/^--.*$/gm, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    ).toBe('ALTER TABLE "unit" ADD COLUMN "position" INTEGER NOT NULL;');
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

  it('applies a failed migration once its cause is mended', async () => {
    await write('1_first', 'CREATE TABLE a (id int NOT NULL); INSERT INTO a VALUES (1), (1);');
    await write('2_unique', 'CREATE TABLE b (id int); CREATE UNIQUE INDEX one ON a (id);');
    await expect(migrate({ url, log, folder })).rejects.toThrow(/2_unique failed: .*\(23505\)/);
    expect(await query(`SELECT to_regclass('b') AS b`)).toEqual([{ b: null }]);
    await query('DELETE FROM a');
    expect(await migrate({ url, log, folder })).toEqual(['2_unique']);
  });

  it.each([
    ['a table', 'CREATE TABLE other (id int)'],
    ['a view', 'CREATE VIEW other AS SELECT 1 AS id'],
    ['a materialized view', 'CREATE MATERIALIZED VIEW other AS SELECT 1 AS id'],
    ['a sequence', 'CREATE SEQUENCE other'],
    ['a partitioned table', 'CREATE TABLE other (id int) PARTITION BY RANGE (id)'],
  ])('refuses a database of another program: %s', async (_what, sql) => {
    await query(sql);
    await write('1_first', 'CREATE TABLE a (id int);');
    await expect(migrate({ url, log, folder })).rejects.toMatchObject({
      message: expect.stringMatching(/not empty \(it has other\)/),
      setting: 'DATABASE_URL',
    });
    expect(await query(`SELECT to_regclass('_prisma_migrations') AS record`)).toEqual([{ record: null }]);
  });

  it.each([
    ['another schema', 'CREATE SCHEMA jobs; CREATE TABLE jobs.job (id int)'],
    ['an extension', 'CREATE EXTENSION pg_trgm'],
  ])('takes a database with %s for an empty one', async (_what, sql) => {
    await query(sql);
    await write('1_first', 'CREATE TABLE a (id int);');
    expect(await migrate({ url, log, folder })).toEqual(['1_first']);
  });

  it('refuses a migration that was edited after it was applied', async () => {
    await write('1_first', 'CREATE TABLE a (id int);');
    await migrate({ url, log, folder });
    await write('1_first', 'CREATE TABLE a (id bigint);');
    await write('2_second', 'CREATE TABLE b (id int);');
    await expect(migrate({ url, log, folder })).rejects.toThrow(/1_first was edited/);
    expect(await query(`SELECT to_regclass('b') AS b`)).toEqual([{ b: null }]);
  });

  it.each([
    ['\n', '\r\n'],
    ['\r\n', '\n'],
  ])('does not take other ends of lines for an edit: %j, then %j', async (before, after) => {
    const lines = ['CREATE TABLE a (', 'id int', ');', ''];
    await write('1_first', lines.join(before));
    await migrate({ url, log, folder });
    await write('1_first', lines.join(after));
    expect(await migrate({ url, log, folder })).toEqual([]);
  });

  it('names what another tool began and did not end, until that is settled', async () => {
    await write('1_first', 'CREATE TABLE a (id int);');
    await migrate({ url, log, folder });
    await write('2_second', 'CREATE TABLE b (id int);');
    await query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, logs) VALUES ('x', 'y', '2_second', 'it broke')`,
    );
    await expect(migrate({ url, log, folder })).rejects.toThrow(/2_second was begun and did not end/);
    await query(`UPDATE _prisma_migrations SET rolled_back_at = now() WHERE id = 'x'`);
    expect(await migrate({ url, log, folder })).toEqual(['2_second']);
  });

  it('starts on a database that a newer release migrated', async () => {
    await write('1_first', 'CREATE TABLE a (id int);');
    await write('2_newer', 'CREATE TABLE b (id int);');
    await migrate({ url, log, folder });
    await rm(join(folder, '2_newer'), { recursive: true });
    expect(await migrate({ url, log, folder })).toEqual([]);
  });
});

describe('a statement that PostgreSQL runs outside transactions only', () => {
  const index = 'CREATE INDEX CONCURRENTLY quick ON a (id);';
  const unfinished = 'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NULL';

  it('is applied alone, once by three who start at the same time', async () => {
    await write('1_first', 'CREATE TABLE a (id int);');
    await write('2_index', `-- One statement: it stands alone.\n${index}`);
    await write('3_last', 'CREATE TABLE b (id int);');
    const applied = await Promise.all(Array.from({ length: 3 }, () => migrate({ url, log, folder })));
    expect(applied.flat().sort()).toEqual(['1_first', '2_index', '3_last']);
    expect(await query(`SELECT indisvalid FROM pg_index WHERE indexrelid = 'quick'::regclass`)).toEqual([
      { indisvalid: true },
    ]);
  });

  it('is refused next to others, and leaves nothing of them', async () => {
    await write('1_first', 'CREATE TABLE a (id int);');
    await write('2_mixed', `CREATE TABLE b (id int); ${index}`);
    for (const _attempt of [1, 2])
      await expect(migrate({ url, log, folder })).rejects.toThrow(/2_mixed failed: .*must stand alone/);
    expect(await query(`SELECT to_regclass('b') AS b`)).toEqual([{ b: null }]);
    expect(await query(unfinished)).toEqual([]);
  });

  it('is reported at the next start when a kill interrupts it', async () => {
    await write('1_first', 'CREATE TABLE a (id int);');
    await migrate({ url, log, folder });
    await write('2_index', index);
    await interrupted('BEGIN; INSERT INTO a VALUES (1)');
    expect(await query(unfinished)).toEqual([{ name: '2_index' }]);
    await expect(migrate({ url, log, folder })).rejects.toThrow(/2_index was begun and did not end/);
  });
});

describe('a kill in the middle of a migration', () => {
  it('leaves nothing of it; the next start applies it', async () => {
    await write('1_first', 'CREATE TABLE a (id int);');
    await write('2_slow', 'CREATE TABLE b (id int); LOCK TABLE a; CREATE TABLE c (id int);');
    await write('3_last', 'CREATE TABLE d (id int);');
    await migrate({ url, log, folder, only: ['1_first'] });
    await interrupted('BEGIN; LOCK TABLE a');
    expect(await query(`SELECT to_regclass('b') AS b`)).toEqual([{ b: null }]);
    expect(await query('SELECT migration_name AS name FROM _prisma_migrations')).toEqual([
      { name: '1_first' },
    ]);
    expect(await migrate({ url, log, folder })).toEqual(['2_slow', '3_last']);
  });
});

/** Migrates while `blocking` holds it up, and ends its sessions once it waits: as a kill would. */
async function interrupted(blocking: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(blocking);
  const ended = expect(migrate({ url, log, folder })).rejects.toThrow();
  const waiting = `SELECT 1 FROM pg_stat_activity WHERE application_name = 'dien-hinh migrate'
    AND datname = current_database() AND wait_event_type = 'Lock'`;
  await expect.poll(() => query(waiting)).toHaveLength(1);
  await query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'dien-hinh migrate' AND datname = current_database()`);
  await ended;
  await client.end();
}
