import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { type Pack, pack } from 'tar-stream';
import type { FileStore } from '../files.ts';
import { poolConfig } from '../pool-config.ts';
import type { BackupEnd, BackupHeader } from './contents.ts';
import { BackupBusy, BackupError } from './error.ts';
import { packDatabase } from './pack-database.ts';
import { packFiles } from './pack-files.ts';
import { packText } from './pack-text.ts';
import { createSeal } from './seal.ts';

/** The lock held while a backup is made: no file is removed then, see `removals.ts`. */
export const filesLock = 101_2033;
/** The lock held by the only backup that is being made. */
const oneAtATime = 101_2034;

/** A finished backup. */
export interface FinishedBackup {
  path: string;
  bytes: number;
  header: BackupHeader;
  end: BackupEnd;
}

/**
 * Writes database and files, as they are at one moment, into a new file at `path`. The app keeps
 * working; the file gets its name once it is complete. Throws `BackupError` when the path exists
 * already or another backup is being made.
 */
export async function makeBackup(options: {
  url: string;
  files: FileStore;
  path: string;
  passphrase?: string | undefined;
  version: string;
  at: Date;
  signal?: AbortSignal | undefined;
  /**
   * For tests: called with PostgreSQL's name of the snapshot, so that they can read the same
   * moment.
   */
  onSnapshot?(snapshot: string): Promise<void>;
}): Promise<FinishedBackup> {
  const path = resolve(options.path);
  await refuseTaken(path);
  const unfinished = `${path}.${randomUUID().slice(0, 8)}.unfinished`;
  const clients = [await connect(options.url), await connect(options.url)] as const;
  try {
    const [holder, reader] = clients;
    await takeLocks(holder);
    const archive = pack();
    const seal = options.passphrase ? [await createSeal(options.passphrase)] : [];
    const target = createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true });
    const gzip = createGzip({ level: 4 });
    const streams = [Readable.from(archive), gzip, ...seal, target];
    const writing = options.signal ? pipeline(streams, { signal: options.signal }) : pipeline(streams);
    const [, contents] = await Promise.all([writing, fill(archive, reader, options)]);
    await rename(unfinished, path);
    await keepName(dirname(path));
    return { path, bytes: (await stat(path)).size, ...contents };
  } catch (error) {
    throw explain(error, path);
  } finally {
    await rm(unfinished, { force: true });
    // The locks end with the connections: the next backup must find them free.
    const late = new AbortController();
    const ended = Promise.allSettled(clients.map((client) => client.end()));
    await Promise.race([ended, pause(5000, undefined, { signal: late.signal }).catch(() => {})]);
    late.abort();
  }
}

/** Writes all entries from one snapshot: the reader's transaction is open until the last file. */
async function fill(
  archive: Pack,
  reader: pg.Client,
  options: Parameters<typeof makeBackup>[0],
): Promise<{ header: BackupHeader; end: BackupEnd }> {
  try {
    await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await reader.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot');
    await options.onSnapshot?.(rows[0]?.snapshot ?? '');
    const { header, tables, jobs } = await packDatabase(archive, reader, options);
    const { files, missing } = await packFiles(archive, reader, options.files);
    const end: BackupEnd = { tables, jobs, files, missing };
    await packText(archive, 'end.json', JSON.stringify(end));
    archive.finalize();
    return { header, end };
  } catch (error) {
    // Otherwise the writer would wait for more.
    archive.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ ...poolConfig(url), application_name: 'dien-hinh backup' });
  client.on('error', () => {});
  await client.connect();
  // An administrator may have set time limits for forgotten transactions.
  await client.query(
    `select set_config('statement_timeout', '0', false), set_config('idle_in_transaction_session_timeout', '0', false)`,
  );
  return client;
}

/** Locks of a transaction rather than of a session: they also work through a connection pooler. */
async function takeLocks(holder: pg.Client): Promise<void> {
  await holder.query('BEGIN');
  const { rows } = await holder.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [
    oneAtATime,
  ]);
  if (!rows[0]?.mine) throw new BackupBusy('another backup is being made at this moment: wait for its end');
  // Waits for removals in progress.
  await holder.query('select pg_advisory_xact_lock($1)', [filesLock]);
}

async function refuseTaken(path: string): Promise<void> {
  if (await stat(path).catch(() => undefined)) {
    throw new BackupError(`${path} is there already: choose another name, or remove it`);
  }
  const folder = await stat(dirname(path)).catch(() => undefined);
  if (!folder?.isDirectory()) throw new BackupError(`${dirname(path)} is no folder: make it first`);
}

/** Writes the folder to the disk, so that the new name is durable too. */
async function keepName(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

function explain(error: unknown, path: string): unknown {
  if (error instanceof BackupError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC') return new BackupError(`${path}: the disk is full`, { cause: error });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new BackupError(`${path} cannot be written by this account (${code})`, { cause: error });
  }
  return error;
}
