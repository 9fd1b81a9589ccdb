import { setTimeout as sleep } from 'node:timers/promises';
import { type Runner, run, runMigrations, type TaskList, Logger as WorkerLogger } from 'graphile-worker';
import pg from 'pg';
import type { Logger } from 'pino';
import { z } from 'zod';
import { poolConfig } from '../store/pool-config.ts';

/** Unrequested messages that one process sends at once. */
const sendingConcurrency = 8;

/**
 * Creates graphile-worker's own schema, before the first update is accepted and after Prisma's
 * migrations. Its commits do not wait for the disk: what a crash loses is created again.
 */
export async function prepareJobs(url: string, log: Logger): Promise<void> {
  const pool = new pg.Pool(poolConfig(url, 1, '-c synchronous_commit=off'));
  // A connection that breaks fails its query.
  const ignore = () => {};
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  try {
    await runMigrations({ pgPool: pool, logger: createWorkerLogger(log) });
  } finally {
    await pool.end();
  }
}

/** Running workers; `stop()` waits for the jobs they are running. */
export interface Jobs {
  stop(): Promise<void>;
}

/**
 * Starts the workers for unrequested messages. They have their own connections whose commits do not
 * wait for the disk: a job that returns after a crash finds its work done.
 */
export async function startJobs(url: string, tasks: TaskList, log: Logger): Promise<Jobs> {
  const pool = new pg.Pool(poolConfig(url, 4, '-c synchronous_commit=off'));
  const onLost = (error: Error) => log.warn({ err: error }, 'a connection of the jobs was lost');
  pool.on('error', onLost);
  pool.on('connect', (client) => client.on('error', onLost));
  const line = await keepWorkersRunning(pool, () => startWorkers(pool, tasks, sendingConcurrency, log), log);
  return {
    async stop() {
      await line.stop();
      await pool.end();
    },
  };
}

/** Milliseconds that a stop waits for workers to end. */
const longestEndMs = 8500;

/**
 * Keeps workers running: graphile-worker ends its workers when it cannot record that a job is done,
 * as when the database restarts at that moment. Then others replace them, until `stop()`. They do
 * not wait for the end of the first ones: after a failed batch, graphile-worker 0.18 counts it
 * twice and may wait without end. Throws when the first do not start.
 */
async function keepWorkersRunning(pool: pg.Pool, begin: () => Promise<Runner>, log: Logger): Promise<Jobs> {
  const stopping = new AbortController();
  let current = await begin();
  const kept = keep();

  async function keep(): Promise<void> {
    while (!stopping.signal.aborted) {
      const ended = await awaitEnd(current);
      if (stopping.signal.aborted) return;
      log.error({ err: ended.error }, 'the workers ended');
      await sleep(1000, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      await beginAgain(ended.poolId);
    }
  }

  /** Tries until new workers have started, and frees the jobs that the old ones had taken. */
  async function beginAgain(oldPoolId: string | undefined): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        current = await begin();
        log.info('new workers have begun');
        if (oldPoolId !== undefined)
          await pool.query('select graphile_worker.force_unlock_workers(array[$1])', [oldPoolId]);
        return;
      } catch (error) {
        log.error({ err: error }, 'new workers cannot begin yet');
        await sleep(1000, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  }

  return {
    async stop() {
      stopping.abort();
      // Workers that have ended by themselves need no stop, and throw an error that says so.
      const stopped = current.stop().catch((error) => log.debug({ err: error }, 'the workers had ended'));
      const late = new AbortController();
      await Promise.race([
        stopped,
        sleep(longestEndMs, undefined, { signal: late.signal }).catch(() => undefined),
      ]);
      late.abort();
      await kept;
    },
  };
}

/**
 * Waits until workers end or begin to end, for any reason. `poolId` is the name with which they
 * locked their jobs.
 */
function awaitEnd(runner: Runner): Promise<{ poolId?: string; error?: unknown }> {
  return new Promise((resolve) => {
    runner.events.once('pool:gracefulShutdown', ({ workerPool }) => resolve({ poolId: workerPool.id }));
    runner.promise.then(
      () => resolve({}),
      (error: unknown) => resolve({ error }),
    );
  });
}

function startWorkers(
  pool: pg.Pool,
  taskList: TaskList,
  concurrentJobs: number,
  log: Logger,
): Promise<Runner> {
  return run({
    pgPool: pool,
    taskList,
    noHandleSignals: true,
    logger: createWorkerLogger(log),
    preset: {
      worker: {
        concurrentJobs,
        pollInterval: 1000,
        gracefulShutdownAbortTimeout: 8000,
        // Fetches and completes in batches: one job at a time costs more than most updates do.
        localQueue: { size: concurrentJobs * 2 },
        completeJobBatchDelay: 5,
        // Without it graphile-worker does not await `failJob()`: a database failure at that moment
        // ends the process.
        failJobBatchDelay: 5,
      },
    },
  });
}

/**
 * Adds a job that runs once after `inMs`; a waiting job with the same key is moved, not doubled.
 */
export async function addJob(
  pool: pg.Pool | pg.PoolClient,
  task: string,
  payload: object,
  options: { key: string; inMs?: number },
): Promise<void> {
  await pool.query({
    name: 'add-job',
    text: `select graphile_worker.add_job($1, $2::json, job_key => $3,
             run_at => clock_timestamp() + make_interval(secs => $4::float8))`,
    values: [task, JSON.stringify(payload), options.key, (options.inMs ?? 0) / 1000],
  });
}

/**
 * A logger for graphile-worker. Its line per job costs a third of the throughput; warnings and
 * errors go into our log. Its own errors quote messages, which may hold a person's text: ours name
 * the job and the place of the error.
 */
function createWorkerLogger(log: Logger): WorkerLogger {
  return new WorkerLogger(() => (level, message, meta) => {
    if (level !== 'error' && level !== 'warning') return;
    // Our jobs have their own connections; the workers' connections only fetch and complete, in
    // batches.
    if (message.includes('maxPoolSize')) return;
    const { error, job } = jobTrouble.parse(meta ?? {});
    const what = { job: job?.id, task: job?.task_identifier, ...(error === undefined ? {} : { err: error }) };
    if (level === 'warning') log.warn(what, message);
    else log.error(what, error === undefined ? 'jobs are in trouble' : 'a job failed');
  });
}

const jobTrouble = z.object({
  error: z.unknown().optional(),
  job: z.object({ id: z.string(), task_identifier: z.string() }).optional().catch(undefined),
});
