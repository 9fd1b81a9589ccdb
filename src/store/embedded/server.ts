import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { EmbeddedError } from './error.ts';
import type { Home } from './home.ts';
import { isAlive, isServing, type Postmaster, readPostmaster } from './postmaster.ts';
import { run, spawnOptions } from './run.ts';
import { fixedSettings } from './settings.ts';

/** A server that accepts connections on 127.0.0.1. */
export interface Server {
  port: number;
  /** It was already running: the app that started it was killed. */
  found: boolean;
}

const largestLog = 1_000_000;
/** How long a server may take to stop, in milliseconds. */
const patience = 60_000;

/**
 * Sees to it that one server serves `cluster`: one that is already there, or else a new one on
 * `port` (any free one when left out). Two servers on one folder cannot be: PostgreSQL itself
 * refuses the second, and then the first is used.
 */
export async function ensureServer(
  home: Home,
  binaries: Binaries,
  cluster: string,
  port?: number,
): Promise<Server> {
  let why = '';
  for (let attempt = 0; attempt < 5; attempt++) {
    const running = await settled(cluster);
    if (running) return { port: running.port, found: true };
    const started = await start(home, binaries, cluster, port ?? (await freePort()));
    if (started.port !== undefined) return { port: started.port, found: false };
    why = started.why;
    // After a kill of the server alone its processes live on for a moment, and PostgreSQL refuses
    // to start beside them.
    await pause(100 * 2 ** attempt);
  }
  throw new EmbeddedError(`PostgreSQL does not start in ${cluster}: ${why}`);
}

/**
 * Stops it: sessions are ended, everything is written, and the folder is free when this returns.
 */
export async function stopServer(home: Home, binaries: Binaries, cluster: string): Promise<void> {
  const said = await readPostmaster(cluster);
  if (!said || !(await isServing(said.pid, cluster))) return;
  // Not `pg_ctl stop`, which would go on waiting when another app starts the next server at once.
  const answer = await run(binaries.pgCtl, ['kill', 'INT', String(said.pid)], home.account);
  for (let waited = 0; await isServing(said.pid, cluster); waited += 10) {
    if (waited >= patience) {
      throw new EmbeddedError(`PostgreSQL in ${cluster} does not stop: ${answer.stderr.trim()}`);
    }
    await pause(10);
  }
}

/**
 * The server of that folder once it is ready; undefined when none runs, or it ended while we
 * waited.
 */
async function settled(cluster: string): Promise<Postmaster | undefined> {
  // After a crash, recovery can take a while: as long as the server lives it is waited for.
  for (;;) {
    const said = await readPostmaster(cluster);
    if (!said) return undefined;
    if (!(await isServing(said.pid, cluster))) {
      await forget(cluster, said.pid);
      return undefined;
    }
    if (said.ready) return said;
    await pause(20);
  }
}

/**
 * PostgreSQL trusts a postmaster.pid whose number lives, even when that is another program now; so
 * the file goes.
 */
async function forget(cluster: string, pid: number): Promise<void> {
  if (isAlive(pid) && (await readPostmaster(cluster))?.pid === pid) {
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
  const settings = Object.entries(fixedSettings(port)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Detached: Ctrl+C at the terminal reaches the app alone, which ends its work before it stops the
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
