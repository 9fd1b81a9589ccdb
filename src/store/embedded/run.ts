import { spawn } from 'node:child_process';

/** The account of the operating system that PostgreSQL runs as. */
export interface SystemAccount {
  uid: number;
  gid: number;
  /** Whether it differs from the app's own. */
  switched: boolean;
}

/** The result of a finished program. */
export interface ProgramResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs a program to its end as `account`. It runs in its own session (a Ctrl+C at the terminal does
 * not reach it) and from the root folder (the current one may be closed to that account). Never
 * throws: a program that cannot be started has code null.
 */
export function runProgram(program: string, args: string[], account: SystemAccount): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...spawnOptions(account), stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    child.on('error', (error) => resolve({ code: null, stdout, stderr: error.message }));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/**
 * Returns the options to start PostgreSQL's programs: account, folder, and English messages in the
 * log.
 */
export function spawnOptions(account: SystemAccount) {
  return {
    cwd: '/',
    detached: true,
    // The caller's locale may not be installed, and PGPORT or PGDATA of another server must not
    // apply.
    env: { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C', LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH },
    ...(account.switched ? { uid: account.uid, gid: account.gid } : {}),
  };
}
