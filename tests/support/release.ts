import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import pino from 'pino';
import { z } from 'zod';
import { connect } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrationsFolder } from '../../src/store/migration-folder.ts';
import { emptyDatabase, type TestDatabase } from './database.ts';

const log = pino({ level: 'silent' });

const dump = z.object({
  /** Migrations that the release had, in their order. */
  migrations: z.array(z.string()),
  tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
});

const screen = z.object({
  chat: z.number(),
  message: z.number(),
  text: z.string(),
  buttons: z.array(z.object({ text: z.string(), callback_data: z.string().optional() })),
});

/** The last screens with buttons that the release had sent to each chat. */
export async function screensOf(release: string): Promise<z.infer<typeof screen>[]> {
  return z.array(screen).parse(JSON.parse(await readFile(fixture(release, 'screens.json'), 'utf8')));
}

/** One JSON file of a release's fixture. */
export const fixture = (release: string, file: string) =>
  join(import.meta.dirname, '..', 'fixtures', `release-${release}`, file);

/**
 * Creates a database as that release left it: its migrations only, with its rows. `more` are
 * further rows that it could have written, by table.
 */
export async function databaseOf(
  release: string,
  more: Record<string, unknown[]> = {},
): Promise<TestDatabase> {
  const { migrations, tables } = dump.parse(
    JSON.parse(await readFile(fixture(release, 'database.json'), 'utf8')),
  );
  const { url, drop } = await emptyDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'dht-release-'));
  for (const name of migrations) {
    await cp(join(migrationsFolder, name), join(folder, name), { recursive: true });
  }
  await migrate({ url, log, folder });
  await rm(folder, { recursive: true });
  await fill(url, tables);
  await fill(url, more);
  const database = connect({ url, log, poolSize: 2 });
  return {
    ...database,
    drop: async () => {
      await database.close();
      await drop();
    },
  };
}

async function fill(url: string, tables: Record<string, unknown[]>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Neither triggers nor foreign keys run: the rows are loaded as they were, in any order.
    await client.query(`set session_replication_role = replica`);
    for (const [table, rows] of Object.entries(tables)) {
      await client.query(
        `insert into "${table}" select * from json_populate_recordset(null::"${table}", $1)`,
        [JSON.stringify(rows)],
      );
    }
    await client.query(`
      do $$ declare one record; begin
        for one in select table_name t, column_name c from information_schema.columns
          where table_schema = 'public' and pg_get_serial_sequence(quote_ident(table_name), column_name) is not null loop
          execute format('select setval(pg_get_serial_sequence(%L, %L), coalesce((select max(%I) from %I), 0) + 1, false)',
            one.t, one.c, one.c, one.t);
        end loop;
      end $$`);
  } finally {
    await client.end();
  }
}
