import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

/** Runs the sending of these deliveries soon; one that waits already is left as it is. */
export async function deliverSoon(pool: pg.Pool, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  await pool.query(
    `select graphile_worker.add_job('deliver', json_build_object('id', id), job_key => 'deliver:' || id,
                                    job_key_mode => 'preserve_run_at')
     from unnest($1::int[]) as id`,
    [ids],
  );
}

/** Gives a job to every pending delivery that has none: jobs die with their worker, rows do not. */
export async function sweepDeliveries(pool: pg.Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `select graphile_worker.add_job('deliver', json_build_object('id', d.id), job_key => 'deliver:' || d.id)
     from delivery d where d.status = 'pending' and not exists (
       select 1 from graphile_worker.jobs j
       where j.key = 'deliver:' || d.id and (j.locked_at is null or j.locked_at > now() - interval '3 minutes'))
     order by d.id limit 5000`,
  );
  return rowCount ?? 0;
}

/**
 * The rehearsal's clock has been moved: what was put off until a morning by the old clock is due by
 * the new one. Looks at every pending delivery at once, and waits until they are settled, five
 * seconds at most, so that whoever moved the clock sees who has been told.
 */
export async function wakeDeliveries(pool: pg.Pool): Promise<void> {
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
