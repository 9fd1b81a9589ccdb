import type pg from 'pg';
import { onTestFinished } from 'vitest';
import { until } from './until.ts';

/**
 * Holds every report up until `free`, or the end of the test: reports read the exemplars, and this
 * locks them. Other commands of the scripts read other tables.
 */
export const holdReports = (pool: pg.Pool) => holdTable(pool, 'exemplar');

/**
 * Holds up every file that goes out by a link or in the web chat, until `free`: such a file is a
 * row, and this locks their table.
 */
export const holdFiles = (pool: pg.Pool) => holdTable(pool, 'chat_file');

async function holdTable(pool: pg.Pool, table: string) {
  const client = await pool.connect();
  await client.query('begin');
  await client.query(`lock table ${table} in access exclusive mode`);
  let held = true;
  const free = async () => {
    if (!held) return;
    held = false;
    await client.query('rollback');
    client.release();
  };
  onTestFinished(free);
  /** Waits until another transaction waits for the table. */
  const isAwaited = () =>
    until(async () => {
      const { rows } = await client.query(
        'select 1 from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))',
      );
      return rows.length > 0 ? true : undefined;
    });
  return { free, isAwaited };
}
