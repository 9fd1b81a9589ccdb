import { readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realClock } from '../../clock.ts';
import { spoolPrefix } from '../../store/files/spool.ts';

const dayMs = 86_400_000;

/**
 * Removes old temporary files of killed processes, and returns their number. They are everything in
 * `folders`, and uploads to a bucket in the system's folder, a day old by the machine's clock.
 */
export async function removeOldTempFiles(folders: string[]): Promise<number> {
  const found = [
    ...(await Promise.all(folders.map((folder) => olderThanADay(folder, () => true)))).flat(),
    ...(await olderThanADay(tmpdir(), (name) => name.startsWith(spoolPrefix))),
  ];
  for (const path of found) await rm(path, { recursive: true, force: true });
  return found.length;
}

async function olderThanADay(folder: string, wanted: (name: string) => boolean): Promise<string[]> {
  const names = (await readdir(folder).catch(() => [])).filter(wanted);
  const old: string[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const changed = (await stat(path).catch(() => undefined))?.mtimeMs;
    if (changed !== undefined && realClock.now().getTime() - changed >= dayMs) old.push(path);
  }
  return old;
}
