import { randomBytes } from 'node:crypto';
import { chown, link, lstat, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { EmbeddedError } from './error.ts';
import type { Home } from './home.ts';
import { runProgram } from './run.ts';
import { tuning } from './settings.ts';

/** The only role of an embedded database. */
export const superuser = 'dien_hinh';

/** A database folder that is ready to be served. */
export interface Cluster {
  folder: string;
  password: string;
  /** Resolves when the disk holds a new database; nothing may be acknowledged before. */
  onDisk: Promise<void>;
}

/**
 * Makes the database of `home` with PostgreSQL's initdb, unless it exists. It is made in a
 * temporary folder and then renamed, so a kill leaves nothing incomplete under the final name; of
 * two apps that make it at once, one wins and both use it.
 */
export async function ensureCluster(
  home: Home,
  binaries: Binaries,
  /** Settings that differ from the default ones in a new database. */
  settings: Record<string, string> = {},
): Promise<Cluster> {
  const folder = join(home.folder, 'cluster');
  const password = await keepPassword(home);
  if (await isThere(folder)) return { folder, password, onDisk: Promise.resolve() };
  const aside = await mkdtemp(join(home.folder, 'cluster-'));
  if (home.account.switched) await chown(aside, home.account.uid, home.account.gid);
  try {
    await initialise(aside, { passwordFile: join(home.folder, 'password'), home, binaries, settings });
    await rename(aside, folder);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    if (!(await isThere(folder))) throw error;
  }
  const onDisk = writeToDisk(folder, home, binaries);
  // Its error is thrown to the caller, who may still be starting the server.
  onDisk.catch(() => undefined);
  return { folder, password, onDisk };
}

/** Flushes a new database to the disk, also while its server starts: half of initdb's time. */
async function writeToDisk(folder: string, home: Home, binaries: Binaries): Promise<void> {
  const { code, stderr } = await runProgram(
    binaries.initdb,
    ['--sync-only', `--pgdata=${folder}`],
    home.account,
  );
  if (code !== 0) throw new EmbeddedError(`the new database cannot be written to the disk: ${stderr.trim()}`);
}

async function initialise(
  folder: string,
  given: { passwordFile: string; home: Home; binaries: Binaries; settings: Record<string, string> },
) {
  const { passwordFile, home, binaries, settings } = given;
  const flags = [
    `--pgdata=${folder}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // PostgreSQL's own locale: the order of rows never depends on the machine's locales.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
    '--no-sync',
    ...Object.entries({ ...tuning, ...settings }).map(([name, value]) => `--set=${name}=${value}`),
  ];
  // pg_trgm still uses the machine's locale to find letters; nearly every Linux has C.UTF-8, macOS
  // does not.
  const first = await runProgram(binaries.initdb, [...flags, '--lc-ctype=C.UTF-8'], home.account);
  if (first.code === 0) return;
  const second = await runProgram(binaries.initdb, flags, home.account);
  if (second.code === 0) return;
  throw new EmbeddedError(`initdb failed: ${second.stderr.trim()}`);
}

/**
 * Returns the password, chosen at random the first time and kept in a file that only its owner
 * reads.
 */
async function keepPassword(home: Home): Promise<string> {
  const path = join(home.folder, 'password');
  if (!(await isThere(path))) {
    const aside = `${path}.${process.pid}`;
    await writeFile(aside, randomBytes(24).toString('base64url'), { mode: 0o600 });
    if (home.account.switched) await chown(aside, home.account.uid, home.account.gid);
    // Unlike a rename, a link does not replace the password of a faster process.
    await link(aside, path).catch(() => undefined);
    await rm(aside);
  }
  return (await readFile(path, 'utf8')).trim();
}

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined;
}
