import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Kept free for the database, which stops when it can write no more. */
export const leastFreeBytes = 256 * 1024 * 1024;

/**
 * Whether the disk below this folder (or where the folder will be) has at least so many bytes free.
 */
export async function hasRoom(folder: string, least = leastFreeBytes): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize >= least;
  } catch (error) {
    const parent = dirname(folder);
    if (parent === folder || !(error instanceof Error && 'code' in error && error.code === 'ENOENT'))
      throw error;
    return hasRoom(parent, least);
  }
}

/** Whether something failed because no more can be written: the disk or a quota is full. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) return true;
  return isDiskFull(error.cause);
}
