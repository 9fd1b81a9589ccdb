import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { EmbeddedError } from './error.ts';

const ownerLock = 101_2021;

/** Proof that this process is the one app of an embedded database. */
export interface Ownership {
  /** Called when the session that holds it breaks, that is when the server ended or crashed. */
  whenLost(handle: () => void): void;
  release(): Promise<void>;
}

/**
 * Takes the database for this app. It is a lock of a session of the server, so it goes with the
 * process however that ends, and no stale file is left to be cleaned up. Throws `EmbeddedError`
 * when another living app has it.
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
    // An app killed this moment may not have been noticed yet.
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
