import { setTimeout as sleep } from 'node:timers/promises';
import { type Runner, run, runMigrations, type TaskList, Logger as WorkerLogger } from 'graphile-worker';
import pg from 'pg';
import type { Logger } from 'pino';
import { z } from 'zod';
import { poolConfig } from '../store/pool-config.ts';

/**
 * Updates that one process handles at once: they wait for the database and the network most of the
 * time.
 */
const concurrency = 128;
/** Messages of our own that one process sends at once. */
const sendingConcurrency = 8;

/**
 * Makes graphile-worker's own schema. Before the first update is accepted, and after Prisma's
 * migrations.
 */
export async function prepareJobs(pool: pg.Pool, log: Logger): Promise<void> {
  await runMigrations({ pgPool: pool, logger: quiet(log) });
}

/** Taking jobs; `stop()` waits for those in flight. */
export interface Jobs {
  stop(): Promise<void>;
}

/**
 * Starts to take jobs: chats, and apart from them what is sent of our own accord, so that 20,000
 * nudges in a morning do not stand in the way of somebody's answer. The workers have connections of
 * their own whose commits do not wait for the disk: a job that a crash brings back finds its work
 * done.
 */
export async function startJobs(
  url: string,
  tasks: { chats: TaskList; sending: TaskList },
  log: Logger,
): Promise<Jobs> {
  const pool = new pg.Pool(poolConfig(url, 6, '-c synchronous_commit=off'));
  const onLost = (error: Error) => log.warn({ err: error }, 'a connection of the jobs was lost');
  pool.on('error', onLost);
  pool.on('connect', (client) => client.on('error', onLost));
  const lines = await Promise.all([
    lasting(pool, () => take(pool, tasks.chats, concurrency, log), log),
    lasting(pool, () => take(pool, tasks.sending, sendingConcurrency, log), log),
  ]);
  return {
    async stop() {
      await Promise.all(lines.map((line) => line.stop()));
      await pool.end();
    },
  };
}

/** Milliseconds that a stop waits for workers to end. */
const longestEndMs = 8500;

/**
 * Keeps workers at work: graphile-worker ends its workers when it cannot write down that a job is
 * done, as when the database is restarted at that moment. Then others take their place, until
 * `stop()`. They do not wait for the end of the first ones: once a batch has failed,
 * graphile-worker 0.18 counts it twice and may wait for ever. Throws when the first do not start.
 */
async function lasting(pool: pg.Pool, begin: () => Promise<Runner>, log: Logger): Promise<Jobs> {
  const stopping = new AbortController();
  let current = await begin();
  const kept = keep();

  async function keep(): Promise<void> {
    while (!stopping.signal.aborted) {
      const ended = await endOf(current);
      if (stopping.signal.aborted) return;
      log.error({ err: ended.error }, 'the workers ended');
      await sleep(1000, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      await beginAgain(ended.poolId);
    }
  }

  /** Tries until new workers have begun, and frees the jobs that the old ones had taken. */
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
      // What has ended by itself needs no stop, and says so by throwing.
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
 * Waits until workers end or begin to end, for whatever reason. `poolId` is what they locked their
 * jobs with.
 */
function endOf(runner: Runner): Promise<{ poolId?: string; error?: unknown }> {
  return new Promise((resolve) => {
    runner.events.once('pool:gracefulShutdown', ({ workerPool }) => resolve({ poolId: workerPool.id }));
    runner.promise.then(
      () => resolve({}),
      (error: unknown) => resolve({ error }),
    );
  });
}

function take(pool: pg.Pool, taskList: TaskList, concurrentJobs: number, log: Logger): Promise<Runner> {
  return run({
    pgPool: pool,
    taskList,
    noHandleSignals: true,
    logger: quiet(log),
    preset: {
      worker: {
        concurrentJobs,
        pollInterval: 1000,
        gracefulShutdownAbortTimeout: 8000,
        // Fetching and completing in batches: one job at a time costs more than most updates do.
        localQueue: { size: concurrentJobs * 2 },
        completeJobBatchDelay: 5,
        // Without it graphile-worker does not await `failJob()`: a database that breaks then ends
        // the process.
        failJobBatchDelay: 5,
      },
    },
  });
}

/**
 * Adds a job that runs once `inMs` have passed; a waiting job with the same key is moved, not
 * doubled.
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
 * Its line per job costs a third of the throughput; warnings and errors go into our log. In its own
 * words errors quote their messages, which may hold what a person wrote: ours say which job, and
 * where it broke.
 */
function quiet(log: Logger): WorkerLogger {
  return new WorkerLogger(() => (level, message, meta) => {
    if (level !== 'error' && level !== 'warning') return;
    // Our jobs have connections of their own to work with; those of the workers only fetch and
    // complete, in batches.
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
