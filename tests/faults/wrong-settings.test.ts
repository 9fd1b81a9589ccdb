import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer as createWebServer } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startApp } from '../../src/app/app.ts';
import { explainStart } from '../../src/app/explain-start.ts';
import { readConfig } from '../../src/config/config.ts';
import { createLog } from '../../src/log.ts';
import { emptyDatabase } from '../support/database.ts';

let place: string;
const afterwards: (() => unknown)[] = [];
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'dht-wrong-'));
});
afterAll(async () => {
  for (const undo of afterwards.splice(0).reverse()) await undo();
  await rm(place, { recursive: true, force: true });
});

/** The lines on the screen when the app is started with these settings, and the exit code. */
async function refused(env: Record<string, string>): Promise<{ lines: string[]; code: number }> {
  try {
    const config = readConfig({ MODE: 'production', PORT: '0', DATA_DIR: join(place, 'data'), ...env });
    const app = await startApp({ config, log: createLog('silent') });
    await app.stop();
  } catch (error) {
    return explainStart(error);
  }
  throw new Error('it started');
}

/** A TCP server of the test's own; `behave` handles a connection. */
async function listener(behave: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    behave(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterwards.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server of S3 that answers every request in one way. */
async function bucketThatSays(status: number, code: string): Promise<string> {
  const server = createWebServer((request, response) => {
    request.resume();
    response.writeHead(status, { 'content-type': 'application/xml' });
    response.end(`<Error><Code>${code}</Code><Message>no</Message></Error>`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterwards.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('serverUrl') });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

function changed(change: (url: URL) => void): string {
  const url = new URL(inject('serverUrl'));
  change(url);
  return url.href;
}

/**
 * Creates a database on the server of the run, with more after its name; removed after the tests.
 */
async function database(more: string): Promise<string> {
  const name = `wrong_${crypto.randomUUID().replaceAll('-', '')}`;
  await administer(`create database ${name} ${more}`);
  afterwards.push(() => administer(`drop database ${name} with (force)`));
  return changed((url) => {
    url.pathname = `/${name}`;
  });
}

const cases: [what: string, settings: () => Promise<Record<string, string>>, line: RegExp][] = [
  // The database.
  [
    'a database that nobody serves',
    async () => ({ DATABASE_URL: 'postgresql://u:s3cr3t@127.0.0.1:1/d' }),
    /^DATABASE_URL: 127.0.0.1:1 cannot be reached \(ECONNREFUSED\)$/,
  ],
  [
    'a machine without a name',
    async () => ({ DATABASE_URL: 'postgresql://u:s3cr3t@no-such-machine.invalid/d' }),
    /^DATABASE_URL: no-such-machine.invalid is not known/,
  ],
  [
    'a database that accepts and never answers',
    async () => ({ DATABASE_URL: `postgresql://u:s3cr3t@${await listener(() => {})}/d` }),
    /^DATABASE_URL: 127\S+ does not answer \(waited 8 s\)$/,
  ],
  [
    'a database that lets one in and then falls silent',
    async () => {
      // Authentication succeeds; then nothing.
      const ok = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0]);
      return { DATABASE_URL: `postgresql://u:s3cr3t@${await listener((s) => s.write(ok))}/d` };
    },
    /^DATABASE_URL: 127\S+ does not answer/,
  ],
  [
    'a database that hangs up',
    async () => ({ DATABASE_URL: `postgresql://u:s3cr3t@${await listener((s) => s.destroy())}/d` }),
    /^DATABASE_URL: 127/,
  ],
  [
    'a web server for a database',
    async () => ({ DATABASE_URL: `postgresql://u:s3cr3t@${await bucketThatSays(400, 'x')}/d` }),
    /^DATABASE_URL: 127/,
  ],
  [
    'a wrong password',
    async () => ({ DATABASE_URL: changed((url) => (url.password = 's3cr3t')) }),
    /^DATABASE_URL: 127\S+ does not take the password of dien_hinh$/,
  ],
  [
    'a user that is not there',
    async () => ({ DATABASE_URL: changed((url) => (url.username = 'nobody_here')) }),
    /^DATABASE_URL: 127\S+ does not take the password of nobody_here$/,
  ],
  [
    'a database that is not there',
    async () => ({ DATABASE_URL: changed((url) => (url.pathname = '/not_there')) }),
    /^DATABASE_URL: 127\S+ has no database not_there$/,
  ],
  [
    'a database without TLS where TLS is asked for',
    async () => ({ DATABASE_URL: changed((url) => url.searchParams.set('sslmode', 'verify-full')) }),
    /^DATABASE_URL: 127\S+ cannot be reached over TLS/,
  ],
  [
    'a certificate that is not there',
    async () => ({ DATABASE_URL: changed((url) => url.searchParams.set('sslrootcert', '/no/such.pem')) }),
    /^DATABASE_URL: 127/,
  ],
  [
    'a database that keeps no Vietnamese letters',
    async () => ({
      DATABASE_URL: await database(
        `encoding 'LATIN1' template template0 lc_ctype 'C' lc_collate 'C' locale_provider libc`,
      ),
    }),
    /^DATABASE_URL: \S+ keeps text as LATIN1: make the database with encoding UTF8$/,
  ],
  [
    'a database that can only be read',
    async () => {
      const { url, drop } = await emptyDatabase();
      afterwards.push(drop);
      await administer(
        `alter database ${new URL(url).pathname.slice(1)} set default_transaction_read_only = on`,
      );
      return { DATABASE_URL: url };
    },
    /^DATABASE_URL: \S+ can only be read/,
  ],
  [
    'a user who may make no tables',
    async () => {
      const { url, drop } = await emptyDatabase();
      afterwards.push(async () => {
        await drop();
        await administer('drop role wrong_guest');
      });
      await administer(`create role wrong_guest login password 's3cr3t'`);
      const guest = new URL(url);
      guest.username = 'wrong_guest';
      guest.password = 's3cr3t';
      return { DATABASE_URL: guest.href };
    },
    /^DATABASE_URL: \S+ does not let this user make tables/,
  ],
  // The bucket.
  [
    'a bucket that nobody serves',
    async () => ({ FILES_URL: 's3://K:s3cr3t@127.0.0.1:1/papers?tls=off' }),
    /^FILES_URL: papers at http:\/\/127.0.0.1:1 cannot be reached \(ECONNREFUSED\)$/,
  ],
  [
    'a bucket that is not there',
    async () => ({ FILES_URL: `s3://K:s3cr3t@${await bucketThatSays(404, 'NoSuchBucket')}/papers?tls=off` }),
    /^FILES_URL: papers at \S+ is not there: make the bucket \(NoSuchBucket\)$/,
  ],
  [
    'a wrong secret',
    async () => ({
      FILES_URL: `s3://K:s3cr3t@${await bucketThatSays(403, 'SignatureDoesNotMatch')}/papers?tls=off`,
    }),
    /^FILES_URL: papers at \S+ does not take this key and secret/,
  ],
  [
    'a bucket that is closed to this key',
    async () => ({ FILES_URL: `s3://K:s3cr3t@${await bucketThatSays(403, 'AccessDenied')}/papers?tls=off` }),
    /^FILES_URL: papers at \S+ does not let this key write/,
  ],
  [
    'a bucket that never answers',
    async () => ({ FILES_URL: `s3://K:s3cr3t@${await listener(() => {})}/papers?tls=off` }),
    /^FILES_URL: papers at \S+ does not answer \(waited 10 s\)$/,
  ],
  [
    'TLS where the bucket speaks none',
    async () => ({ FILES_URL: `s3://K:s3cr3t@${await bucketThatSays(200, '')}/papers` }),
    /^FILES_URL: papers at https\S+ [^\n]+$/,
  ],
  // Folders.
  [
    'a file for DATA_DIR',
    async () => {
      await writeFile(join(place, 'a-file'), '');
      return { DATA_DIR: join(place, 'a-file') };
    },
    /^DATA_DIR: \S+a-file is a file, not a folder/,
  ],
  [
    'a DATA_DIR below a file',
    async () => {
      await writeFile(join(place, 'b-file'), '');
      return { DATA_DIR: join(place, 'b-file', 'data') };
    },
    /^DATA_DIR: \S+data leads through a file that is no folder/,
  ],
  [
    'a DATA_DIR that leads to itself',
    async () => {
      await symlink(join(place, 'loop'), join(place, 'loop'));
      return { DATA_DIR: join(place, 'loop', 'data') };
    },
    /^DATA_DIR: \S+ is a link that leads to itself/,
  ],
  [
    'a DATA_DIR where the system makes no folders',
    async () => ({ DATA_DIR: '/proc/dien-hinh' }),
    /^DATA_DIR: \/proc\/dien-hinh cannot be made there/,
  ],
  [
    'a DATA_DIR with a name too long',
    async () => ({ DATA_DIR: join(place, 'x'.repeat(300)) }),
    /^DATA_DIR: \S+ is too long a name/,
  ],
  [
    'a database that DATA_DIR leads to and that is gone',
    async () => {
      await mkdir(join(place, 'moved'));
      await symlink(join(place, 'nowhere'), join(place, 'moved', 'postgres'));
      return { DATA_DIR: join(place, 'moved') };
    },
    /^DATA_DIR: \S+postgres leads to a folder that is gone/,
  ],
  [
    'a file for BACKUP_DIR',
    async () => {
      await writeFile(join(place, 'c-file'), '');
      return { BACKUP_DIR: join(place, 'c-file') };
    },
    /^BACKUP_DIR: \S+c-file is a file, not a folder/,
  ],
  // Listening addresses; each with a database that works.
  [
    'a port that is taken',
    async () => {
      const taken = await listener(() => {});
      return { ...(await aDatabase()), PORT: taken.split(':')[1] ?? '' };
    },
    /^PORT: \d+ is taken by another program/,
  ],
  [
    'an address of another machine',
    async () => ({ ...(await aDatabase()), HOST: '192.0.2.1' }),
    /^HOST: cannot listen on 192.0.2.1:?\d*: it is no address of this machine/,
  ],
  [
    'a name of no machine',
    async () => ({ ...(await aDatabase()), HOST: 'no-such-machine.invalid' }),
    /^HOST: cannot listen on no-such-machine.invalid: it is no address of this machine/,
  ],
  // Plan and units.
  [
    'a plan that is not there',
    async () => ({ PLAN_FILE: join(place, 'none.yaml') }),
    /none.yaml: cannot be read/,
  ],
  ['a folder for a plan', async () => ({ PLAN_FILE: place }), /: is a folder, not a file$/],
  ['a device for a plan', async () => ({ PLAN_FILE: '/dev/zero' }), /^\/dev\/zero: is not a file$/],
  [
    'units that are not there',
    async () => ({ UNITS_FILE: join(place, 'none.yaml') }),
    /none.yaml: cannot be read/,
  ],
  [
    'days off that are not there',
    async () => ({ CALENDAR_FILE: join(place, 'none.yaml') }),
    /none.yaml: cannot be read/,
  ],
  ['a bomb of aliases', () => asPlan('bomb', bomb()), /bomb.yaml: repeats itself by aliases/],
  [
    'a list that holds itself',
    () => asPlan('ring', 'code: &a [*a]\n'),
    /ring.yaml: repeats itself by aliases/,
  ],
  [
    'a map that holds itself',
    () => asPlan('map', 'a: &a { b: { c: *a } }\n'),
    /map.yaml: repeats itself by aliases/,
  ],
  ['brackets without end', () => asPlan('deep', '['.repeat(20_000)), /deep.yaml:1: is nested too deep$/],
  [
    'lists in lists in lists',
    () => asPlan('dashes', `${'- '.repeat(20_000)}x`),
    /dashes.yaml:1: is nested too deep$/,
  ],
  [
    'a tag that would run code',
    () => asPlan('tag', 'code: !!js/function "x"\n'),
    /tag.yaml:1: Unresolved tag/,
  ],
  ['two plans in one file', () => asPlan('two', 'a: 1\n---\nb: 2\n'), /two.yaml:2: [^\n]+$/],
  [
    'a picture for a plan',
    () => asPlan('png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0])),
    /png.yaml: is not text/,
  ],
  ['a plan as large as a disk', () => asPlan('large', '# \n'.repeat(2_500_000)), /large.yaml: is too large/],
];

const aDatabase = async () => {
  const { url, drop } = await emptyDatabase();
  afterwards.push(drop);
  return { DATABASE_URL: url };
};

async function asPlan(name: string, content: string | Buffer): Promise<Record<string, string>> {
  const file = join(place, `${name}.yaml`);
  await writeFile(file, content);
  return { PLAN_FILE: file };
}

function bomb(): string {
  const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (const [at, name] of [...'bcdefghi'].entries()) {
    lines.push(`${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(', ')}]`);
  }
  return lines.join('\n');
}

describe('a start with a wrong setting prints one line and exits with 2', () => {
  it.concurrent.each(cases)('%s', async (_what, settings, line) => {
    const { lines, code } = await refused(await settings());
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
    expect(lines[0]).not.toContain('s3cr3t');
    expect(code).toBe(2);
  });
});
