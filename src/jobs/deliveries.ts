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
