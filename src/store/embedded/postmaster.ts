import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The data that a running server writes into postmaster.pid. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
  /** It has been told to stop; it may still wait for its sessions to end. */
  stopping: boolean;
}

/** Reads postmaster.pid of a database folder; undefined when it is missing or incomplete. */
export async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  const state = lines[7]?.trim();
  return { pid, port, ready: state === 'ready', stopping: state === 'stopping' };
}

/**
 * Tells whether `pid` is the server of that folder. The number may belong to another process by
 * now: small systems give each out again within minutes. On Linux the command line names the
 * folder. It does not wait, so that a process may ask while it ends.
 */
export function isServing(pid: number, cluster: string): boolean {
  if (!isProcessAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster);
  } catch {
    return false;
  }
}

/** Tells whether a process with that number exists, of any owner. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
