import { chown, lstat, mkdir, mkdtemp, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { canEnter, describeAccount, findServerAccount, readOwnAccount } from './account.ts';
import { sharedFolder } from './binaries.ts';
import { EmbeddedError } from './error.ts';
import { noteDataDir, sharedPrefix } from './left-overs.ts';
import type { SystemAccount } from './run.ts';

/** The folder that holds one embedded database, and the account that owns it. */
export interface Home {
  /** Its real path; inside: `cluster/` (PostgreSQL's own), `password`, `server.log`. */
  folder: string;
  account: SystemAccount;
}

/**
 * Finds or makes the home of the database of `dataDir`: `DATA_DIR/postgres`. When root runs the app
 * in a folder that the account `postgres` cannot enter, that name is a link to a folder under
 * /var/lib/dien-hinh. The link itself tells where the data is, so opening or moving the folder
 * later never shows an empty database.
 */
export async function findHome(dataDir: string): Promise<Home> {
  const name = join(resolve(dataDir), 'postgres');
  try {
    await mkdir(dirname(name), { recursive: true });
    if (!(await lstat(name).catch(() => undefined))) await makeHome(name);
  } catch (error) {
    if (error instanceof EmbeddedError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new EmbeddedError(`cannot keep a database in ${dirname(name)}: ${reason}`, {
      cause: error,
      setting: 'DATA_DIR',
    });
  }
  const home = await openHome(name);
  await noteDataDir(home.folder, dirname(name));
  return home;
}

async function openHome(name: string): Promise<Home> {
  const found = await stat(name).catch((error: unknown) => {
    throw new EmbeddedError(
      `${name} leads to a folder that is gone or closed: bring it back, or remove the link to start with an empty database`,
      { cause: error, setting: 'DATA_DIR' },
    );
  });
  const folder = await realpath(name);
  const own = readOwnAccount();
  if (own.uid === -1 || found.uid === own.uid) return { folder, account: own };
  if (own.uid !== 0) {
    throw new EmbeddedError(`${folder} belongs to another account: start the app as the one that made it`, {
      setting: 'DATA_DIR',
    });
  }
  // The account that made the database also runs it later.
  const account = describeAccount(found.uid, found.gid);
  if (!(await canEnter(folder, account))) {
    throw new EmbeddedError(`the account that owns ${folder} may not enter it: open the folders above it`, {
      setting: 'DATA_DIR',
    });
  }
  return { folder, account };
}

/** Two processes that make it at the same time get the same one. */
async function makeHome(name: string): Promise<void> {
  const account = await findServerAccount();
  const near = await canEnter(dirname(name), account);
  const made = near ? await mkdtemp(`${name}-`) : await mkdtempShared(dirname(name));
  if (account.switched) await chown(made, account.uid, account.gid);
  try {
    await (near ? rename(made, name) : symlink(made, name, 'dir'));
  } catch (error) {
    await rm(made, { recursive: true, force: true });
    if (!(await lstat(name).catch(() => undefined))) throw error;
  }
}

async function mkdtempShared(dataDir: string): Promise<string> {
  await mkdir(sharedFolder, { recursive: true, mode: 0o755 });
  return mkdtemp(join(sharedFolder, sharedPrefix(dataDir)));
}
