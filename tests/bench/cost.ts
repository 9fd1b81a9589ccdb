import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';

/** What a number of updates cost. */
export interface Cost {
  seconds: number;
  /** Statements that this process sent. */
  statements: number;
  walBytes: number;
  /** Rows that are there afterwards and were not before. */
  rows: number;
  /** Milliseconds of processor time of this process. */
  javascriptMs: number;
  /** Milliseconds of processor time of the server; undefined where the system does not say. */
  postgresMs: number | undefined;
}

let statements = 0;

/** Counts the statements of every connection of this process from now on. */
export function countStatements(): void {
  const query: (...given: unknown[]) => unknown = pg.Client.prototype.query;
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...given: unknown[]) {
      statements += 1;
      return query.apply(this, given);
    },
  });
}

/** Runs `work` and tells what it cost on the database at `url`. */
export async function costOf(url: string, work: () => Promise<unknown>): Promise<Cost> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const before = await read(client);
  const cpu = process.cpuUsage();
  const sent = statements;
  const begun = performance.now();
  await work();
  const seconds = (performance.now() - begun) / 1000;
  const used = process.cpuUsage(cpu);
  const javascriptMs = (used.user + used.system) / 1000;
  const sentSince = statements - sent;
  const after = await read(client);
  await client.end();
  return {
    seconds,
    statements: sentSince,
    walBytes: after.wal - before.wal,
    rows: after.rows - before.rows,
    javascriptMs,
    postgresMs:
      before.cpuMs === undefined || after.cpuMs === undefined ? undefined : after.cpuMs - before.cpuMs,
  };
}

async function read(client: pg.Client): Promise<{ wal: number; rows: number; cpuMs: number | undefined }> {
  await client.query('select pg_stat_force_next_flush()');
  const { rows } = await client.query<{ wal: string; rows: string; server: number; dir: string }>(
    `select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::text as wal,
       (select coalesce(sum(n_tup_ins - n_tup_del), 0) from pg_stat_user_tables)::text as rows,
       pg_backend_pid() as server, current_setting('data_directory') as dir`,
  );
  const [row] = rows;
  return {
    wal: Number(row?.wal),
    rows: Number(row?.rows),
    cpuMs: row && (await serverCpuMs(row.server)),
  };
}

/** Clock ticks a second in /proc; the same on every Linux. */
const ticks = 100;

/** Processor time of a server and all its processes, those that have ended too. */
async function serverCpuMs(backend: number): Promise<number | undefined> {
  const own = await statOf(backend);
  if (!own) return undefined;
  const all = await Promise.all((await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(statOf));
  const server = all.find((one) => one?.pid === own.parent);
  const children = all.filter((one) => one?.parent === own.parent);
  const sum = children.reduce((total, one) => total + (one?.ticks ?? 0), 0);
  return ((sum + (server?.ticks ?? 0) + (server?.endedTicks ?? 0)) * 1000) / ticks;
}

async function statOf(pid: number | string) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (!stat) return undefined;
  // The name, in brackets, may hold spaces.
  const [, parent = 0, ...rest] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = rest.slice(9, 13);
  return { pid: Number(pid), parent, ticks: user + system, endedTicks: endedUser + endedSystem };
}
