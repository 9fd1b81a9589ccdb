import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { EmbeddedError } from './error.ts';
import { run } from './run.ts';

const execute = promisify(execFile);

/** The account of the operating system that PostgreSQL runs as. */
export interface Account {
  uid: number;
  gid: number;
  /** Whether it is another one than the app's own. */
  switched: boolean;
}

/** The app's own account. On Windows, which has no numbers, both are -1. */
export function ownAccount(): Account {
  return { uid: process.getuid?.() ?? -1, gid: process.getgid?.() ?? -1, switched: false };
}

/** The account `uid`, which already owns a database here. Only root can run as somebody else. */
export function accountOf(uid: number, gid: number): Account {
  return { uid, gid, switched: uid !== process.getuid?.() };
}

/**
 * PostgreSQL refuses to run as root, so root runs it as the account `postgres`, which is made when the machine has none.
 * Anybody else runs it as himself.
 */
export async function serverAccount(): Promise<Account> {
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

async function lookUp(): Promise<Account | undefined> {
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

/** Whether `account` may enter `folder`: asked of the system itself, so that access lists count too. */
export async function canEnter(folder: string, account: Account): Promise<boolean> {
  return !account.switched || (await run('test', ['-x', folder], account)).code === 0;
}
