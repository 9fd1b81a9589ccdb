import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { EmbeddedError } from './embedded/error.ts';
import type { Embedded } from './embedded.ts';
import type { PrismaClient } from './generated/client.ts';
import { poolConfig } from './pool-config.ts';
import { notingPool } from './shared-connection.ts';
import { inSnapshot, type Snapshot, type SnapshotWatch } from './snapshot.ts';

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
  inSnapshot<T>(work: (snapshot: Snapshot) => Promise<T>, watch?: SnapshotWatch): Promise<T>;
  /**
   * Closes the connections and stops an embedded database. Work still running after 5 s is cut off.
   */
  close(): Promise<void>;
}

/**
 * Loads the modules of the typed client, unless they are loaded. They take a third of a second and
 * 60 MB, so nothing at a start should need them. Loaded by `require`, which also works in a getter;
 * an `import()` of the same module under way would make it fail.
 */
export function loadTypedClient(): typeof import('./typed-client.ts') {
  return createRequire(import.meta.url)('./typed-client.ts');
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
  // Made when first used: a start on an existing database reads and writes nothing by it.
  let prisma: PrismaClient | undefined;
  let closing: Promise<void> | undefined;
  return {
    ...(embedded ? { folder: embedded.folder } : {}),
    url,
    pool,
    get prisma() {
      prisma ??= loadTypedClient().createTypedClient(notingPool(pool));
      return prisma;
    },
    inSnapshot: (work, watch) => inSnapshot(pool, work, watch),
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
