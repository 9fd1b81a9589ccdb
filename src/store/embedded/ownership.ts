import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { EmbeddedError } from './error.ts';

const ownerLock = 101_2021;

/** Proof that this process is the only app on an embedded database. */
export interface Ownership {
  /**
   * Registers a handler for the loss of the lock's session, that is when the server ended or
   * crashed.
   */
  whenLost(handle: () => void): void;
  release(): Promise<void>;
}

/**
 * Takes the database for this app, with a lock of a session of the server. The lock ends with the
 * process in every case, and leaves no stale file. Throws `EmbeddedError` when another living app
 * has it.
 */
export async function takeOwnership(url: string, dataDir: string): Promise<Ownership> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'dien-hinh owner',
    keepAlive: true,
  });
  let handle = () => {};
  client.on('error', () => {});
  client.on('end', () => handle());
  await client.connect();
  try {
    // The server may not have noticed yet that an app was killed.
    for (let attempt = 0; attempt < 40; attempt++) {
      const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [
        ownerLock,
      ]);
      if (rows[0]?.mine) {
        return {
          whenLost: (then) => {
            handle = then;
          },
          release: () => {
            handle = () => {};
            return client.end();
          },
        };
      }
      await pause(50);
    }
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  await client.end();
  throw new EmbeddedError(
    `the database in ${dataDir} is in use by another running app: stop that one, or give this one another DATA_DIR`,
    { setting: 'DATA_DIR' },
  );
}
