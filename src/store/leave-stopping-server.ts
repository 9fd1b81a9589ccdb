import pg from 'pg';
import type { Logger } from 'pino';
import { poolConfig } from './pool-config.ts';

/** In milliseconds: how often a new connection is tried. */
const everyMs = 3000;

/** PostgreSQL's code of a server that takes no new connections: it stops, or it still starts. */
const takesNone = '57P03';

/** A watch over the server, until `stop`. */
export interface ServerWatch {
  stop(): Promise<void>;
}

/**
 * Leaves a database server that is told to stop and waits for its sessions to end. Such a server
 * (SIGTERM, `pg_ctl stop -m smart`) refuses new connections and keeps the old ones, so an app with
 * a pool could neither work nor let it stop. Idle connections of the app are ended, working ones
 * once they are idle; everything that connects then tries until a server runs again. Nothing is
 * ended after `signal`: a stopping app needs its connections.
 */
export function leaveStoppingServer(options: {
  url: string;
  log: Logger;
  signal?: AbortSignal | undefined;
}): ServerWatch {
  const { url, log, signal } = options;
  /** The newest connection: it ends the others when the server takes no more of them. */
  let spare: pg.Client | undefined;
  let leaving = false;
  let looking: Promise<void> | undefined;

  const replaceSpare = async (fresh: pg.Client | undefined): Promise<void> => {
    const old = spare;
    spare = fresh;
    await old?.end().catch(() => undefined);
  };

  const lookOnce = async (): Promise<void> => {
    const found = await openConnection(url);
    if (found instanceof pg.Client) {
      if (leaving) log.info('the database server takes connections again');
      leaving = false;
      return replaceSpare(found);
    }
    if (found !== takesNone || !spare || signal?.aborted) return;
    if (!leaving) log.warn('the database server stops: connections to it are ended');
    leaving = true;
    // A connection that broke, as when the server ended just now, has none to end.
    const working = await endIdleConnections(spare).catch(() => 0);
    if (working === 0) await replaceSpare(undefined);
  };

  const look = (): void => {
    looking ??= lookOnce().finally(() => {
      looking = undefined;
    });
  };
  const timer = setInterval(look, everyMs).unref();
  look();
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
      await replaceSpare(undefined);
    },
  };
}

/** Opens a connection. Returns PostgreSQL's code when it is refused. */
async function openConnection(url: string): Promise<pg.Client | string> {
  const client = new pg.Client({
    ...poolConfig(url),
    application_name: 'dien-hinh spare',
    // A stop waits for it.
    connectionTimeoutMillis: everyMs,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    return error instanceof Error && 'code' in error ? String(error.code) : '';
  }
}

/**
 * Ends the app's idle connections, in every process and to every database of this server. Returns
 * how many are still at work.
 */
async function endIdleConnections(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ working: number }>(
    `select count(*) filter (where state <> 'idle') as working,
            count(case state when 'idle' then pg_terminate_backend(pid) end) as ended
     from pg_stat_activity
     where usename = current_user and application_name like 'dien-hinh%' and pid <> pg_backend_pid()`,
  );
  return rows[0]?.working ?? 0;
}
