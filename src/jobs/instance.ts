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
export async function joinInstances(url: string, log: Logger, onLost: (error: Error) => void): Promise<Instance> {
  const client = new pg.Client({ connectionString: url, application_name: 'dien-hinh instance', keepAlive: true });
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
