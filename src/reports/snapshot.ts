import type { Pool, QueryResultRow } from 'pg';

/** One unchanging view of the database, read in pages. */
export interface Snapshot {
  /** Lines of a query, in order, never more than a page in memory. One query at a time. */
  rows<Row extends QueryResultRow>(sql: string, params: unknown[]): AsyncGenerator<Row>;
}

const pageSize = 1000;

/**
 * Runs `work` on one snapshot, so that all figures of a report agree with each other whatever is submitted meanwhile.
 * Memory does not grow with the number of lines.
 */
export async function inSnapshot<T>(pool: Pool, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const made = await work({
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
    await client.query('COMMIT');
    return made;
  } catch (error) {
    await client.query('ROLLBACK').catch((cause) => {
      broken = cause;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
