import type pg from 'pg';
import { isOfTheFuture } from '../store/time-sql.ts';

/**
 * Frees jobs that a worker took before `before`: no job runs that long, so the worker is dead.
 * graphile-worker itself would wait for four hours. A job freed too early runs twice, which changes
 * nothing. Returns their number.
 */
export async function freeOldJobs(pool: pg.Pool, before: Date): Promise<number> {
  const { rowCount } = await pool.query(
    `with dead as (
       select id, locked_by from graphile_worker.jobs where locked_by is not null and locked_at < $1)
     select dead.id from dead, (
       select graphile_worker.force_unlock_workers(array(select distinct locked_by from dead))) as freed`,
    [before],
  );
  return rowCount ?? 0;
}

/**
 * Runs jobs at once that were put off by a clock that has gone back since. They would wait for as
 * long as it was ahead: the clock of a machine may be wrong when it starts. A job that runs too
 * early puts itself off again. Returns their number.
 */
export async function hastenJobsOfTheFuture(pool: pg.Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `select id from graphile_worker.reschedule_jobs(array(
       select id from graphile_worker.jobs
       where locked_at is null and run_at > now() and ${isOfTheFuture('updated_at')}), run_at => now())`,
  );
  return rowCount ?? 0;
}

/**
 * Removes jobs that had failed for the last time by `before`; their errors may quote people's
 * texts.
 */
export async function dropJobsGivenUp(pool: pg.Pool, before: Date): Promise<number> {
  const { rowCount } = await pool.query(
    `select (graphile_worker.complete_jobs(array(
       select id from graphile_worker.jobs
       where attempts >= max_attempts and locked_by is null and updated_at < $1 limit 10000))).id`,
    [before],
  );
  return rowCount ?? 0;
}
