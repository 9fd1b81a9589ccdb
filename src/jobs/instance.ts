import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { z } from 'zod';

/** The PostgreSQL channel on which a process without workers tells the others of new updates. */
export const inboxChannel = 'inbox_update';

const notice = z.array(z.string());

/** Reads the payload of a notice; what cannot be read is found by the sweep. */
function readNotice(payload: string | undefined): string[] {
  try {
    return notice.parse(JSON.parse(payload ?? '[]'));
  } catch {
    return [];
  }
}

/**
 * First half of the advisory lock that every living instance holds; the second half is its number.
 */
export const instanceLockClass = 0x64_68_74; // "dht"

/** Writes the SQL that tells whether the instance with the number `owner` is alive. */
export function isAlive(owner: string): string {
  return `exists (select 1 from pg_locks
    where locktype = 'advisory' and classid = ${instanceLockClass} and objid = ${owner}::oid and granted
      and database = (select oid from pg_database where datname = current_database()))`;
}

/**
 * This process as seen by others. It has a number, and an advisory lock held on its own connection
 * for as long as the process lives. PostgreSQL releases the lock when the process dies in any way,
 * so others know at once.
 */
export interface Instance {
  readonly number: number;
  close(): Promise<void>;
}

/** Hears what other processes tell the workers: the keys of chats that have something new. */
type OnNotice = (chatKeys: string[]) => void;

/** Takes a number and its lock. `onLost` is called when the connection breaks. */
async function join(
  url: string,
  log: Logger,
  onNotice: OnNotice,
  onLost: (error: Error) => void,
): Promise<Instance> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'dien-hinh instance',
    keepAlive: true,
  });
  let joined = false;
  client.on('error', (error) => {
    // Called once, however often the driver repeats the error; before the instance has joined, the
    // caller gets a rejection.
    if (joined) onLost(error);
    joined = false;
  });
  client.on('notification', ({ payload }) => onNotice(readNotice(payload)));
  const number = randomInt(1, 2 ** 31 - 1);
  try {
    await client.connect();
    await client.query('select pg_advisory_lock($1, $2)', [instanceLockClass, number]);
    await client.query(`listen ${inboxChannel}`);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  joined = true;
  log.debug({ instance: number }, 'instance joined');
  return {
    number,
    close: async () => {
      joined = false;
      await client.end();
    },
  };
}

/**
 * Joins the instances, and joins again under another number whenever the connection breaks. Without
 * its lock an instance counts as dead, and others take its chats while it is handling them. Throws
 * when it cannot join at first.
 */
export async function joinInstances(url: string, log: Logger, onNotice: OnNotice): Promise<Instance> {
  const leaving = new AbortController();
  let rejoining: Promise<void> = Promise.resolve();
  const lost = (error: Error) => {
    log.error({ err: error }, 'the instance lock was lost');
    rejoining = rejoin();
  };
  let current = await join(url, log, onNotice, lost);

  async function rejoin(): Promise<void> {
    while (!leaving.signal.aborted) {
      try {
        current = await join(url, log, onNotice, lost);
        log.info('the instance lock was taken anew');
        return;
      } catch (error) {
        log.error({ err: error }, 'the instance lock cannot be had yet');
        await sleep(500, undefined, { signal: leaving.signal }).catch(() => undefined);
      }
    }
  }

  return {
    get number() {
      return current.number;
    },
    close: async () => {
      leaving.abort();
      await rejoining;
      await current.close();
    },
  };
}

/**
 * Frees the jobs of dead instances when no other instance lives. They are free at once instead of
 * after graphile-worker's four hours.
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
