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
 * Tells whether `pid` is the server of that folder. After a restart of the machine or container the
 * number may belong to another process; on Linux the command line names the folder.
 */
export async function isServing(pid: number, cluster: string): Promise<boolean> {
  if (!isProcessAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return command.split('\0').includes(cluster);
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
