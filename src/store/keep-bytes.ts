import { randomUUID } from 'node:crypto';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { cleanFileName } from '../text/file-name.ts';
import type { FileStore } from './files.ts';
import { mimeTypeOf } from './mime-type.ts';

/** Bytes in the file store that do not belong to any record yet. */
export interface KeptBytes {
  storageKey: string;
  name: string;
  mime: string;
  size: number;
}

/** A file with a name for the bot: `id` is its Bot API `file_id`. */
export interface KeptFile extends KeptBytes {
  id: string;
}

/**
 * Streams bytes into the file store under `folder` and counts them. The type follows from the name;
 * a claimed type is ignored.
 */
export async function keepBytes(
  files: FileStore,
  folder: string,
  name: string,
  content: Readable,
): Promise<KeptBytes> {
  const storageKey = `${folder}/${randomUUID()}`;
  let size = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      done(null, chunk);
    },
  });
  // Waits for both; the store's error has precedence. Its stream breaks before it has described the
  // failure and removed the written part.
  const [stored, sent] = await Promise.allSettled([
    files.put(storageKey, counted),
    pipeline(content, counted),
  ]);
  if (stored.status === 'rejected') throw stored.reason;
  if (sent.status === 'rejected') throw sent.reason;
  const kept = cleanFileName(name);
  return {
    storageKey,
    name: kept,
    mime: mimeTypeOf(kept),
    size,
  };
}
