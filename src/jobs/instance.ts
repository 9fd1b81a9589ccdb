import { randomInt } from 'node:crypto';
import pg from 'pg';
import type { Logger } from 'pino';

/** First half of the advisory lock that every living instance holds; the second half is its number. */
export const instanceLockClass = 0x64_68_74; // "dht"

/**
 * This process as others see it: a number, and an advisory lock held on a connection of its own for as long as the
 * process lives. PostgreSQL lets go of the lock when the process dies, however it dies, so others can tell at once.
 */
export interface Instance {
  readonly number: number;
  close(): Promise<void>;
}

/** Takes a number and its lock. `onLost` is called when the connection breaks: others may take over our chats then. */
export async function joinInstances(
  url: string,
  log: Logger,
  onLost: (error: Error) => void,
): Promise<Instance> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'dien-hinh instance',
    keepAlive: true,
  });
  let closing = false;
  client.on('error', (error) => {
    if (!closing) onLost(error);
  });
  await client.connect();
  const number = randomInt(1, 2 ** 31 - 1);
  await client.query('select pg_advisory_lock($1, $2)', [instanceLockClass, number]);
  log.debug({ instance: number }, 'instance joined');
  return {
    number,
    close: async () => {
      closing = true;
      await client.end();
    },
  };
}

/**
 * When no other instance lives, jobs that are still locked belong to dead ones: sets them free at once instead of after
 * graphile-worker's four hours.
 */
export async function freeJobsOfTheDead(pool: pg.Pool, instance: Instance): Promise<void> {
  await pool.query(
    `select graphile_worker.force_unlock_workers(array(
       select distinct locked_by from graphile_worker.jobs where locked_by is not null))
     where not exists (
       select 1 from pg_locks
       where locktype = 'advisory' and classid = $1 and objid <> $2::text::oid and granted
         and database = (select oid from pg_database where datname = current_database()))`,
    [instanceLockClass, String(instance.number)],
  );
}
