import type { Pool } from 'pg';
import { isAlive } from '../../jobs/instance.ts';

/** Maximum number of reports that one look takes over: each takes a thread's time. */
const mostAtOnce = 4;

/**
 * Takes over the reports whose instance has died, the oldest first, and returns their ids. A report
 * has one owner at any time, also when several instances look at once.
 */
export async function takeOverAsked(pool: Pool, owner: string): Promise<number[]> {
  const { rows } = await pool.query<{ id: number }>(takeOverSql, [owner, mostAtOnce]);
  return rows.map(({ id }) => id);
}

const takeOverSql = `
  update asked_report a set owner = $1, done = 0
  where a.id in (
    select id from asked_report
    where state = 'making' and owner <> $1 and not ${isAlive('owner')}
    order by id limit $2 for update skip locked)
  returning a.id`;
