import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, ConfigError } from '../config/config.ts';
import { prepareJobs } from '../jobs/runner.ts';
import { withSafeRemovals } from '../store/backup/removals.ts';
import { checkFiles } from '../store/check-files.ts';
import { prepareFolder } from '../store/data-dir.ts';
import { connect, type Database } from '../store/database.ts';
import { type FileStore, openFiles } from '../store/files.ts';
import { leaveStoppingServer } from '../store/leave-stopping-server.ts';
import { readOrKeepMode } from '../store/mode.ts';
import { prepareDatabase } from '../store/prepare-database.ts';
import type { AppOptions } from './app-options.ts';
import type { AppClosing } from './closing.ts';

/** The places where data lies. */
export interface Storage {
  db: Database;
  files: FileStore;
  /** Folder for files that are being sent. */
  tempDir: string;
}

/**
 * Opens folders, files and the database that the settings name. Throws `ConfigError` for a database
 * of the other mode, and for folders and files that cannot be used.
 */
export async function openStorage(options: AppOptions, closing: AppClosing): Promise<Storage> {
  const { config, log, signal, leastFreeBytes } = options;
  const { dataDir, filesUrl, databaseUrl } = config;
  await prepareFolder('DATA_DIR', dataDir);
  if (config.nightly) await prepareFolder('BACKUP_DIR', config.nightly.folder);
  const store = openFiles({ dataDir, filesUrl, leastFreeBytes });
  if (filesUrl) await checkFiles(store, filesUrl);

  const prepared = await (options.database ?? prepareDatabase({ url: databaseUrl, dataDir, log, signal }));
  const db = connect({ ...prepared, log, poolSize: 16 });
  closing.add(() => db.close());
  const watch = leaveStoppingServer({ url: db.url, log, signal });
  closing.add(() => watch.stop());
  signal?.throwIfAborted();
  refuseOtherMode(await readOrKeepMode(db.pool, config.mode), config.mode);
  await prepareJobs(db.url, log);
  const tempDir = join(dataDir, 'tmp');
  await mkdir(tempDir, { recursive: true });
  return { db, files: withSafeRemovals(store, db.pool), tempDir };
}

function refuseOtherMode(kept: string, mode: Config['mode']): void {
  if (kept === mode) return;
  throw new ConfigError([
    `DATA_DIR: this database holds a ${kept}, not a ${mode}; set another DATA_DIR (or DATABASE_URL), or remove the old one`,
  ]);
}
