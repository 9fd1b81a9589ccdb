import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { inTransaction, type Sql } from './sql.ts';

/** One unchanging view of the database, read in pages. */
export interface Snapshot {
  /** Lines of a query, in order, never more than a page in memory. One query at a time. */
  rows<Row extends QueryResultRow>(sql: string, params: unknown[]): AsyncGenerator<Row>;
  /** For queries whose answer is small, such as the standings of the units. */
  readonly sql: Sql;
}

/** Follows the reading of a snapshot, and may stop it. */
export interface SnapshotWatch {
  /** Stops the reading: the statement that runs is cancelled, and the next one is refused. */
  signal?: AbortSignal | undefined;
  /** Called with the lines of a query read so far, of all; only for queries with many lines. */
  onLines?(read: number, of: number): void;
}

const pageSize = 1000;
/** A query with fewer lines is over before they are counted. */
const manyLines = 5 * pageSize;

/**
 * Runs `work` on one snapshot, so that all figures of a report agree with each other while others
 * submit. Memory does not grow with the number of lines. PostgreSQL refuses to write in it. Throws
 * the reason of the watch's signal when that stops it.
 */
export async function inSnapshot<T>(
  pool: Pool,
  work: (snapshot: Snapshot) => Promise<T>,
  watch: SnapshotWatch = {},
): Promise<T> {
  const { signal } = watch;
  signal?.throwIfAborted();
  try {
    return await inTransaction(
      pool,
      async (client) => {
        const server = await prepareReading(client);
        let cancelling: Promise<void> | undefined;
        const cancelled = () => {
          cancelling = cancelStatement(pool, server);
        };
        signal?.addEventListener('abort', cancelled, { once: true });
        try {
          signal?.throwIfAborted();
          return await work(pagesOf(client, watch));
        } finally {
          signal?.removeEventListener('abort', cancelled);
          // A request that arrives later would hit the next statement of this connection.
          await cancelling;
        }
      },
      'ISOLATION LEVEL REPEATABLE READ READ ONLY',
    );
  } catch (error) {
    // The cancelled statement fails with an error of its own.
    signal?.throwIfAborted();
    throw error;
  }
}

/**
 * Has cursors planned to be read to their end, not to their first lines. Returns the number of the
 * server's process.
 */
async function prepareReading(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ pid: number }>(
    `SELECT set_config('cursor_tuple_fraction', '1', true), pg_backend_pid() AS pid`,
  );
  return rows[0]?.pid ?? 0;
}

/** Asks the server to cancel what a process of it runs, by another connection. */
async function cancelStatement(pool: Pool, server: number): Promise<void> {
  await pool.query('SELECT pg_cancel_backend($1)', [server]).catch(() => {});
}

const pagesOf = (client: PoolClient, { signal, onLines }: SnapshotWatch): Snapshot => ({
  sql: client,
  async *rows<Row extends QueryResultRow>(sql: string, params: unknown[]) {
    await client.query(`DECLARE report NO SCROLL CURSOR FOR ${sql}`, params);
    const fetchPage = () => client.query<Row>(`FETCH ${pageSize} FROM report`);
    let read = 0;
    let all = 0;
    let next = fetchPage();
    try {
      for (;;) {
        signal?.throwIfAborted();
        const { rows } = await next;
        const more = rows.length === pageSize;
        read += rows.length;
        if (more && onLines && read >= manyLines) {
          if (all === 0) all = await countLines(client, sql, params);
          onLines(read, all);
        }
        // The server prepares the next page while this one is used.
        if (more) next = fetchPage();
        yield* rows;
        if (!more) break;
      }
    } finally {
      // No statement may follow while a page is still on its way.
      await next.catch(() => {});
    }
    await client.query('CLOSE report');
  },
});

async function countLines(client: PoolClient, sql: string, params: unknown[]): Promise<number> {
  const { rows } = await client.query<{ lines: number }>(
    `SELECT count(*) AS lines FROM (${sql}) AS counted`,
    params,
  );
  return rows[0]?.lines ?? 0;
}
