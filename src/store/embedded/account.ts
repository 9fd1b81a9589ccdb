import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { EmbeddedError } from './error.ts';
import { run, type SystemAccount } from './run.ts';

const execute = promisify(execFile);

/** The app's own account. On Windows, which has no numbers, both are -1. */
export function ownAccount(): SystemAccount {
  return { uid: process.getuid?.() ?? -1, gid: process.getgid?.() ?? -1, switched: false };
}

/** The account `uid`, which already owns a database here. Only root can run as somebody else. */
export function accountOf(uid: number, gid: number): SystemAccount {
  return { uid, gid, switched: uid !== process.getuid?.() };
}

/**
 * PostgreSQL refuses to run as root, so root runs it as the account `postgres`, which is made when
 * the machine has none. Anybody else runs it as himself.
 */
export async function serverAccount(): Promise<SystemAccount> {
  const own = ownAccount();
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
 * Whether `account` may enter `folder`: asked of the system itself, so that access lists count too.
 */
export async function canEnter(folder: string, account: SystemAccount): Promise<boolean> {
  return !account.switched || (await run('test', ['-x', folder], account)).code === 0;
}
