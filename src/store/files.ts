import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { Disk } from 'flydrive';
import { readS3Address } from '../config/s3-address.ts';
import { DomainError } from '../errors.ts';
import { hasRoom, isDiskFull } from './disk-room.ts';
import { DurableDisk, unfinishedIn } from './files/disk.ts';

/** The store of attachments and finished reports, under keys such as `attachments/ab/abcd.pdf`. */
export interface FileStore {
  /**
   * Stores the whole content or nothing; an older file of that key is replaced. Throws
   * `storage-full`.
   */
  put(key: string, content: Readable | Uint8Array): Promise<void>;
  /** Returns the content from its beginning. Throws `FileMissing`. */
  get(key: string): Promise<Readable>;
  /** Returns the length in bytes. Throws `FileMissing`. */
  size(key: string): Promise<number>;
  /** Removes a file; does nothing when it is missing. */
  remove(key: string): Promise<void>;
  /**
   * Lists every key below a folder such as `attachments`, holding one folder's keys in memory at a
   * time.
   */
  list(folder: string): AsyncIterable<string>;
  /**
   * Returns when the bytes were written, by the clock of the disk or bucket; undefined when
   * missing.
   */
  changedAt(key: string): Promise<Date | undefined>;
  /** Folder with pieces of files that are being written; a bucket has none. */
  unfinished?: string;
  /** Tells whether the store holds nothing yet. */
  isEmpty(): Promise<boolean>;
}

/** No file exists under that key. */
export class FileMissing extends Error {
  readonly key: string;
  constructor(key: string, options?: ErrorOptions) {
    super(`no file under ${key}`, options);
    this.name = 'FileMissing';
    this.key = key;
  }
}

/**
 * Opens the store: `DATA_DIR/files`, or the S3 bucket of `filesUrl` that several instances share.
 * For its form see `readS3Address`. Throws an Error with one line when `filesUrl` cannot be read;
 * whether the bucket answers shows at first use. Keys with `..` and similar are refused.
 */
export function openFiles(options: {
  dataDir: string;
  filesUrl?: string | undefined;
  /** For tests: how many bytes must stay free. */
  leastFreeBytes?: number | undefined;
}): FileStore {
  const { dataDir, filesUrl } = options;
  if (!filesUrl) {
    const folder = join(resolve(dataDir), 'files');
    const room = () => hasRoom(folder, options.leastFreeBytes);
    const store = over(async () => new Disk(new DurableDisk(folder)), '', room);
    return { ...store, unfinished: unfinishedIn(folder) };
  }
  const address = readS3Address(filesUrl);
  // The AWS client is large: it is loaded only when it is used.
  let opened: Promise<Disk> | undefined;
  const open = () => {
    opened ??= import('./files/s3.ts').then(({ Bucket }) => new Disk(new Bucket(address)));
    return opened;
  };
  return over(open, address.prefix && `${address.prefix}/`);
}

function over(open: () => Promise<Disk>, prefix: string, room = async () => true): FileStore {
  const size = async (key: string): Promise<number> => {
    const disk = await open();
    try {
      return (await disk.getMetaData(prefix + key)).contentLength;
    } catch (error) {
      throw isMissing(error) ? new FileMissing(key, { cause: error }) : error;
    }
  };
  return {
    size,
    put: async (key, content) => {
      const disk = await open();
      if (!(await room())) {
        // A browser whose connection breaks while it sends gives no reason.
        if (content instanceof Readable) content.resume();
        throw new DomainError('storage-full');
      }
      try {
        await (content instanceof Readable
          ? disk.putStream(prefix + key, content)
          : disk.put(prefix + key, content));
      } catch (error) {
        throw isDiskFull(error) ? new DomainError('storage-full') : error;
      }
    },
    get: async (key) => {
      const disk = await open();
      try {
        return await disk.getStream(prefix + key);
      } catch (error) {
        throw isMissing(error) ? new FileMissing(key, { cause: error }) : error;
      }
    },
    remove: async (key) => (await open()).delete(prefix + key),
    async *list(folder) {
      for await (const key of listKeys(await open(), prefix + folder)) yield key.slice(prefix.length);
    },
    changedAt: async (key) => {
      try {
        return (await (await open()).getMetaData(prefix + key)).lastModified;
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    isEmpty: async () => {
      for await (const key of listKeys(await open(), prefix)) {
        // Pieces of incomplete uploads do not count as content.
        if (!key.startsWith(`${prefix}.incoming/`)) return false;
      }
      return true;
    },
  };
}

async function* listKeys(disk: Disk, folder: string): AsyncGenerator<string> {
  const folders = [folder];
  for (let here = folders.pop(); here !== undefined; here = folders.pop()) {
    let paginationToken: string | undefined;
    do {
      const page = await disk.listAll(here, { paginationToken }).catch((error: unknown) => {
        // A folder of the disk exists once its first file does.
        if (isMissing(error)) return undefined;
        throw error;
      });
      for (const one of page?.objects ?? []) {
        if (one.isFile) yield one.key;
        else folders.push(one.prefix);
      }
      paginationToken = page?.paginationToken;
    } while (paginationToken);
  }
}

/** flydrive wraps the error of the disk (ENOENT) or of S3 (404). */
function isMissing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && error.code === 'ENOENT') return true;
  if (error.name === 'NotFound' || error.name === 'NoSuchKey') return true;
  return isMissing(error.cause);
}
