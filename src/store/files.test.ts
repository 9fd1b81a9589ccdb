import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BucketStandIn, startBucket } from '../../tests/support/bucket.ts';
import { FileMissing, type FileStore, openFiles } from './files.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dien-hinh-files-'));
});
afterAll(() => rm(dataDir, { recursive: true }));

let bucket: BucketStandIn;
beforeAll(async () => {
  bucket = await startBucket();
});
afterAll(() => bucket.close());

const stores: [string, () => FileStore][] = [
  ['on the disk', () => openFiles({ dataDir })],
  [
    'in a bucket',
    () =>
      openFiles({ dataDir, filesUrl: `s3://ka:se%2Fcret@${bucket.host}/papers/dak-doa?tls=off&region=vn` }),
  ],
];

it.each([
  ['on the disk', () => openFiles({ dataDir: join(dataDir, 'nothing-yet') })],
  [
    'in a bucket',
    () =>
      openFiles({
        dataDir,
        filesUrl: `s3://ka:se%2Fcret@${bucket.host}/papers/nothing-yet?tls=off&region=vn`,
      }),
  ],
])('files %s are empty at first', async (_where, open) => {
  expect(await open().isEmpty()).toBe(true);
});

describe.each(stores)('files %s', (where, open) => {
  const read = async (files: FileStore, key: string) => (await buffer(await files.get(key))).toString();
  const key = (name: string) => `attachments/${where.replaceAll(' ', '-')}/${name}`;

  it('gives back what was put, as bytes or as a stream', async () => {
    const files = open();
    await files.put(key('a.txt'), Buffer.from('Điển hình'));
    await files.put(key('b.txt'), Readable.from([Buffer.from('tiên '), Buffer.from('tiến')]));
    expect(await read(files, key('a.txt'))).toBe('Điển hình');
    expect(await read(files, key('b.txt'))).toBe('tiên tiến');
    expect(await files.size(key('b.txt'))).toBe(Buffer.byteLength('tiên tiến'));
  });

  it('says whether it is empty, and lists the keys below a folder', async () => {
    const files = open();
    await files.put(`listed/${where.length}/x/a.txt`, Buffer.from('a'));
    await files.put(`listed/${where.length}/b.txt`, Buffer.from('b'));
    const listed: string[] = [];
    for await (const found of files.list(`listed/${where.length}`)) listed.push(found);
    expect(listed.sort()).toEqual([`listed/${where.length}/b.txt`, `listed/${where.length}/x/a.txt`]);
    expect(await files.isEmpty()).toBe(false);
  });

  it('replaces an older file', async () => {
    const files = open();
    await files.put(key('c.txt'), Buffer.from('a much longer older content'));
    await files.put(key('c.txt'), Buffer.from('new'));
    expect(await read(files, key('c.txt'))).toBe('new');
  });

  it('keeps an empty file and one of 20 MB', async () => {
    const files = open();
    await files.put(key('empty'), Readable.from([]));
    expect(await files.size(key('empty'))).toBe(0);
    const large = Buffer.alloc(20 * 1024 * 1024, 7);
    await files.put(key('large'), Readable.from([large.subarray(0, 1000), large.subarray(1000)]));
    expect((await buffer(await files.get(key('large')))).equals(large)).toBe(true);
  });

  it('reports a missing file, and allows removing it twice', async () => {
    const files = open();
    await files.put(key('d.txt'), Buffer.from('x'));
    await files.remove(key('d.txt'));
    await files.remove(key('d.txt'));
    await expect(files.get(key('d.txt'))).rejects.toThrow(FileMissing);
    await expect(files.size(key('d.txt'))).rejects.toThrow(FileMissing);
  });

  it('keeps the older file when a new one breaks off', async () => {
    const files = open();
    await files.put(key('e.txt'), Buffer.from('whole'));
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('ha');
        throw new Error('line cut');
      })(),
    );
    await expect(files.put(key('e.txt'), broken)).rejects.toThrow();
    expect(await read(files, key('e.txt'))).toBe('whole');
  });

  it('refuses a key that leads out of the store', async () => {
    await expect(open().put('../outside.txt', Buffer.from('x'))).rejects.toThrow();
    await expect(open().get('attachments/../../outside.txt')).rejects.toThrow();
  });
});

describe('the disk', () => {
  it('lets no other account read the folder', async () => {
    await openFiles({ dataDir }).put('private/a', Buffer.from('x'));
    expect((await stat(join(dataDir, 'files'))).mode & 0o077).toBe(0);
    expect((await stat(join(dataDir, 'files', 'private', 'a'))).mode & 0o077).toBe(0);
  });

  it('shows nothing under the key when the app is killed in the middle', async () => {
    const folder = join(dataDir, 'killed');
    const script = `
      import { PassThrough } from 'node:stream';
      import { openFiles } from ${JSON.stringify(fileURLToPath(new URL('./files.ts', import.meta.url)))};
      const half = new PassThrough();
      half.write(Buffer.alloc(100_000, 1));
      setInterval(() => {}, 1000);
      await openFiles({ dataDir: ${JSON.stringify(folder)} }).put('a/b.bin', half);
    `;
    const app = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'inherit' });
    const incoming = join(folder, 'files', '.incoming');
    const pieces = async () => {
      const names = await readdir(incoming).catch(() => []);
      return Promise.all(names.map(async (name) => (await stat(join(incoming, name))).size));
    };
    while (!(await pieces()).some((size) => size > 0)) {
      if (app.exitCode !== null) throw new Error('the app ended early');
      await pause(20);
    }
    app.kill('SIGKILL');
    await once(app, 'exit');
    await expect(openFiles({ dataDir: folder }).size('a/b.bin')).rejects.toThrow(FileMissing);
  });
});

describe('the bucket', () => {
  it('is asked with signed requests, by path, with the prefix before every key', async () => {
    const [, open] = stores[1] ?? [];
    await open?.().put('x/y.pdf', Buffer.from('%PDF'));
    expect(bucket.objects.get('/papers/dak-doa/x/y.pdf')?.toString()).toBe('%PDF');
    expect(bucket.requests.length).toBeGreaterThan(0);
    for (const { headers } of bucket.requests) {
      expect(headers.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=ka\/\d{8}\/vn\/s3\/aws4_request/);
    }
  });
});
