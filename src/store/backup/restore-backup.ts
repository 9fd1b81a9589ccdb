import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Logger } from 'pino';
import { checkDatabase } from '../check-database.ts';
import { checkFiles } from '../check-files.ts';
import { prepareFolder } from '../data-dir.ts';
import { startEmbedded } from '../embedded.ts';
import { openFiles } from '../files.ts';
import { migrate } from '../migrate.ts';
import { poolConfig } from '../pool-config.ts';
import type { BackupEnd, BackupHeader } from './contents.ts';
import { BackupError } from './error.ts';
import { loadBackup } from './load-backup.ts';
import { readEntries, verifyBackup } from './read-backup.ts';

/**
 * Restores a backup into an empty place: a database and a file store. The database is the embedded
 * one of `dataDir` or the one at `databaseUrl`. The whole file is read and checked before anything
 * changes; after a later failure the place is emptied again. Tables of an earlier release are
 * migrated to this one. Throws `BackupError` with one line.
 */
export async function restoreBackup(options: {
  path: string;
  passphrase: string | undefined;
  dataDir: string;
  databaseUrl: string | undefined;
  filesUrl: string | undefined;
  log: Logger;
  /** Creates the tables of graphile-worker, which are not ours. */
  prepareJobs(url: string): Promise<void>;
}): Promise<{ header: BackupHeader; end: BackupEnd }> {
  const { path, passphrase, dataDir, databaseUrl, filesUrl, log } = options;
  const { header, end } = await verifyBackup(path, passphrase);
  await prepareFolder('DATA_DIR', dataDir);
  const files = openFiles({ dataDir, filesUrl });
  if (databaseUrl) await checkDatabase(databaseUrl);
  if (filesUrl) await checkFiles(files, filesUrl);
  await refuseUsed(options, files.isEmpty);

  const embedded = databaseUrl ? undefined : await startEmbedded({ dataDir, log });
  const url = databaseUrl ?? embedded?.url ?? '';
  try {
    await migrate({ url, log, only: header.migrations });
    await options.prepareJobs(url);
    await loadBackup({ path, passphrase, header, url, files });
    await migrate({ url, log });
    await embedded?.stop();
  } catch (error) {
    log.error({ err: error }, 'the restore failed');
    if (!embedded) await emptyDatabase(url).catch(() => undefined);
    await embedded?.stop();
    if (embedded) {
      await rm(embedded.folder, { recursive: true, force: true });
      await rm(join(dataDir, 'postgres'), { recursive: true, force: true });
    }
    await removeLoaded(path, passphrase, files.remove);
    throw new BackupError(`the restore failed and nothing was left behind: ${say(error)}`, { cause: error });
  }
  return { header, end };
}

/** A restore never mixes: existing data would be overwritten or doubled. */
async function refuseUsed(
  {
    dataDir,
    databaseUrl,
    filesUrl,
  }: { dataDir: string; databaseUrl: string | undefined; filesUrl: string | undefined },
  hasNoFiles: () => Promise<boolean>,
): Promise<void> {
  if (!databaseUrl && (await readdir(dataDir)).includes('postgres')) {
    throw new BackupError(
      `DATA_DIR: ${dataDir} holds a database already: restore into an empty or a new folder`,
    );
  }
  if (databaseUrl && !(await hasNoTables(databaseUrl))) {
    throw new BackupError(
      'DATABASE_URL: the database holds tables already: restore into an empty or a new database',
    );
  }
  if (!(await hasNoFiles())) {
    throw new BackupError(
      filesUrl
        ? 'FILES_URL: the bucket holds files already: restore into an empty bucket, or below another prefix'
        : `DATA_DIR: ${join(dataDir, 'files')} holds files already: restore into an empty or a new folder`,
    );
  }
}

async function hasNoTables(url: string): Promise<boolean> {
  return withPool(url, async (pool) => {
    const { rows } = await pool.query<{ empty: boolean }>(
      `select to_regnamespace('graphile_worker') is null and not exists (
         select 1 from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'S')
           and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')) as empty`,
    );
    return rows[0]?.empty ?? false;
  });
}

/** Removes everything in the database: it had no table before the restore. */
async function emptyDatabase(url: string): Promise<void> {
  await withPool(url, (pool) =>
    pool.query(`
      do $$ declare one record; begin
        drop schema if exists graphile_worker cascade;
        for one in select c.oid::regclass as name from pg_class c
          where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
            and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
        loop execute format('drop table if exists %s cascade', one.name); end loop;
        for one in select t.oid::regtype as name from pg_type t
          where t.typnamespace = current_schema()::regnamespace and t.typtype = 'e'
            and not exists (select 1 from pg_depend d where d.objid = t.oid and d.deptype = 'e')
        loop execute format('drop type if exists %s cascade', one.name); end loop;
        for one in select p.oid::regprocedure as name from pg_proc p
          where p.pronamespace = current_schema()::regnamespace
            and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
        loop execute format('drop routine if exists %s cascade', one.name); end loop;
      end $$`),
  );
}

/**
 * Removes the files stored before the failure. The file was readable once, so its names can be read
 * again.
 */
async function removeLoaded(
  path: string,
  passphrase: string | undefined,
  remove: (key: string) => Promise<void>,
): Promise<void> {
  try {
    for await (const { name, content } of readEntries(path, passphrase)) {
      content.resume();
      if (name.startsWith('files/')) await remove(name.slice('files/'.length)).catch(() => undefined);
    }
  } catch {
    // The backup file itself cannot be read any further.
  }
}

async function withPool<T>(url: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = new pg.Pool(poolConfig(url, 2));
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

function say(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.message;
}
