import { setTimeout as pause } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Logger } from 'pino';
import { checkDatabase } from './check-database.ts';
import { EmbeddedError, startEmbedded } from './embedded.ts';
import { PrismaClient } from './generated/client.ts';
import { migrate } from './migrate.ts';
import { poolConfig } from './pool-config.ts';

export { EmbeddedError };

/** The house's memory: one pool of connections, for hand-written SQL and for Prisma alike. */
export interface Database {
  /** Where the data of an embedded database really is; undefined: it is someone else's server. */
  folder?: string;
  /** Its address, with the password: never log it. */
  url: string;
  /**
   * In what it reads, int8 (such as count(*)) is a number and `date` is a Date at midnight UTC, as
   * Prisma has it.
   */
  pool: pg.Pool;
  prisma: PrismaClient;
  /**
   * Ends connections and, when the database is our own, stops it. Work still running after 5 s is
   * cut off.
   */
  close(): Promise<void>;
}

/**
 * Opens the database at `url`, or without one our own PostgreSQL in `dataDir`, and brings its
 * tables up to date. Throws `ConfigError` when the one at `url` is of no use, `EmbeddedError` (one
 * line) when our own cannot run here; otherwise what PostgreSQL or Prisma says.
 */
export async function openDatabase(options: {
  url?: string | undefined;
  dataDir: string;
  log: Logger;
  /** Connections at most; default 10. */
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
  const connected = connect({ url, log, poolSize });
  return {
    ...connected,
    ...(embedded ? { folder: embedded.folder } : {}),
    close: async () => {
      await connected.close();
      await embedded?.stop();
    },
  };
}

/** Connects to a database whose tables are up to date already. */
export function connect(options: { url: string; log: Logger; poolSize?: number | undefined }): Database {
  const { url, log, poolSize } = options;
  const pool = new pg.Pool(poolConfig(url, poolSize));
  // A connection that breaks is replaced; but an error that nobody listens to would end the
  // process, in use or not.
  const broke = (error: Error) => log.warn({ err: error }, 'a database connection broke');
  pool.on('error', broke);
  pool.on('connect', (client) => client.on('error', broke));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  let closing: Promise<void> | undefined;
  return {
    url,
    pool,
    prisma,
    close: () => {
      closing ??= (async () => {
        // Prisma lets go of the pool but leaves it open: it is ours.
        await prisma.$disconnect();
        const late = new AbortController();
        await Promise.race([pool.end(), pause(5000, undefined, { signal: late.signal }).catch(() => {})]);
        late.abort();
      })();
      return closing;
    },
  };
}

/**
 * Runs `work` in a transaction of its own: committed when it returns, rolled back when it throws
 * (and the error goes on). Use only the given client inside.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
  /** What stands behind BEGIN: `ISOLATION LEVEL REPEATABLE READ READ ONLY`. */
  characteristics = '',
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(`BEGIN ${characteristics}`);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
