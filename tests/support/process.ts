import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { superuser } from '../../src/store/embedded/cluster.ts';
import { isServing, readPostmaster } from '../../src/store/embedded/postmaster.ts';

/** The app as an operator starts it: a process of its own, `node src/app/main.ts`. */
export interface HouseProcess {
  /** Its lines on standard output, which are its log, as they were written. */
  readonly stdout: string[];
  /** Its lines on standard error, for the operator. */
  readonly stderr: string[];
  /** Its exit code and signal. */
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Returns its address, once it prints it. Throws, with its output, when it ends before. */
  ready(): Promise<string>;
  signal(signal: NodeJS.Signals): void;
  /** Kills it with `kill -9`, and waits until it is gone. */
  kill(): Promise<void>;
}

/**
 * Starts the app of the clone in `root` (by default this one) with only these settings. It starts
 * from a folder without `.env`, so that a developer's own settings have no effect.
 */
export function startProcess(options: {
  settings: Record<string, string>;
  /** An empty folder to start it in. */
  cwd: string;
  root?: string;
  uid?: number;
  gid?: number;
  /** False: without a port chosen by the test. */
  port?: boolean;
}): HouseProcess {
  const { settings, cwd, root = process.cwd(), uid, gid } = options;
  const child = spawn(process.execPath, [resolve(root, 'src/app/main.ts')], {
    cwd,
    uid,
    gid,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      ...(options.port === false ? {} : { PORT: '0' }),
      // Tests start it some fifty times: compiled once, it starts a fifth sooner.
      NODE_COMPILE_CACHE: join(tmpdir(), 'dht-compile-cache'),
      PLAN_FILE: resolve(root, 'prisma/plans/101-kh-ubnd.yaml'),
      UNITS_FILE: resolve(root, 'prisma/units/dak-doa.yaml'),
      ...settings,
    },
  });
  const stdout: string[] = [];
  const stderr: string[] = [];
  const url = new Promise<string>((found) => {
    createInterface(child.stdout).on('line', (line) => {
      stdout.push(line);
      const ready = line.includes('"msg":"ready"') && /"url":"([^"]+)"/.exec(line)?.[1];
      if (ready) found(ready);
    });
  });
  createInterface(child.stderr).on('line', (line) => stderr.push(line));
  const exited = endOf(child);

  return {
    stdout,
    stderr,
    exited,
    ready: () =>
      Promise.race([
        url,
        exited.then(({ code, signal }) => {
          throw new Error(
            `the app ended (${code ?? signal})\n${[...stdout.slice(-10), ...stderr].join('\n')}`,
          );
        }),
      ]),
    signal: (signal) => {
      child.kill(signal);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

async function endOf(child: ChildProcess) {
  // `close` comes after the last line of its output; a server that it left behind holds none of its
  // pipes.
  const [code, signal]: [number | null, NodeJS.Signals | null] = await new Promise((ended, failed) => {
    child.once('error', failed);
    child.once('close', (...how) => ended(how));
  });
  return { code, signal };
}

/** The cluster of the embedded database that an app runs in `dataDir`. */
const clusterIn = async (dataDir: string): Promise<string> => realpath(join(dataDir, 'postgres', 'cluster'));

/** The address of the database that an app runs in `dataDir`. */
export async function databaseIn(dataDir: string): Promise<string> {
  const cluster = await clusterIn(dataDir);
  const server = await readPostmaster(cluster);
  if (!server) throw new Error(`no database server runs in ${dataDir}`);
  const password = await readFile(join(cluster, '..', 'password'), 'utf8');
  return `postgresql://${superuser}:${password.trim()}@127.0.0.1:${server.port}/dien_hinh`;
}

/** Ends, at once, the database server that a killed app has left in `dataDir`. */
export async function killServerIn(dataDir: string): Promise<void> {
  const cluster = await clusterIn(dataDir).catch(() => undefined);
  const server = cluster && (await readPostmaster(cluster));
  if (!server || !isServing(server.pid, cluster)) return;
  process.kill(server.pid, 'SIGKILL');
  for (let waited = 0; isServing(server.pid, cluster); waited += 50) {
    if (waited > 10_000) throw new Error(`the server in ${cluster} does not end`);
    await sleep(50);
  }
}
