import type { Logger } from 'pino';
import { checkDatabase } from './check-database.ts';
import { type Embedded, startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';

/** A database that answers and whose tables are up to date. */
export interface PreparedDatabase {
  /** Its address, with the password: never log it. */
  url: string;
  /** The server to stop after the last connection has been closed. */
  embedded: Embedded | undefined;
}

/**
 * Prepares the database at `url`, or without one the embedded PostgreSQL in `dataDir`. Throws
 * `ConfigError` when the one at `url` cannot be used, `EmbeddedError` when the embedded one cannot
 * run, `MigrationError` when its tables cannot be brought up to date, the reason of `signal` when a
 * stop comes before it is ready.
 */
export async function prepareDatabase(options: {
  url?: string | undefined;
  dataDir: string;
  log: Logger;
  signal?: AbortSignal | undefined;
}): Promise<PreparedDatabase> {
  const { dataDir, log, signal } = options;
  if (options.url) await checkDatabase(options.url);
  const embedded = options.url ? undefined : await startEmbedded({ dataDir, log });
  const url = options.url ?? embedded?.url ?? '';
  try {
    await migrate({ url, log, signal });
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
  return { url, embedded };
}
