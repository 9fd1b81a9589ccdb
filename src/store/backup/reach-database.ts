import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Logger } from 'pino';
import { checkDatabase } from '../check-database.ts';
import { findRunningAddress, startEmbedded } from '../embedded.ts';
import { BackupError } from './error.ts';

/**
 * Connects to the database for a backup: the one at `databaseUrl`, or the embedded one of
 * `dataDir`. The app may be running on it or not. `close` stops what was started for it. Throws
 * `BackupError` when there is none.
 */
export async function reachDatabase(options: {
  databaseUrl: string | undefined;
  dataDir: string;
  log: Logger;
}): Promise<{ url: string; close(): Promise<void> }> {
  const { databaseUrl, dataDir, log } = options;
  if (databaseUrl) {
    await checkDatabase(databaseUrl);
    return { url: databaseUrl, close: async () => {} };
  }
  const folder = join(resolve(dataDir), 'postgres');
  if (!(await stat(folder).catch(() => undefined))) {
    throw new BackupError(`DATA_DIR: ${resolve(dataDir)} holds no database: there is nothing to back up`);
  }
  const running = await findRunningAddress(dataDir);
  if (running) return { url: running, close: async () => {} };
  const embedded = await startEmbedded({ dataDir, log });
  return { url: embedded.url, close: embedded.stop };
}
