import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { EmbeddedError } from './error.ts';
import type { Home } from './home.ts';
import { isProcessAlive, isServing, type Postmaster, readPostmaster } from './postmaster.ts';
import { runProgram, spawnOptions } from './run.ts';
import { buildFixedSettings } from './settings.ts';

/** A server that accepts connections on 127.0.0.1. */
export interface Server {
  port: number;
  /** Whether it was already running because the app that started it was killed. */
  found: boolean;
}

const largestLog = 1_000_000;
/** How long a server may take to stop, in milliseconds. */
const patience = 60_000;
/** How long a server that is told to stop may wait for sessions of others, in milliseconds. */
const longestWait = 10_000;

/**
 * Ensures that one server serves `cluster`: an existing one, or a new one on `port`. Without `port`
 * it uses any free one. Two servers on one folder are impossible: PostgreSQL refuses the second,
 * and then the first is used.
 */
export async function ensureServer(
  home: Home,
  binaries: Binaries,
  cluster: string,
  port?: number,
): Promise<Server> {
  let why = '';
  for (let attempt = 0; attempt < 5; attempt++) {
    const running = await awaitReady(home, binaries, cluster);
    if (running) return { port: running.port, found: true };
    const started = await start(home, binaries, cluster, port ?? (await freePort()));
    if (started.port !== undefined) return { port: started.port, found: false };
    why = started.why;
    // After a kill of the server its child processes live a moment longer, and PostgreSQL refuses
    // to start then.
    await pause(100 * 2 ** attempt);
  }
  throw new EmbeddedError(`PostgreSQL does not start in ${cluster}: ${why}`);
}

/**
 * Stops the server: sessions end, everything is written, and the folder is free when this returns.
 */
export async function stopServer(home: Home, binaries: Binaries, cluster: string): Promise<void> {
  const said = await readPostmaster(cluster);
  if (!said || !isServing(said.pid, cluster)) return;
  // Not `pg_ctl stop`, which would wait longer when another app starts the next server at once.
  const answer = await runProgram(binaries.pgCtl, ['kill', 'INT', String(said.pid)], home.account);
  for (let waited = 0; isServing(said.pid, cluster); waited += 10) {
    if (waited >= patience) {
      throw new EmbeddedError(`PostgreSQL in ${cluster} does not stop: ${answer.stderr.trim()}`);
    }
    await pause(10);
  }
}

/**
 * Returns the server of that folder once it is ready; undefined when none runs, or it ended while
 * we waited. One that was told to stop and still waits for sessions, such as an administrator's, is
 * made to end them.
 */
async function awaitReady(home: Home, binaries: Binaries, cluster: string): Promise<Postmaster | undefined> {
  let waited = 0;
  // After a crash, recovery can take a while: we wait as long as the server lives.
  for (;;) {
    const said = await readPostmaster(cluster);
    if (!said) return undefined;
    if (!isServing(said.pid, cluster)) {
      await removeStalePostmaster(cluster, said.pid);
      return undefined;
    }
    if (said.ready) return said;
    if (said.stopping && waited > longestWait) await stopServer(home, binaries, cluster);
    else await pause(20);
    waited = said.stopping ? waited + 20 : 0;
  }
}

/**
 * PostgreSQL trusts a postmaster.pid whose number exists, even when that is another program; so the
 * file is removed.
 */
async function removeStalePostmaster(cluster: string, pid: number): Promise<void> {
  if (isProcessAlive(pid) && (await readPostmaster(cluster))?.pid === pid) {
    await rm(join(cluster, 'postmaster.pid'), { force: true });
  }
}

async function start(
  home: Home,
  binaries: Binaries,
  cluster: string,
  port: number,
): Promise<{ port: number } | { port: undefined; why: string }> {
  const path = join(home.folder, 'server.log');
  const size = (await stat(path).catch(() => undefined))?.size ?? 0;
  if (size > largestLog) await rename(path, join(home.folder, 'server.previous.log'));
  const log = await open(path, 'a', 0o600);
  const before = (await log.stat()).size;
  const settings = Object.entries(buildFixedSettings(port)).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  // Detached: Ctrl+C at the terminal reaches only the app, which ends its work before it stops the
  // server.
  const child = spawn(binaries.postgres, ['-D', cluster, ...settings], {
    ...spawnOptions(home.account),
    stdio: ['ignore', log.fd, log.fd],
  });
  let ended = false;
  child.on('error', () => {
    ended = true;
  });
  child.on('exit', () => {
    ended = true;
  });
  child.unref();
  await log.close();
  while (!ended) {
    const said = await readPostmaster(cluster);
    if (said?.pid === child.pid && said?.ready) return { port: said.port };
    await pause(10);
  }
  const tail = (await readFile(path)).subarray(before).toString('utf8').trim();
  return { port: undefined, why: tail || `${binaries.postgres} ends at once` };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new EmbeddedError('no free port on 127.0.0.1');
  return address.port;
}
