import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sharedFolder } from './binaries.ts';
import { isServing, readPostmaster } from './postmaster.ts';

/**
 * A left-over: an embedded database below /var/lib/dien-hinh to which no `DATA_DIR` links any more.
 * Root's databases are there when the account `postgres` cannot enter `DATA_DIR`; removing
 * `DATA_DIR` removes only the link.
 */
export interface LeftOver {
  folder: string;
  /**
   * gone: its `DATA_DIR` no longer links here; unknown: an earlier release made it without a note
   * of its owner.
   */
  kind: 'gone' | 'unknown';
  dataDir: string | undefined;
  bytes: number;
  /** Process number of a server that still runs there. */
  pid: number | undefined;
}

/** File in a shared database's folder that names its `DATA_DIR`. */
const note = 'data-dir';

/** Returns the first part of the name of a shared database's folder. */
export function sharedPrefix(dataDir: string): string {
  return `${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}-`;
}

/**
 * Notes in a shared database's folder which `DATA_DIR` links to it; does nothing for others. The
 * note is written again after a move.
 */
export async function noteDataDir(folder: string, dataDir: string): Promise<void> {
  if (!folder.startsWith(`${sharedFolder}/`)) return;
  const path = join(folder, note);
  const noted = await readFile(path, 'utf8').catch(() => '');
  if (noted.trim() !== dataDir) await writeFile(path, `${dataDir}\n`, { mode: 0o600 });
}

/**
 * Finds the left-overs that this account may read, the largest first. `dataDir` is the one in use
 * now.
 */
export async function findLeftOvers(dataDir?: string): Promise<LeftOver[]> {
  const names = await readdir(sharedFolder).catch((): string[] => []);
  const found: LeftOver[] = [];
  for (const name of names) {
    if (!/^[0-9a-f]{12}-/.test(name)) continue;
    const one = await lookInto(join(sharedFolder, name), dataDir && resolve(dataDir)).catch(() => undefined);
    if (one) found.push(one);
  }
  return found.sort((a, b) => b.bytes - a.bytes);
}

async function lookInto(folder: string, dataDir: string | undefined): Promise<LeftOver | undefined> {
  if (!(await lstat(folder)).isDirectory()) return undefined;
  await readdir(folder);
  const noted = (await readFile(join(folder, note), 'utf8').catch(() => '')).trim();
  // Without a note, the name still tells whether it was made for the DATA_DIR in use.
  const own = dataDir && folder.startsWith(join(sharedFolder, sharedPrefix(dataDir))) ? dataDir : undefined;
  const leadsFrom = noted || own;
  if (
    leadsFrom &&
    (await realpath(join(leadsFrom, 'postgres')).catch(() => '')) === (await realpath(folder))
  ) {
    return undefined;
  }
  const cluster = join(folder, 'cluster');
  const server = await readPostmaster(cluster);
  return {
    folder,
    kind: leadsFrom ? 'gone' : 'unknown',
    dataDir: leadsFrom,
    bytes: await sizeOf(folder),
    pid: server && isServing(server.pid, cluster) ? server.pid : undefined,
  };
}

async function sizeOf(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const about = await lstat(join(entry.parentPath, entry.name)).catch(() => undefined);
    bytes += (about?.blocks ?? 0) * 512;
  }
  return bytes;
}

/** Removes a left-over for good; a server that still runs there is ended first. */
export async function removeLeftOver({ folder, pid }: LeftOver): Promise<void> {
  const cluster = join(folder, 'cluster');
  // The number was read with the list: the server may have ended since.
  if (pid !== undefined && isServing(pid, cluster)) {
    process.kill(pid, 'SIGINT');
    while (isServing(pid, cluster)) await pause(50);
  }
  await rm(folder, { recursive: true, force: true });
}

/**
 * Describes for the screen how many there are, the five largest, and how to list and remove them.
 */
export function describeLeftOvers(leftOvers: LeftOver[]): string[] {
  const all = leftOvers.reduce((sum, { bytes }) => sum + bytes, 0);
  return [
    `Còn sót / left over: ${leftOvers.length} database folder(s), ${formatBytes(all)}, to which no DATA_DIR leads any more:`,
    ...leftOvers.slice(0, 5).map((one) => `  ${describeLeftOver(one)}`),
    ...(leftOvers.length > 5 ? [`  … and ${leftOvers.length - 5} more`] : []),
    '  See them all: npm run left-overs   Remove those that are gone: npm run left-overs -- --remove',
  ];
}

/** Describes a left-over in one line. */
export function describeLeftOver({ folder, kind, dataDir, bytes, pid }: LeftOver): string {
  const whose =
    kind === 'gone' ? `was of ${dataDir}, which is gone` : 'not known whose: made by an earlier release';
  return `${folder}  ${formatBytes(bytes)}  ${whose}${pid === undefined ? '' : `; a server still runs there (${pid})`}`;
}

/** Formats a size: `83 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1e6) return `${Math.ceil(bytes / 1e3)} kB`;
  return bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
