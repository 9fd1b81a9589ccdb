import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DomainError } from '../errors.ts';
import { type FileStore, openFiles } from './files.ts';
import { keepBytes } from './keep-bytes.ts';

let folder: string;
let store: FileStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dht-keep-'));
  store = openFiles({ dataDir: folder, leastFreeBytes: 0 });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const chunks = (n: number, end?: () => never) =>
  Readable.from(
    (function* () {
      for (let i = 0; i < n; i++) yield Buffer.alloc(100_000, i);
      end?.();
    })(),
  );
const failure = (code: string) => Object.assign(new Error(code), { code });

/**
 * A disk that accepts so many bytes and then is full, as the store sees it: first the stream
 * breaks, then the clean-up runs.
 */
function fullAfter(bytes: number): FileStore & { cleaned: boolean } {
  let left = bytes;
  const disk = {
    ...store,
    cleaned: false,
    async put(_key: string, content: Readable | Uint8Array) {
      const write = new Writable({
        write(chunk: Buffer, _encoding, done) {
          left -= chunk.length;
          done(left < 0 ? failure('ENOSPC') : null);
        },
      });
      try {
        await pipeline(content instanceof Readable ? content : Readable.from([content]), write);
      } catch {
        for (let turn = 0; turn < 5; turn++) await nextTurn();
        disk.cleaned = true;
        throw new DomainError('storage-full');
      }
    },
  };
  return disk;
}

describe('bytes that are kept', () => {
  it.each([0, 1, 250_000, 1_999_999])(
    'on a disk that is full after %i bytes are refused in words',
    async (room) => {
      const disk = fullAfter(room);
      await expect(keepBytes(disk, 'web', 'a.pdf', chunks(20))).rejects.toMatchObject({
        code: 'storage-full',
      });
      expect(disk.cleaned).toBe(true);
    },
  );

  it.each([0, 1, 7])('whose sender goes away after %i chunks leave nothing', async (sent) => {
    const gone = chunks(sent, () => {
      throw failure('ECONNRESET');
    });
    await expect(keepBytes(store, 'web', 'a.pdf', gone)).rejects.toThrow();
    expect(await readdir(join(folder, 'files', '.incoming')).catch(() => [])).toEqual([]);
    expect(await readdir(join(folder, 'files', 'web')).catch(() => [])).toEqual([]);
  });

  it('are counted and named', async () => {
    expect(await keepBytes(store, 'web', '../b\u202e.PDF', chunks(3))).toMatchObject({
      name: 'b.PDF',
      mime: 'application/pdf',
      size: 300_000,
    });
  });
});
