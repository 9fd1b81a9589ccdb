import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  chown,
  cp,
  mkdir,
  mkdtemp,
  readlink,
  realpath,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sharedFolder } from '../../src/store/embedded/binaries.ts';
import { isServing, readPostmaster } from '../../src/store/embedded/postmaster.ts';
import { runProgram } from '../../src/store/embedded/run.ts';
import { startTelegramStandIn, type TelegramStandIn } from '../standin/telegram/start.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { type HouseProcess, killServerIn, startProcess } from '../support/process.ts';

const asRoot = process.getuid?.() === 0;
const nobody = { uid: 65534, gid: 65534 };
/** Milliseconds within which a stop has to be over. */
const longestStop = 10_000;

let place: string;
const afterwards: (() => unknown)[] = [];
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'dht-process-'));
  // Root's database server runs under another account, which must be able to pass through.
  await chmod(place, 0o711);
});
afterEach(async () => {
  for (const undo of afterwards.splice(0).reverse()) await undo();
  await rm(place, { recursive: true, force: true });
});

function start(settings: Record<string, string>, more: { root?: string; uid?: number; gid?: number } = {}) {
  const app = startProcess({ cwd: place, settings, ...more });
  afterwards.push(() => app.kill());
  return app;
}

/** An app on Telegram's stand-in, with a database of its own on the server of the run. */
async function onTelegram(): Promise<{
  telegram: TelegramStandIn;
  database: TestDatabase;
  again(): HouseProcess;
}> {
  const database = await freshDatabase({ poolSize: 1 });
  const telegram = await startTelegramStandIn();
  afterwards.push(() => database.drop(), telegram.close);
  const again = () =>
    start({
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.url,
      DATABASE_URL: database.url,
      DATA_DIR: join(place, 'data'),
    });
  return { telegram, database, again };
}

/** The database server that runs in `dataDir`, by its number. */
async function serverIn(dataDir: string): Promise<number | undefined> {
  const cluster = await realpath(join(dataDir, 'postgres', 'cluster')).catch(() => undefined);
  const server = cluster && (await readPostmaster(cluster));
  return server && cluster && isServing(server.pid, cluster) ? server.pid : undefined;
}

/** `npm start` as an operator types it, in a folder of its own. */
async function npmStart(dataDir: string): Promise<{ npm: ChildProcess; url: string }> {
  const root = join(place, 'program');
  await mkdir(root);
  for (const part of ['src', 'locales', 'prisma', 'node_modules', 'package.json']) {
    await symlink(join(process.cwd(), part), join(root, part));
  }
  const npm = spawn('npm', ['start'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', DATA_DIR: dataDir },
  });
  afterwards.push(async () => {
    npm.kill('SIGKILL');
    await killServerIn(dataDir);
  });
  for await (const line of createInterface(npm.stdout)) {
    const url = line.includes('"msg":"ready"') && /"url":"([^"]+)"/.exec(line)?.[1];
    // Later output must still find a reader.
    npm.stdout.resume();
    if (url) return { npm, url };
  }
  throw new Error('npm start ended');
}

/**
 * Milliseconds from the signal to the app's last word, by its own clock: what a busy machine adds
 * before and after is not the app's.
 */
function stopOf(app: HouseProcess): number {
  const lines = app.stdout.map((line): { msg: string; time: string } => JSON.parse(line));
  const begun = lines.find(({ msg }) => msg === 'stopping');
  const last = lines.at(-1);
  if (!begun || !last || begun === last) throw new Error('the app did not tell of its stop');
  return Date.parse(last.time) - Date.parse(begun.time);
}

const inbox = async ({ pool }: TestDatabase) =>
  (await pool.query('select status, attempts from inbox_update order by id')).rows;

describe('a stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s ends what is in flight, confirms it and exits with 0',
    async (signal) => {
      const { telegram, database, again } = await onTelegram();
      const app = again();
      await app.ready();
      const person = telegram.person({ name: 'Lan' });
      // The answer has to wait two seconds: the stop comes in the middle of it.
      telegram.failNext({ method: 'sendMessage', answer: { status: 429, retryAfter: 2 } });
      await person.says('/trogiup');
      await telegram.answered((call) => call.answered?.status === 429);
      app.signal(signal);
      expect(await app.exited).toEqual({ code: 0, signal: null });
      expect(stopOf(app)).toBeLessThan(longestStop);
      await person.sees('mời');
      expect(await inbox(database)).toEqual([{ status: 'done', attempts: 1 }]);
      expect(telegram.pending()).toBe(0);
      expect(app.stdout.some((line) => line.includes('"msg":"stopped"'))).toBe(true);
    },
  );

  it('does not wait for a Telegram that hangs; the next start completes the work', async () => {
    const { telegram, database, again } = await onTelegram();
    const app = again();
    await app.ready();
    const person = telegram.person({ name: 'Lan' });
    telegram.failNext({ method: 'sendMessage', answer: 'hang' });
    await person.says('/trogiup');
    await expect.poll(() => telegram.calls.some(({ method }) => method === 'sendMessage')).toBe(true);
    app.signal('SIGTERM');
    await app.exited;
    expect(stopOf(app)).toBeLessThan(longestStop);

    await again().ready();
    await person.sees('mời');
    await expect.poll(() => inbox(database)).toEqual([{ status: 'done', attempts: 2 }]);
  });
});

describe('npm start', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const)(
    'ends the program and its database when npm gets %s',
    async (signal) => {
      const dataDir = join(place, 'data');
      const { npm, url } = await npmStart(dataDir);
      expect(await serverIn(dataDir)).toBeDefined();
      npm.kill(signal);
      await expect.poll(() => serverIn(dataDir)).toBeUndefined();
      await expect
        .poll(() =>
          fetch(`${url}/healthz`).then(
            ({ status }) => status,
            () => 'gone',
          ),
        )
        .toBe('gone');
    },
  );
});

describe('a start that is interrupted', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('by %s leaves no database server', async (signal) => {
    const dataDir = join(place, 'data');
    afterwards.push(() => killServerIn(dataDir));
    const app = start({ DATA_DIR: dataDir });
    // The server runs; the tables are not made yet.
    await expect.poll(() => app.stdout.join()).toContain('embedded PostgreSQL runs');
    app.signal(signal);
    expect(await app.exited).toEqual({ code: 0, signal: null });
    expect(await serverIn(dataDir)).toBeUndefined();
    // It ends at the next step instead of starting to the end.
    expect(app.stdout.join()).not.toContain('"msg":"ready"');
    expect(app.stdout.join()).not.toContain('did not close well');
  });
});

describe('a start says', () => {
  it('where database and files really are, on the screen and in the log', async () => {
    const dataDir = join(place, 'data');
    afterwards.push(() => killServerIn(dataDir));
    const app = start({ DATA_DIR: dataDir });
    await app.ready();
    const folder = await realpath(join(dataDir, 'postgres'));
    const files = join(await realpath(dataDir), 'files');
    await expect.poll(() => app.stderr).toContainEqual(`Dữ liệu / data: ${folder}   Tệp / files: ${files}`);
    const logged = () => app.stdout.find((line) => line.includes('"msg":"data"'));
    await expect.poll(() => JSON.parse(logged() ?? '{}')).toMatchObject({ database: folder, files });
    app.signal('SIGTERM');
    await app.exited;
  });

  it('which database it uses, without its password', async () => {
    const { database, again } = await onTelegram();
    const app = again();
    await app.ready();
    const { host, pathname, password } = new URL(database.url);
    await expect.poll(() => app.stderr.join('\n')).toContain(`Dữ liệu / data: PostgreSQL ${host}${pathname}`);
    expect([...app.stderr, ...app.stdout].join()).not.toContain(password);
  });
});

describe('a failing start gives its reason in one line, with exit code', () => {
  it('2 when another app has the folder, and 2 when the port is taken', async () => {
    const dataDir = join(place, 'data');
    afterwards.push(() => killServerIn(dataDir));
    const first = start({ DATA_DIR: dataDir });
    const url = await first.ready();
    expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({ status: 'ok', database: 'ok' });

    const second = start({ DATA_DIR: dataDir });
    expect(await second.exited).toEqual({ code: 2, signal: null });
    expect(second.stderr).toEqual([expect.stringMatching(/^DATA_DIR: .* in use by another running app/)]);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);

    const taken = createServer().listen(0, '127.0.0.1');
    afterwards.push(() => taken.close());
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    first.signal('SIGTERM');
    await first.exited;
    // In production it would show the first officer's code, and must not, as the code could not be
    // used.
    const third = start({ MODE: 'production', DATA_DIR: join(place, 'third'), PORT: String(port) });
    expect(await third.exited).toEqual({ code: 2, signal: null });
    expect(third.stderr).toEqual([
      `PORT: ${port} is taken by another program; stop that program or set PORT to a free one`,
    ]);
    expect(await serverIn(join(place, 'third'))).toBeUndefined();
  });

  it('2 when the database cannot be reached, without its password', async () => {
    const app = start({
      DATABASE_URL: 'postgresql://dht:s3cr3t-pw@127.0.0.1:1/dht',
      DATA_DIR: join(place, 'data'),
    });
    expect(await app.exited).toEqual({ code: 2, signal: null });
    expect(app.stderr).toEqual(['DATABASE_URL: 127.0.0.1:1 cannot be reached (ECONNREFUSED)']);
    expect(app.stdout.join()).not.toContain('s3cr3t');
  });

  it('2 when settings are wrong: one line each', async () => {
    const app = start({ MODE: 'demo', PORT: '80a', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud' });
    expect(await app.exited).toEqual({ code: 2, signal: null });
    expect(app.stderr.map((line) => line.split(':')[0]).sort()).toEqual([
      'DATABASE_URL',
      'LOG_LEVEL',
      'MODE',
      'PORT',
    ]);
    expect(app.stdout).toEqual([]);
  });

  it.each([
    ['UTF-16', Buffer.from('\ufeffTELEGRAM_TOKEN=\r\nPORT=0x1F90\r\n', 'utf16le')],
    ['UTF-8 with a mark', Buffer.from('\ufeffTELEGRAM_TOKEN=\nPORT=0x1F90\n')],
  ])('2 when a .env in %s holds wrong ones', async (_how, content) => {
    await writeFile(join(place, '.env'), content);
    const app = startProcess({ cwd: place, settings: {}, port: false });
    afterwards.push(() => app.kill());
    expect(await app.exited).toEqual({ code: 2, signal: null });
    expect(app.stderr).toEqual([
      'PORT: is not a port: a whole number from 0 to 65535',
      'TELEGRAM_TOKEN: is not a setting; did you mean TELEGRAM_BOT_TOKEN?',
    ]);
  });

  it('2 when the plan is missing', async () => {
    const app = start({ PLAN_FILE: join(place, 'no-plan.yaml') });
    expect(await app.exited).toEqual({ code: 2, signal: null });
    expect(app.stderr).toEqual([expect.stringContaining('no-plan.yaml')]);
  });
});

describe('from a folder that only its owner may enter', () => {
  /** A clone of the app there; its packages stay where they are. */
  async function clone(owner?: { uid: number; gid: number }): Promise<string> {
    const root = join(place, 'clone');
    await mkdir(root);
    for (const part of ['src', 'locales', 'prisma', 'package.json']) {
      await cp(part, join(root, part), { recursive: true });
    }
    await symlink(join(process.cwd(), 'node_modules'), join(root, 'node_modules'), 'dir');
    if (owner) {
      await chown(root, owner.uid, owner.gid);
      await chown(place, owner.uid, owner.gid);
    }
    await chmod(root, 0o700);
    await chmod(place, 0o700);
    return root;
  }

  async function startsAndStops(root: string, account: { uid?: number; gid?: number } = {}): Promise<void> {
    const dataDir = join(root, 'data');
    afterwards.push(async () => {
      await killServerIn(dataDir);
      const moved = await readlink(join(dataDir, 'postgres')).catch(() => undefined);
      if (moved?.startsWith(sharedFolder)) await rm(moved, { recursive: true, force: true });
    });
    const app = start({ DATA_DIR: dataDir }, { root, ...account });
    const url = await app.ready();
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    app.signal('SIGTERM');
    expect(await app.exited).toEqual({ code: 0, signal: null });
  }

  it(`as the account that runs the tests${asRoot ? ', root' : ''}`, async () => {
    await startsAndStops(await clone());
  });

  it.runIf(asRoot)('as a plain user', async ({ skip }) => {
    const reaches = await runProgram('test', ['-r', join(process.cwd(), 'node_modules/pg/package.json')], {
      ...nobody,
      switched: true,
    });
    skip(reaches.code !== 0, 'nobody may not enter this clone');
    await startsAndStops(await clone(nobody), nobody);
  });
});
