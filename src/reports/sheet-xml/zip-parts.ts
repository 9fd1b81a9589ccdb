import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { PassThrough, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';

/**
 * The zip file of a workbook while it is written. Parts come one after the other, each as it grows.
 */
export interface ZipParts {
  /** Begins a part whose bytes follow; the part before it must have ended. */
  begin(name: string): Writable;
  /** Adds a part that is complete. */
  add(name: string, content: string | Uint8Array): void;
  /** Resolves when the file is complete on disk. */
  close(): Promise<void>;
  /** Closes and removes the incomplete file. */
  abandon(): Promise<void>;
  /** Rejects when the file cannot be written. Never resolves. */
  readonly failed: Promise<never>;
}

/** Bytes of a part that may wait for their compression. */
const waitingBytes = 256 * 1024;
/** As Excel itself compresses: a higher level takes longer for hardly less. */
const compressionLevel = 6;

/** Opens a zip file that did not exist; `made` is the time of all its parts. */
export function openZip(path: string, made: Date): ZipParts {
  const zip = new yazl.ZipFile();
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  const options = { mtime: made, compress: true, compressionLevel };
  const written = pipeline(zip.outputStream, file);
  const failed = new Promise<never>((_, reject) => {
    written.catch(reject);
    zip.on('error', reject);
  });
  // It is awaited at the end; until then a full disk must not end the process.
  failed.catch(() => {});
  return {
    failed,
    begin(name) {
      const part = new PassThrough({ highWaterMark: waitingBytes });
      zip.addReadStream(part, name, options);
      return part;
    },
    add: (name, content) => zip.addBuffer(Buffer.from(content), name, options),
    async close() {
      zip.end();
      await Promise.race([failed, written]);
    },
    async abandon() {
      file.destroy();
      await written.catch(() => {});
      await rm(path, { force: true });
    },
  };
}
