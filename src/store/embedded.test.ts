import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readlink,
  realpath,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import pino from 'pino';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canEnter } from './embedded/account.ts';
import { sharedFolder } from './embedded/binaries.ts';
import { isServing, readPostmaster } from './embedded/postmaster.ts';
import { type Embedded, EmbeddedError, startEmbedded } from './embedded.ts';

const log = pino({ level: 'silent' });
const asRoot = process.getuid?.() === 0;
const nobody = { uid: 65534, gid: 65534, switched: true };
const source = fileURLToPath(new URL('./embedded.ts', import.meta.url));

let place: string;
let dataDir: string;
const afterwards: (() => unknown)[] = [];
beforeEach(async () => {
  place = await realpath(await mkdtemp(join(tmpdir(), 'dien-hinh-embedded-')));
  await chmod(place, 0o711);
  dataDir = join(place, 'data');
});
afterEach(async () => {
  for (const undo of afterwards.splice(0).reverse()) await undo();
  // Killed apps leave their server running.
  if (await serverPid()) await killServer();
  const moved = await readlink(join(dataDir, 'postgres')).catch(() => undefined);
  if (moved?.startsWith(sharedFolder)) await rm(moved, { recursive: true, force: true });
  await rm(place, { recursive: true, force: true });
});

let laidOut: Promise<string> | undefined;
afterAll(async () => {
  if (laidOut) await rm(dirname(await laidOut), { recursive: true, force: true });
});

/** Copies a database as an earlier start left it, because making one takes long. */
async function layDatabase(): Promise<void> {
  laidOut ??= (async () => {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'dien-hinh-embedded-')));
    await chmod(folder, 0o711);
    const made = await startEmbedded({ dataDir: join(folder, 'data'), log });
    await made.stop();
    return join(folder, 'data');
  })();
  // With its owners, which only `cp` keeps.
  await promisify(execFile)('cp', ['-a', await laidOut, dataDir]);
}

/** Starts it in this process; it is stopped after the test. */
async function start(folder = dataDir): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir: folder, log });
  afterwards.push(() => embedded.stop());
  return embedded;
}

interface App {
  child: ChildProcess;
  /** Its database's address, or why it did not start. */
  said: { url?: string; error?: string };
}

/**
 * Starts it in an app of its own, which stops it in order when its standard input closes. It is
 * killed after the test.
 */
async function startApp(options: { uid?: number; gid?: number; detached?: boolean } = {}): Promise<App> {
  const script = `
    import pino from 'pino';
    import { startEmbedded } from ${JSON.stringify(source)};
    process.on('SIGINT', () => {});
    process.on('SIGTERM', () => process.exit());
    try {
      const log = pino({ level: 'silent' });
      const embedded = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log });
      console.log(JSON.stringify({ url: embedded.url }));
      process.stdin.resume().on('end', () => embedded.stop());
    } catch (error) {
      console.log(JSON.stringify({ error: error.name + ': ' + error.message }));
    }
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...options,
  });
  afterwards.push(() => child.kill('SIGKILL'));
  const [line] = await once(createInterface(child.stdout), 'line');
  return { child, said: JSON.parse(line) };
}

async function end(app: App, how: 'SIGKILL' | 'in order'): Promise<void> {
  const exited = once(app.child, 'exit');
  if (how === 'in order') app.child.stdin?.end();
  else app.child.kill(how);
  await exited;
}

async function query(url: string | undefined, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const cluster = () => join(dataDir, 'postgres', 'cluster');
const serves = async (pid: number | undefined) =>
  pid !== undefined && isServing(pid, await realpath(cluster()).catch(() => cluster()));
const serverPid = async () => (await readPostmaster(cluster()))?.pid;

async function killServer(): Promise<number> {
  const pid = await serverPid();
  if (!pid) throw new Error('no server runs');
  if (await serves(pid)) process.kill(pid, 'SIGKILL');
  await expect.poll(() => serves(pid)).toBe(false);
  return pid;
}

describe('the embedded PostgreSQL', () => {
  it('keeps its data from one start to the next, and ends when it is stopped', async () => {
    const first = await start();
    await query(first.url, `CREATE TABLE kept AS SELECT 'Đăk Đoa' AS name`);
    const pid = await serverPid();
    await first.stop();
    await first.stop();
    expect(await serves(pid)).toBe(false);
    const second = await start();
    expect(await query(second.url, 'SELECT name FROM kept')).toEqual([{ name: 'Đăk Đoa' }]);
  });

  it('is version 18, durable, on loopback only, with a password its owner alone reads', async () => {
    await layDatabase();
    const { url } = await start();
    const settings = ['server_version', 'fsync', 'synchronous_commit', 'listen_addresses', 'max_connections'];
    const shown = await Promise.all(
      settings.map(async (name) => Object.values((await query(url, `SHOW ${name}`))[0])[0]),
    );
    expect(shown).toEqual([expect.stringMatching(/^18\./), 'on', 'on', '127.0.0.1', '100']);
    expect((await stat(join(dataDir, 'postgres', 'password'))).mode & 0o077).toBe(0);
    const guess = new URL(url);
    guess.password = 'guess';
    await expect(query(guess.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('writes nothing of a query into its log', async () => {
    await layDatabase();
    const { url } = await start();
    await query(url, 'CREATE TABLE person (phone text PRIMARY KEY)');
    await query(url, `INSERT INTO person VALUES ('0912345678')`);
    await expect(query(url, `INSERT INTO person VALUES ('0912345678')`)).rejects.toThrow();
    await expect(query(url, `SELECT '0912345678 của bà Hơ'::int`)).rejects.toThrow();
    const written = await readFile(join(dataDir, 'postgres', 'server.log'), 'utf8');
    expect(written).toContain('ready to accept connections');
    expect(written).not.toContain('0912345678');
  });
});

describe('after a kill', () => {
  it('of the app, the next one uses the server that was left', async () => {
    await layDatabase();
    const app = await startApp();
    await query(app.said.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    const pid = await serverPid();
    await end(app, 'SIGKILL');
    expect(await serves(pid)).toBe(true);

    const next = await start();
    expect(next.url).toBe(app.said.url);
    expect(await serverPid()).toBe(pid);
    expect(await query(next.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    await next.stop();
    expect(await serves(pid)).toBe(false);
  });

  it('of the app and the server, nothing that was committed is lost', async () => {
    await layDatabase();
    const app = await startApp();
    await query(app.said.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    await end(app, 'SIGKILL');
    await killServer();
    const next = await start();
    expect(await query(next.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });

  it('of the server alone, the app starts it again at the same address', async () => {
    await layDatabase();
    const embedded = await start();
    const pid = await killServer();
    await expect
      .poll(() => query(embedded.url, 'SELECT 1 AS one').catch(() => []), { timeout: 60_000 })
      .toEqual([{ one: 1 }]);
    expect(await serverPid()).not.toBe(pid);
  });

  it('in the middle of the very first start, the next one begins again', async () => {
    const home = join(dataDir, 'postgres');
    await (await start()).stop();
    await rm(cluster(), { recursive: true });
    await mkdir(join(home, 'cluster-AAAAAA'));
    await writeFile(join(home, 'cluster-AAAAAA', 'PG_VERSION'), '18\n');
    const next = await start();
    expect(await query(next.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('a process number that another program has now does not prevent a start', async () => {
    await layDatabase();
    await namesAnotherProgram();
    const next = await start();
    expect(await query(next.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('an app that breaks off leaves a program with the number of its server alone', async () => {
    await layDatabase();
    const app = await startApp();
    const pid = (await serverPid()) ?? Number.NaN;
    // It ends by itself within a minute, as its file names another: then the number is not its own.
    afterwards.push(async () => {
      if (await serves(pid)) process.kill(pid, 'SIGKILL');
    });
    const other = await namesAnotherProgram();
    const [exited, ended] = [once(app.child, 'exit'), once(other, 'exit')];
    app.child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    // A signal that the app sent to it would have arrived before this one.
    other.kill('SIGTERM');
    expect(await ended).toEqual([null, 'SIGTERM']);
  });

  it('an app that breaks off ends its server', async () => {
    await layDatabase();
    const app = await startApp();
    const pid = await serverPid();
    app.child.kill('SIGTERM');
    await expect.poll(() => serves(pid)).toBe(false);
  });

  /** Lets postmaster.pid name another running program, as after a restart of the machine. */
  async function namesAnotherProgram(): Promise<ChildProcess> {
    const owner = await stat(cluster());
    const other = spawn('sleep', ['1000'], asRoot ? { uid: owner.uid } : {});
    afterwards.push(() => other.kill('SIGKILL'));
    await once(other, 'spawn');
    const path = join(cluster(), 'postmaster.pid');
    const said = [other.pid, cluster(), '1600000000', '54321', '', '127.0.0.1', '', 'ready   ', ''];
    await writeFile(path, said.join('\n'), { mode: 0o600 });
    await chown(path, owner.uid, owner.gid);
    return other;
  }
});

describe('two apps on one folder', () => {
  it('the second is refused in one line, until the first has ended', async () => {
    await layDatabase();
    const first = await startApp();
    const refused = await startEmbedded({ dataDir, log }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(EmbeddedError);
    expect(String(refused)).toMatch(/^EmbeddedError: [^\n]*in use by another running app[^\n]*DATA_DIR$/);
    expect(await query(first.said.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await end(first, 'in order');
    await start();
  });

  it('that make it at the same time end up as one owner of one server', async () => {
    const apps = await Promise.all([startApp(), startApp(), startApp()]);
    expect(apps.filter(({ said }) => said.url)).toHaveLength(1);
    expect(apps.filter(({ said }) => said.error?.includes('in use by another running app'))).toHaveLength(2);
    const owner = apps.find(({ said }) => said.url);
    expect(await query(owner?.said.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('one may start while the other is stopping', async () => {
    await layDatabase();
    const first = await startApp();
    const [next] = await Promise.all([start(), end(first, 'in order')]);
    expect(await query(next.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

it('Ctrl+C at the terminal reaches the app but not its server', async () => {
  await layDatabase();
  const app = await startApp({ detached: true });
  const pid = await serverPid();
  process.kill(-(app.child.pid ?? Number.NaN), 'SIGINT');
  // The app, still closing, can use the database and then stop it in order.
  expect(await query(app.said.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(await serverPid()).toBe(pid);
  await end(app, 'in order');
  expect(await serverPid()).toBeUndefined();
});

describe('a folder that only its owner may enter', () => {
  it('works for the account that runs the tests', async () => {
    await chmod(place, 0o700);
    const first = await start();
    await query(first.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    await first.stop();
    const link = (await lstat(join(dataDir, 'postgres'))).isSymbolicLink();
    expect(link).toBe(asRoot);
    expect(first.folder.startsWith(sharedFolder)).toBe(asRoot);
    const second = await start();
    expect(await query(second.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });

  it.runIf(asRoot)('keeps its data when the folder is opened to all later', async () => {
    await chmod(place, 0o700);
    const first = await start();
    await query(first.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    await first.stop();
    await chmod(place, 0o755);
    const second = await start();
    expect(await query(second.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });

  it.runIf(asRoot)('works for a plain user, and then for root in the same folder', async ({ skip }) => {
    // No other account can run a clone that only root may enter.
    skip(!(await canEnter(process.cwd(), nobody)), 'nobody may not enter this clone');
    await mkdir(dataDir, { mode: 0o700 });
    await chown(dataDir, nobody.uid, nobody.gid);
    const { uid, gid } = nobody;
    const app = await startApp({ uid, gid });
    expect(app.said.error).toBeUndefined();
    await query(app.said.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    expect((await stat(cluster())).uid).toBe(uid);
    await end(app, 'in order');

    const asTheOwner = await start();
    expect(await query(asTheOwner.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });
});

describe('says in one line why it cannot start', () => {
  it('when the folder cannot be made', async () => {
    await writeFile(join(place, 'file'), '');
    await expect(startEmbedded({ dataDir: join(place, 'file', 'data'), log })).rejects.toThrow(
      /^cannot keep a database in [^\n]*$/,
    );
  });

  it('when the data behind the link is gone', async () => {
    await mkdir(dataDir);
    await symlink(join(place, 'gone'), join(dataDir, 'postgres'));
    await expect(start()).rejects.toThrow(/leads to a folder that is gone/);
  });

  it('when PostgreSQL refuses its own folder', async () => {
    await layDatabase();
    await writeFile(join(cluster(), 'PG_VERSION'), '12\n');
    await expect(start()).rejects.toThrow(/^PostgreSQL does not start in [^\n]*incompatible[^\n]*$/);
  });
});
