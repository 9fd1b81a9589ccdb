import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { MigrationError } from './migration-error.ts';
import { type Migration, migrationsFolder, readMigrations } from './migration-folder.ts';
import {
  createHistory,
  forgetBegin,
  listMissing,
  readHistory,
  recordBegin,
  recordEnd,
} from './migration-history.ts';

const migrationLock = 101_2022;
/** Interval of asking for the lock while another instance migrates. Milliseconds. */
const askAgainMs = 50;
/** PostgreSQL's code for a statement that cannot run in a transaction. */
const notInTransaction = '25001';

/**
 * Migrates the database at `url` to the newest migration of `folder`. Returns the names of those
 * that this call applied. The second run does nothing; of several instances that start at
 * once, one applies each migration. Every migration is one transaction with its row in Prisma's
 * record, so a kill leaves nothing half done; a statement that PostgreSQL runs outside transactions
 * only (CREATE INDEX CONCURRENTLY) stands alone in its file. With `only`, applies those alone: the
 * tables as an earlier release left them. After `signal` it begins no further migration and throws
 * the signal's reason. Throws `MigrationError` when one fails, when the record and the files
 * disagree, or when the database holds something else.
 */
export async function migrate(options: {
  url: string;
  log: Logger;
  folder?: string;
  only?: string[];
  signal?: AbortSignal | undefined;
}): Promise<string[]> {
  const { url, log, folder = migrationsFolder, only, signal } = options;
  const all = await readMigrations(folder);
  const migrations = only ? all.filter(({ name }) => only.includes(name)) : all;
  const client = await connect(url);
  const applied: string[] = [];
  try {
    const history = await readHistory(client);
    // A migration without an end may be one that another instance is applying: the lock tells.
    const missing = history?.every(({ finished }) => finished)
      ? listMissing(migrations, history)
      : migrations;
    const unknown = history?.filter(({ name }) => !all.some((one) => one.name === name)) ?? [];
    if (unknown.length > 0)
      log.warn({ migrations: unknown.map(({ name }) => name) }, 'a newer release migrated the database');
    for (const migration of missing) {
      signal?.throwIfAborted();
      if (await applyOnce(client, url, migrations, migration)) applied.push(migration.name);
    }
  } finally {
    await client.end();
  }
  if (applied.length > 0) log.info({ migrations: applied }, 'database migrated');
  return applied;
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'dien-hinh migrate' });
  // A lost connection fails the next statement, which says so.
  client.on('error', () => {});
  await client.connect();
  return client;
}

/**
 * Applies a migration unless another instance has just done so. Returns whether it did. The lock
 * belongs to the transaction, so it also works through a connection pooler and ends with it.
 */
async function applyOnce(
  client: pg.Client,
  url: string,
  migrations: Migration[],
  migration: Migration,
): Promise<boolean> {
  await beginLocked(client);
  try {
    if (!(await isMissing(client, migrations, migration))) {
      await client.query('ROLLBACK');
      return false;
    }
    const id = await recordBegin(client, migration);
    await client.query(migration.sql);
    await recordEnd(client, id);
    await client.query('COMMIT');
    return true;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    if (error instanceof MigrationError) throw error;
    if (codeOf(error) !== notInTransaction) throw explain(migration, error);
  }
  return applyAlone(client, url, migrations, migration);
}

/**
 * Applies a migration outside a transaction. Another connection holds the lock; a kill in between
 * leaves a row without an end, which the next start reports.
 */
async function applyAlone(
  client: pg.Client,
  url: string,
  migrations: Migration[],
  migration: Migration,
): Promise<boolean> {
  const lock = await connect(url);
  try {
    await beginLocked(lock);
    if (!(await isMissing(client, migrations, migration))) return false;
    const id = await recordBegin(client, migration);
    await client.query(migration.sql).catch(async (error: unknown) => {
      if (codeOf(error) === notInTransaction) await forgetBegin(client, id);
      throw error;
    });
    await recordEnd(client, id);
    return true;
  } catch (error) {
    throw error instanceof MigrationError ? error : explain(migration, error);
  } finally {
    await lock.end();
  }
}

/**
 * Begins a transaction that has the lock. It asks instead of waiting: a statement that waits holds
 * a snapshot, for which CREATE INDEX CONCURRENTLY of the lock's holder would wait in turn.
 */
async function beginLocked(client: pg.Client): Promise<void> {
  for (;;) {
    await client.query('BEGIN');
    // Lost in a crash, it is applied again: it need not wait for the disk.
    await client.query('SET LOCAL synchronous_commit = off');
    // Without parameters: the extended protocol would keep its snapshot to the transaction's end.
    const { rows } = await client.query<{ mine: boolean }>(
      `SELECT pg_try_advisory_xact_lock(${migrationLock}) AS mine`,
    );
    if (rows[0]?.mine) return;
    await client.query('ROLLBACK');
    await pause(askAgainMs);
  }
}

async function isMissing(client: pg.Client, migrations: Migration[], { name }: Migration): Promise<boolean> {
  const history = await readHistory(client);
  if (!history) await createHistory(client);
  return listMissing(migrations, history ?? []).some((one) => one.name === name);
}

function explain({ name }: Migration, error: unknown): MigrationError {
  const message = error instanceof Error ? error.message : String(error);
  const code = codeOf(error);
  const hint = code === notInTransaction ? '; such a statement must stand alone in its file' : '';
  return new MigrationError(`migration ${name} failed: ${message}${code && ` (${code})`}${hint}`, {
    cause: error,
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
