import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { isOfTheFuture } from '../store/time-sql.ts';

/** Schedules the sending of these deliveries soon; a job that waits already is not changed. */
export async function scheduleDeliveries(pool: pg.Pool, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  await pool.query(
    `select graphile_worker.add_job('deliver', json_build_object('id', id), job_key => 'deliver:' || id,
                                    job_key_mode => 'preserve_run_at')
     from unnest($1::int[]) as id`,
    [ids],
  );
}

/**
 * Adds a job for every pending delivery without one: jobs die with their worker, rows do not. A job
 * taken at a time that has not come was taken by a clock that was ahead: its worker counts as dead.
 * Returns their number.
 */
export async function sweepDeliveries(pool: pg.Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `select graphile_worker.add_job('deliver', json_build_object('id', d.id), job_key => 'deliver:' || d.id)
     from delivery d where d.status = 'pending' and not exists (
       select 1 from graphile_worker.jobs j
       where j.key = 'deliver:' || d.id and (j.locked_at is null
         or j.locked_at > now() - interval '3 minutes' and not ${isOfTheFuture('j.locked_at')}))
     order by d.id limit 5000`,
  );
  return rowCount ?? 0;
}

/**
 * Runs all pending deliveries after the rehearsal's clock was moved. A delivery postponed until a
 * morning may be due by the new time. It waits until they are settled, five seconds at most, so
 * that the person who moved the clock sees the messages.
 */
export async function runPendingDeliveries(pool: pg.Pool): Promise<void> {
  await pool.query(
    `select graphile_worker.add_job('deliver', json_build_object('id', id), job_key => 'deliver:' || id)
     from delivery where status = 'pending' order by id`,
  );
  for (let waited = 0; waited < 5000; waited += 50) {
    const { rowCount } = await pool.query(
      `select 1 from graphile_worker.jobs
       where task_identifier = 'deliver' and run_at <= now() and attempts < max_attempts limit 1`,
    );
    if (rowCount === 0) return;
    await sleep(50);
  }
}
