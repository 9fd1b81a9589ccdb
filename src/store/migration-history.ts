import { createHash } from 'node:crypto';
import type pg from 'pg';
import { MigrationError } from './migration-error.ts';
import type { Migration } from './migration-folder.ts';

/**
 * Prisma's own record of migrations, so that `prisma migrate` agrees with what the app applied. A
 * row is a migration that was begun; it is applied once `finished_at` is set.
 */
export interface MigrationRow {
  name: string;
  checksum: string;
  finished: boolean;
}

/** Reads the record, without what was marked as rolled back; undefined when there is none yet. */
export async function readHistory(client: pg.Client): Promise<MigrationRow[] | undefined> {
  const { rows: tables } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`,
  );
  if (!tables[0]?.there) return undefined;
  const { rows } = await client.query<MigrationRow>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name`,
  );
  return rows;
}

/**
 * Lists the migrations that the record lacks. Throws `MigrationError` when one was begun and never
 * ended, or when the file of one was edited after it was applied.
 */
export function listMissing(migrations: Migration[], history: MigrationRow[]): Migration[] {
  const begun = history.find(({ finished }) => !finished);
  if (begun) {
    throw new MigrationError(
      `migration ${begun.name} was begun and did not end: look at what it left in the database, then mark it with "npx prisma migrate resolve --applied ${begun.name}" or "--rolled-back ${begun.name}"`,
    );
  }
  const applied = new Map(history.map(({ name, checksum }) => [name, checksum]));
  const edited = migrations.find(({ name, sql }) => {
    const checksum = applied.get(name);
    return checksum !== undefined && !isChecksumOf(sql, checksum);
  });
  if (edited) {
    throw new MigrationError(
      `migration ${edited.name} was edited after it was applied to this database: bring back prisma/migrations/${edited.name}/migration.sql as it was released`,
    );
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

/** Compares as Prisma does: a checkout on Windows may have changed the ends of lines. */
function isChecksumOf(sql: string, checksum: string): boolean {
  const plain = sql.replaceAll('\r\n', '\n');
  return [sql, plain, plain.replaceAll('\n', '\r\n')].some((text) => checksumOf(text) === checksum);
}

/** Computes a migration's checksum as Prisma does. */
function checksumOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex');
}

/**
 * Creates the record in an empty database. Throws `MigrationError` when the database has content of
 * another program (Prisma's P3005).
 */
export async function createHistory(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class c
     WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
     ORDER BY relkind, relname LIMIT 1`,
  );
  if (rows[0]) {
    throw new MigrationError(
      `this database is not empty (it has ${rows[0].name}) and was not made by this program: name an empty one`,
      { setting: 'DATABASE_URL' },
    );
  }
  await client.query(
    `CREATE TABLE _prisma_migrations (
       id VARCHAR(36) PRIMARY KEY NOT NULL,
       checksum VARCHAR(64) NOT NULL,
       finished_at TIMESTAMPTZ,
       migration_name VARCHAR(255) NOT NULL,
       logs TEXT,
       rolled_back_at TIMESTAMPTZ,
       started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
       applied_steps_count INTEGER NOT NULL DEFAULT 0
     )`,
  );
}

/** Records that a migration begins. Returns the id of its row. */
export async function recordBegin(client: pg.Client, { name, sql }: Migration): Promise<string> {
  const id = crypto.randomUUID();
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at)
     VALUES ($1, $2, $3, clock_timestamp())`,
    [id, checksumOf(sql), name],
  );
  return id;
}

/** Removes the row of a migration that PostgreSQL refused to begin. */
export async function forgetBegin(client: pg.Client, id: string): Promise<void> {
  await client.query('DELETE FROM _prisma_migrations WHERE id = $1', [id]);
}

/** Records that a migration has ended. */
export async function recordEnd(client: pg.Client, id: string): Promise<void> {
  await client.query(
    `UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1`,
    [id],
  );
}
