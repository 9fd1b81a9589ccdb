import { mkdir, mkdtemp, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ConfigError } from '../config/error.ts';

/**
 * Makes the folder that a setting names, if missing, and checks that this account can write in it.
 * Throws `ConfigError` with one line that gives the reason.
 */
export async function prepareFolder(setting: 'DATA_DIR' | 'BACKUP_DIR', folder: string): Promise<void> {
  const path = resolve(folder);
  try {
    await makeFolder(path);
    if (!(await stat(path)).isDirectory())
      throw new ConfigError([`${setting}: ${path} is a file, not a folder`]);
    // Asking for the rights is not enough: a full or read-only disk fails only at a write.
    await rmdir(await mkdtemp(join(path, '.start-')));
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
    throw new ConfigError([`${setting}: ${path} ${reasons[code] ?? 'cannot be used'} (${code})`], {
      cause: error,
    });
  }
}

/** Step by step: Node's recursive mkdir never returns where the system makes no folders (/proc). */
async function makeFolder(path: string): Promise<void> {
  if (await stat(path).catch(ignoreMissing)) return;
  const parent = dirname(path);
  if (parent !== path) await makeFolder(parent);
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    // Another process was faster.
    if (error.code !== 'EEXIST') throw error;
  });
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}

const reasons: Record<string, string> = {
  EACCES: 'cannot be written by this account',
  EPERM: 'cannot be written by this account',
  EEXIST: 'is a file, not a folder',
  ENOTDIR: 'leads through a file that is no folder',
  ENOENT: 'cannot be made there',
  EROFS: 'is on a disk that cannot be written',
  ENOSPC: 'is on a disk that is full',
  EDQUOT: 'is on a disk that is full for this account',
  ENAMETOOLONG: 'is too long a name',
  ELOOP: 'is a link that leads to itself',
};
