import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Bytes kept free for the database, which stops when it cannot write. */
export const leastFreeBytes = 256 * 1024 * 1024;

/** Tells whether the disk of this folder (which may not exist yet) has so many bytes free. */
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

/** Tells whether an error means that the disk or a quota is full. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) return true;
  return isDiskFull(error.cause);
}
