import type { Pool, PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';

/**
 * Runs statements of hand-written SQL: the pool, one of its connections, or a transaction that
 * Prisma shares.
 */
export interface Sql {
  query<Row extends QueryResultRow>(
    statement: string | QueryConfig,
    values?: unknown[],
  ): Promise<QueryResult<Row>>;
}

/**
 * Runs `work` in a transaction of SQL alone: committed when it returns, rolled back when it throws.
 * The error is thrown to the caller. Use only the given client inside. Nothing limits its time.
 * `transact` holds typed calls too.
 */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
  /** The text after BEGIN: `ISOLATION LEVEL REPEATABLE READ READ ONLY`. */
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
