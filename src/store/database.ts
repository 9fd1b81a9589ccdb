import { setTimeout as pause } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Logger } from 'pino';
import { checkDatabase } from './check-database.ts';
import { type Embedded, EmbeddedError, startEmbedded } from './embedded.ts';
import { PrismaClient } from './generated/client.ts';
import { migrate } from './migrate.ts';
import { poolConfig } from './pool-config.ts';
import { notingPool } from './shared-connection.ts';
import { inSnapshot, type Snapshot } from './snapshot.ts';

export { EmbeddedError };

/** The app's database: one pool of connections for both hand-written SQL and Prisma. */
export interface Database {
  /** The real path of an embedded database's data; undefined for an external server. */
  folder?: string;
  /** Its address, with the password: never log it. */
  url: string;
  /**
   * It reads int8 (such as count(*)) as a number and `date` as a Date at midnight UTC, as Prisma
   * does.
   */
  pool: pg.Pool;
  /** The typed client, over the same pool. */
  readonly prisma: PrismaClient;
  /** Runs `work` on one unchanging view, in a transaction in which PostgreSQL refuses to write. */
  inSnapshot<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T>;
  /**
   * Closes the connections and stops an embedded database. Work still running after 5 s is cut off.
   */
  close(): Promise<void>;
}

/**
 * Opens the database at `url`, or without one the embedded PostgreSQL in `dataDir`, and migrates
 * it. Throws `ConfigError` when the one at `url` cannot be used, `EmbeddedError` (one line) when
 * the embedded one cannot run; otherwise the error of PostgreSQL or Prisma.
 */
export async function openDatabase(options: {
  url?: string | undefined;
  dataDir: string;
  log: Logger;
  /** Maximum number of connections; default 10. */
  poolSize?: number;
}): Promise<Database> {
  const { dataDir, log, poolSize } = options;
  if (options.url) await checkDatabase(options.url);
  const embedded = options.url ? undefined : await startEmbedded({ dataDir, log });
  const url = options.url ?? embedded?.url ?? '';
  try {
    await migrate({ url, log });
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
  return connect({ url, log, poolSize, embedded });
}

/** Connects to a database whose tables are up to date already. */
export function connect(options: {
  url: string;
  log: Logger;
  poolSize?: number | undefined;
  /** The server to stop after the last connection has been closed. */
  embedded?: Embedded | undefined;
}): Database {
  const { url, log, poolSize, embedded } = options;
  const pool = new pg.Pool(poolConfig(url, poolSize));
  // A broken connection is replaced; but an unhandled error event would end the process.
  const broke = (error: Error) => log.warn({ err: error }, 'a database connection broke');
  pool.on('error', broke);
  pool.on('connect', (client) => client.on('error', broke));
  // Made when first used: a start reads and writes nothing by it.
  let prisma: PrismaClient | undefined;
  let closing: Promise<void> | undefined;
  return {
    ...(embedded ? { folder: embedded.folder } : {}),
    url,
    pool,
    get prisma() {
      prisma ??= new PrismaClient({ adapter: new PrismaPg(notingPool(pool)) });
      return prisma;
    },
    inSnapshot: (work) => inSnapshot(pool, work),
    close: () => {
      closing ??= (async () => {
        // Prisma leaves the pool open: we close it.
        await prisma?.$disconnect();
        const late = new AbortController();
        await Promise.race([pool.end(), pause(5000, undefined, { signal: late.signal }).catch(() => {})]);
        late.abort();
        await embedded?.stop();
      })();
      return closing;
    },
  };
}
