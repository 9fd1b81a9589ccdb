import pg from 'pg';
import type { Logger } from 'pino';
import { migrationsFolder, readMigrations } from './migration-folder.ts';
import { everything, migrationList, withSchemaEngine } from './schema-engine.ts';

const migrationLock = 101_2022;

/**
 * Migrates the database at `url` to the newest migration of `folder`, and returns the names of
 * those applied. The second run does nothing; of several instances that start at once, one migrates
 * and the others wait. A migration is applied whole or not at all. With `only`, applies those
 * alone: the tables as an earlier release left them. Throws Prisma's error when one fails, or when
 * the database has tables but no history (P3005).
 */
export async function migrate(options: {
  url: string;
  log: Logger;
  folder?: string;
  only?: string[];
}): Promise<string[]> {
  const { url, log, folder = migrationsFolder, only } = options;
  const all = await readMigrations(folder);
  const migrations = only ? all.filter(({ name }) => only.includes(name)) : all;
  const client = new pg.Client({ connectionString: url, application_name: 'dien-hinh migrate' });
  client.on('error', () => {});
  await client.connect();
  try {
    // Loading the engine costs more than the rest of a warm start, so it is loaded only when
    // needed.
    const missing = async () => {
      const applied = await readApplied(client);
      return migrations.filter(({ name, checksum }) => applied.get(name) !== checksum);
    };
    if ((await missing()).length === 0) return [];
    // A lock of a transaction rather than of a session: it also works through a connection pooler.
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    // The previous holder of the lock may have applied everything.
    if ((await missing()).length === 0) return [];
    const { appliedMigrationNames } = await withSchemaEngine(url, (engine) =>
      engine.applyMigrations({ migrationsList: migrationList(migrations, folder), filters: everything }),
    );
    if (appliedMigrationNames.length > 0)
      log.info({ migrations: appliedMigrationNames }, 'database migrated');
    const changed = (await missing()).map(({ name }) => name);
    if (changed.length > 0) log.warn({ migrations: changed }, 'migrations changed after they were applied');
    return appliedMigrationNames;
  } finally {
    await client.end();
  }
}

/**
 * Finished migrations by name, with their checksums; empty when the database has no history yet.
 */
async function readApplied(client: pg.Client): Promise<Map<string, string>> {
  const { rows: tables } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`,
  );
  if (!tables[0]?.there) return new Map();
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    `SELECT migration_name, checksum FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}
