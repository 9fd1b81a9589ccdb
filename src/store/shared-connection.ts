import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';

/** The connection that Prisma took for the transaction that is being started, and since when. */
export interface Borrowed {
  client?: pg.PoolClient;
  since: number;
}

const borrowing = new AsyncLocalStorage<Borrowed | undefined>();

/** Runs `work` and notes in `borrowed` the connection that Prisma takes within it. */
export function noteConnection<T>(borrowed: Borrowed | undefined, work: () => T): T {
  return borrowing.run(borrowed, work);
}

/**
 * Wraps the pool for Prisma's adapter: it records the connection of a running transaction
 * (`noteConnection`). So SQL and typed calls can share a transaction.
 */
export function notingPool(pool: pg.Pool): pg.Pool {
  const connect = async () => {
    const client = await pool.connect();
    const borrowed = borrowing.getStore();
    if (borrowed) Object.assign(borrowed, { client, since: performance.now() });
    return client;
  };
  return new Proxy(pool, {
    get(target, key) {
      // The adapter calls `connect` for nothing but a transaction.
      if (key === 'connect') return connect;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
