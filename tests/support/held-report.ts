import type pg from 'pg';
import { onTestFinished } from 'vitest';

/**
 * Holds every report up until `free`, or the end of the test: reports read the exemplars, and this
 * locks them. Other commands of the scripts read other tables.
 */
export async function holdReports(pool: pg.Pool): Promise<{ free(): Promise<void> }> {
  const client = await pool.connect();
  await client.query('begin');
  await client.query('lock table exemplar in access exclusive mode');
  let held = true;
  const free = async () => {
    if (!held) return;
    held = false;
    await client.query('rollback');
    client.release();
  };
  onTestFinished(free);
  return { free };
}
