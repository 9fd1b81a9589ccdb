import { access, chmod, constants, mkdtemp, readdir, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isProcessAlive } from '../../src/store/embedded/postmaster.ts';

/** Where Linux keeps files in memory. */
const memory = '/dev/shm';
/** Bytes that must be free there; a whole run needs less than a third of it. */
const enough = 3 * 1024 ** 3;
const prefix = 'dien-hinh-tests-';

/**
 * Makes one folder for all temporary files of this run, in memory where the machine has room for
 * it. A test's database is 300 new files: on a disk that costs ten times the work of the test.
 * `TMPDIR` names the folder from then on, for this process and for those it starts. The returned
 * function removes the folder; folders of killed runs are removed at the next start.
 */
export async function useScratchFolder(): Promise<() => Promise<void>> {
  const before = process.env.TMPDIR;
  const parent = (await hasRoom(memory)) ? memory : tmpdir();
  await removeAbandoned(parent);
  const folder = await mkdtemp(join(parent, `${prefix}${process.pid}-`));
  // Root's database server runs under another account, which must be able to pass through.
  await chmod(folder, 0o711);
  process.env.TMPDIR = folder;
  return async () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    await rm(folder, { recursive: true, force: true });
  };
}

async function hasRoom(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize >= enough;
  } catch {
    return false;
  }
}

/** A PostgreSQL server that still runs there ends by itself once its folder is gone. */
async function removeAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN;
    if (Number.isNaN(pid) || isProcessAlive(pid)) continue;
    await rm(join(parent, name), { recursive: true, force: true }).catch(() => undefined);
  }
}
