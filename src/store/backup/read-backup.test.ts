import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyBackup } from './read-backup.ts';
import { sealMark } from './seal.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dht-backup-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Given = [name: string, content: string | Buffer];

/** A backup with these entries, as an attacker or a broken disk could write it. */
async function backup(...entries: Given[]): Promise<Buffer> {
  const archive = pack();
  for (const [name, content] of entries) archive.entry({ name }, content);
  archive.finalize();
  return gzipSync(await buffer(archive));
}

const header = (more: object = {}): Given => [
  'header.json',
  JSON.stringify({
    app: 'dien-hinh',
    format: 1,
    version: '0.1.0',
    madeAt: '2021-08-18T01:00:00.000Z',
    migrations: [],
    tables: [],
    sequences: [],
    ...more,
  }),
];
const end = (more: object = {}): Given => [
  'end.json',
  JSON.stringify({ tables: {}, jobs: 0, files: 0, missing: 0, ...more }),
];

const files: [what: string, content: () => Buffer | string | Promise<Buffer>, says: RegExp][] = [
  ['an empty file', () => '', /is no backup/],
  ['a text', () => 'hello', /is no backup/],
  ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47]), /is no backup/],
  ['an archive of another kind', () => 'PK\u0003\u0004xxxx', /is no backup/],
  ['a tar that is not compressed', () => Buffer.alloc(1024), /is no backup/],
  ['two bytes of gzip', () => Buffer.from([0x1f, 0x8b]), /cut short or damaged/],
  ['nothing, compressed', () => gzipSync(''), /is no backup/],
  ['a text, compressed', () => gzipSync('hello '.repeat(200)), /cut short or damaged/],
  ['an empty tar', () => backup(), /is no backup/],
  ['a tar of another program', () => backup(['x', 'y']), /is no backup/],
  ['a header that is no JSON', () => backup(['header.json', '{']), /is no backup/],
  ['a header of nothing', () => backup(['header.json', 'null']), /is no backup/],
  ['a header that is a list', () => backup(['header.json', '[]']), /is no backup/],
  ['a header of another program', () => backup(header({ app: 'x' })), /is no backup/],
  ['a format of later', () => backup(header({ format: 999 })), /newer release/],
  ['a format in words', () => backup(header({ format: '1' })), /is no backup/],
  ['a format below any', () => backup(header({ format: -1 })), /is no backup/],
  ['a migration of later', () => backup(header({ migrations: ['29991231_x'] })), /newer release/],
  ['a header without its tables', () => backup(header({ tables: 3 }), end()), /header cannot be read/],
  ['no end', () => backup(header()), /its end is missing/],
  ['an end that says nothing', () => backup(header(), ['end.json', '{}']), /its end cannot be read/],
  ['two ends', () => backup(header(), end(), end()), /behind its end/],
  ['a file behind the end', () => backup(header(), end(), ['files/x', 'y']), /behind its end/],
  ['a file less than it says', () => backup(header(), end({ files: 1 })), /0 of 1 files/],
  [
    'a table that is not there',
    () => backup(header({ tables: [{ name: 'unit', columns: ['id'] }] }), end()),
    /table unit is not as it was/,
  ],
  ['a header without end', () => backup(['header.json', Buffer.alloc(40_000_000, 32)]), /larger than any/],
  [
    'garbage behind a whole one',
    async () => Buffer.concat([await backup(header(), end()), Buffer.from('garbage')]),
    /cut short or damaged/,
  ],
  ['a sealed one of nothing', () => Buffer.from(sealMark), /cut short/],
  ['a sealed one of zeros', () => Buffer.concat([Buffer.from(sealMark), Buffer.alloc(200_000)]), /damaged/],
];

describe('a file that is not a backup', () => {
  it.each(files)('%s is refused in one line', async (_what, content, says) => {
    const path = join(folder, crypto.randomUUID());
    await writeFile(path, await content());
    const refused = await verifyBackup(path, 'a passphrase that is long').catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'BackupError', message: expect.stringMatching(says) });
    expect(String(refused)).not.toContain('\n');
  });

  const places: [what: string, make: (path: string) => unknown, says: RegExp][] = [
    ['what is not there', () => undefined, /ENOENT/],
    ['a folder', (path) => mkdir(path), /is not a file/],
    ['a link to itself', (path) => symlink(path, path), /ELOOP/],
    ['a pipe that nobody writes to', (path) => execFileSync('mkfifo', [path]), /is not a file/],
  ];
  it.each(places)('%s too', async (_what, make, says) => {
    const path = join(folder, crypto.randomUUID());
    await make(path);
    await expect(verifyBackup(path, undefined)).rejects.toThrow(says);
  });

  it('while a complete one is read', async () => {
    const path = join(folder, 'whole');
    await writeFile(path, await backup(header(), end()));
    expect((await verifyBackup(path, undefined)).end.files).toBe(0);
  });
});
