import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { EmbeddedError } from './error.ts';
import { runProgram, type SystemAccount } from './run.ts';

const execute = promisify(execFile);

/** Returns the app's own account. On Windows, which has no account numbers, both are -1. */
export function readOwnAccount(): SystemAccount {
  return { uid: process.getuid?.() ?? -1, gid: process.getgid?.() ?? -1, switched: false };
}

/**
 * Describes the account `uid`, which already owns a database here. Only root can run as another
 * account.
 */
export function describeAccount(uid: number, gid: number): SystemAccount {
  return { uid, gid, switched: uid !== process.getuid?.() };
}

/**
 * Returns the account for the server. PostgreSQL refuses to run as root, so root runs it as the
 * account `postgres`, which is created when missing. Any other account runs it itself.
 */
export async function findServerAccount(): Promise<SystemAccount> {
  const own = readOwnAccount();
  if (own.uid !== 0) return own;
  const found = await lookUp();
  if (found) return found;
  await execute('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']).catch(
    () => undefined,
  );
  const made = await lookUp();
  if (made) return made;
  throw new EmbeddedError(
    'PostgreSQL does not run as root, and an account "postgres" could not be made: start the app as a plain user, or set DATABASE_URL',
  );
}

async function lookUp(): Promise<SystemAccount | undefined> {
  try {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async (which) => Number((await execute('id', [which, 'postgres'])).stdout)),
    );
    if (!uid || gid === undefined) return undefined;
    return { uid, gid, switched: true };
  } catch {
    return undefined;
  }
}

/**
 * Tells whether `account` may enter `folder`. The system itself is asked, so that access lists
 * count too.
 */
export async function canEnter(folder: string, account: SystemAccount): Promise<boolean> {
  return !account.switched || (await runProgram('test', ['-x', folder], account)).code === 0;
}
