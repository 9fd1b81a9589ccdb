import pg from 'pg';
import { until } from '../../support/until.ts';

/** A row of a table, to be locked. */
export interface LockedRow {
  table: string;
  id: number;
}

/** Locks a row in a session of its own, for tests of what happens while another waits for it. */
export async function holdRow(url: string, { table, id }: LockedRow) {
  const client = new pg.Client({ connectionString: url });
  // The database may be dropped with the session.
  client.on('error', () => undefined);
  await client.connect();
  await client.query('begin');
  await client.query(`select 1 from ${table} where id = $1 for update`, [id]);
  return {
    /** Waits until so many transactions wait for the row. */
    isAwaited: (patienceMs: number, many = 1) =>
      until(
        async () => {
          const { rows } = await client.query(
            // Not pg_stat_activity, of which a transaction sees its first look alone. A later one
            // waits for those before it.
            `with recursive waiting as (
               select pg_backend_pid() as pid
               union select l.pid from pg_locks l join waiting w on w.pid = any (pg_blocking_pids(l.pid))
               where not l.granted)
             select 1 from waiting offset 1`,
          );
          return rows.length >= many ? true : undefined;
        },
        { everyMs: 20, patienceMs },
      ),
    /** Ends the session, and its lock with it. */
    letGo: () => client.end(),
  };
}
