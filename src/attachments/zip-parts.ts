import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** One part of an archive. */
export interface ZipPart {
  name: string;
  /** Returns the first bytes, at most so many. */
  head(most: number): Promise<Buffer>;
  /**
   * Returns the whole part. Throws `ZipTooLarge` when it, or the total read so far, is larger than
   * a document's parts.
   */
  whole(): Promise<Buffer>;
}

/** An archive that unpacks to more than any document holds. */
export class ZipTooLarge extends Error {}
/** An archive with a part that only a password opens. */
export class ZipEncrypted extends Error {}

const mostParts = 10_000;
/** Maximum unpacked size of all parts in bytes: 50 times the largest accepted file. */
const mostUnpacked = 1024 ** 3;

/**
 * How many bytes may still be unpacked for inspection: shared by a file and the documents inside
 * it.
 */
export interface UnpackBudget {
  left: number;
}

/** Creates the budget of one file: 64 MB. */
export function unpackBudget(): UnpackBudget {
  return { left: 64 * 1024 * 1024 };
}

/** Tells whether the content begins like a ZIP archive. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * Lists the parts of a ZIP archive. A part is unpacked only on request, and never more than
 * `budget` has left. Throws `ZipTooLarge`, `ZipEncrypted`, or the library's error when the archive
 * is damaged.
 */
export async function zipParts(bytes: Uint8Array, budget: UnpackBudget): Promise<ZipPart[]> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    autoClose: false,
  });
  const parts: ZipPart[] = [];
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new ZipEncrypted();
    unpacked += entry.uncompressedSize;
    if (parts.length >= mostParts || unpacked > mostUnpacked) throw new ZipTooLarge();
    if (!entry.fileName.endsWith('/')) parts.push(partOf(zip, entry, budget));
  }
  return parts;
}

function partOf(zip: ZipFile, entry: Entry, budget: UnpackBudget): ZipPart {
  const open = () => zip.openReadStreamPromise(entry);
  return {
    name: entry.fileName,
    head: async (most) => readUpTo(await open(), most),
    whole: async () => {
      if (entry.uncompressedSize > budget.left) throw new ZipTooLarge();
      const content = await readUpTo(await open(), budget.left + 1);
      budget.left -= content.length;
      if (budget.left < 0) throw new ZipTooLarge();
      return content;
    },
  };
}

async function readUpTo(stream: Readable, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= most) break;
  }
  return Buffer.concat(chunks).subarray(0, most);
}
