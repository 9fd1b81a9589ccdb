import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { inTransaction, type Sql } from './sql.ts';

/** One unchanging view of the database, read in pages. */
export interface Snapshot {
  /** Lines of a query, in order, never more than a page in memory. One query at a time. */
  rows<Row extends QueryResultRow>(sql: string, params: unknown[]): AsyncGenerator<Row>;
  /** For queries whose answer is small, such as the standings of the units. */
  readonly sql: Sql;
}

const pageSize = 1000;

/**
 * Runs `work` on one snapshot, so that all figures of a report agree with each other while others
 * submit. Memory does not grow with the number of lines. PostgreSQL refuses to write in it.
 */
export function inSnapshot<T>(pool: Pool, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  return inTransaction(pool, (client) => work(pagesOf(client)), 'ISOLATION LEVEL REPEATABLE READ READ ONLY');
}

const pagesOf = (client: PoolClient): Snapshot => ({
  sql: client,
  async *rows<Row extends QueryResultRow>(sql: string, params: unknown[]) {
    await client.query(`DECLARE report NO SCROLL CURSOR FOR ${sql}`, params);
    for (;;) {
      const page = await client.query<Row>(`FETCH ${pageSize} FROM report`);
      yield* page.rows;
      if (page.rows.length < pageSize) break;
    }
    await client.query('CLOSE report');
  },
});
