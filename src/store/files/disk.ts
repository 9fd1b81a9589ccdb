import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FSDriver } from 'flydrive/drivers/fs';

/** Returns the folder where files are written before they get their name. */
export function unfinishedIn(folder: string): string {
  return join(folder, '.incoming');
}

/**
 * Extends flydrive's disk driver: a file gets its key only once all of it is on the disk. After a
 * kill or a power cut in the middle the key has nothing (or the older file), at worst with a piece
 * left in `.incoming`.
 */
export class DurableDisk extends FSDriver {
  readonly #folder: string;

  constructor(folder: string) {
    super({ location: folder, visibility: 'private' });
    this.#folder = folder;
  }

  /** Opens the file first: one that is missing shows here and not when the stream is read. */
  override async getStream(key: string): Promise<Readable> {
    return (await open(join(this.#folder, key))).createReadStream();
  }

  override async put(key: string, contents: string | Uint8Array): Promise<void> {
    await this.putStream(key, Readable.from([Buffer.from(contents)]));
  }

  override async putStream(key: string, contents: Readable): Promise<void> {
    const incoming = unfinishedIn(this.#folder);
    const unfinished = join(incoming, randomUUID());
    const finished = join(this.#folder, key);
    await makeFolder(incoming);
    try {
      await pipeline(contents, createWriteStream(unfinished, { mode: 0o600, flush: true }));
      await makeFolder(dirname(finished));
      await rename(unfinished, finished);
      await keepEntry(dirname(finished));
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }
}

/** Only the app's own account reads the files, which are people's documents. */
async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/** Writes the folder to the disk, so that the new name is durable too. */
async function keepEntry(folder: string): Promise<void> {
  // Windows writes its folders itself and does not open them.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
