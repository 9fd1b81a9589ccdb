import { readFileSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { findBinaries } from './embedded/binaries.ts';
import { ensureCluster, superuser } from './embedded/cluster.ts';
import { EmbeddedError } from './embedded/error.ts';
import { findHome } from './embedded/home.ts';
import { type Ownership, takeOwnership } from './embedded/ownership.ts';
import { isServing, readPostmaster } from './embedded/postmaster.ts';
import { ensureServer, stopServer } from './embedded/server.ts';

export { EmbeddedError };

/** The running embedded PostgreSQL. */
export interface Embedded {
  /** postgresql://… of the app's database on 127.0.0.1, with the password: never log it. */
  url: string;
  /** The real path of the data. */
  folder: string;
  /** Stops the server. Call it after the last connection is closed; it may be called twice. */
  stop(): Promise<void>;
}

const databaseName = 'dien_hinh';

/**
 * Runs PostgreSQL 18 in `dataDir/postgres`, made on the first start, and returns its address. A
 * server left behind by a killed app is found and used. One app at a time: throws `EmbeddedError`
 * when another one has this folder, or PostgreSQL cannot run here.
 */
export async function startEmbedded(options: {
  dataDir: string;
  log: Logger;
  /** Settings that differ from the default ones in a new database. */
  settings?: Record<string, string>;
}): Promise<Embedded> {
  const { dataDir, log } = options;
  const home = await findHome(dataDir);
  const binaries = await findBinaries(home.account);
  const { folder, password, onDisk } = await ensureCluster(home, binaries, options.settings);
  const exiting = () => endNow(folder);
  const address = (port: number, database: string) =>
    `postgresql://${superuser}:${password}@127.0.0.1:${port}/${database}`;

  let stopping = false;
  let ownership: Ownership;

  const own = async (wantedPort?: number): Promise<number> => {
    for (let attempt = 0; ; attempt++) {
      const server = await ensureServer(home, binaries, folder, wantedPort);
      process.off('exit', exiting).on('exit', exiting);
      try {
        ownership = await takeOwnership(address(server.port, 'postgres'), dataDir);
        log.info({ folder: home.folder, port: server.port, found: server.found }, 'embedded PostgreSQL runs');
        return server.port;
      } catch (error) {
        // The previous app was just stopping it.
        if (error instanceof EmbeddedError || attempt === 20) {
          process.off('exit', exiting);
          // Refused: another living app owns the server, also one that this app started.
          const owned = error instanceof EmbeddedError;
          if (!owned && !server.found) await stopServer(home, binaries, folder);
          throw error;
        }
        await pause(100);
      }
    }
  };

  /** The start of a server that was lost, or its end when there is none under way. */
  let restoring: Promise<void> = Promise.resolve();

  const keep = (port: number) =>
    ownership.whenLost(() => {
      restoring = restore(port);
    });

  const restore = async (port: number): Promise<void> => {
    log.error('embedded PostgreSQL is gone; starting it again');
    while (!stopping) {
      try {
        await own(port);
        keep(port);
        return;
      } catch (error) {
        log.error({ err: error }, 'embedded PostgreSQL does not start again');
        await pause(1000);
      }
    }
  };

  const stop = async () => {
    if (stopping) return;
    stopping = true;
    // Otherwise it could start a server after this one has been stopped.
    await restoring;
    ownership.whenLost(() => {});
    // The lock ends with the server, so no other app starts in between.
    await stopServer(home, binaries, folder);
    process.off('exit', exiting);
    await ownership.release().catch(() => undefined);
  };

  const port = await own();
  keep(port);
  try {
    await createDatabase(address(port, 'postgres'));
    await onDisk;
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: address(port, databaseName), folder: home.folder, stop };
}

/** Asks the server to end, without waiting: for a process that is ending for any reason. */
function endNow(cluster: string): void {
  try {
    const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
    if (pid > 0 && isServing(pid, cluster)) process.kill(pid, 'SIGINT');
  } catch {
    // It has ended already.
  }
}

/**
 * Returns the address of the embedded database of `dataDir` when its server runs. It is for a
 * second program that runs next to the app.
 */
export async function findRunningAddress(dataDir: string): Promise<string | undefined> {
  const folder = await realpath(join(resolve(dataDir), 'postgres')).catch(() => '');
  const cluster = join(folder, 'cluster');
  const server = await readPostmaster(cluster);
  if (!server?.ready || !isServing(server.pid, cluster)) return undefined;
  const password = await readFile(join(folder, 'password'), 'utf8').catch((error: unknown) => {
    throw new EmbeddedError(`${folder} is not open to this account: use the account that runs the app`, {
      cause: error,
      setting: 'DATA_DIR',
    });
  });
  return `postgresql://${superuser}:${password.trim()}@127.0.0.1:${server.port}/${databaseName}`;
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`);
  } finally {
    await client.end();
  }
}
