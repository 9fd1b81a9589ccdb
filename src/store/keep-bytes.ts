import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { cleanFileName } from '../text/file-name.ts';
import type { FileStore } from './files.ts';

/** Bytes that are in the file store, not yet anybody's file. */
export interface KeptBytes {
  storageKey: string;
  name: string;
  mime: string;
  size: number;
}

/** A file that the bot can name: `id` is its Bot API `file_id`. */
export interface KeptFile extends KeptBytes {
  id: string;
}

const types: Record<string, string> = {
  '.pdf': 'application/pdf',
  '.doc': 'application/msword',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xls': 'application/vnd.ms-excel',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.heic': 'image/heic',
  '.heif': 'image/heif',
  '.rtf': 'application/rtf',
  '.csv': 'text/csv',
  '.txt': 'text/plain',
  '.zip': 'application/zip',
};

/**
 * Streams bytes into the file store under `folder`, counting them. The type follows from the name;
 * nobody's word is taken for it.
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
  // Both are waited for, and what the store says comes first: its stream breaks before it has put
  // the failure into its own words and taken away what it had written.
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
    mime: types[extname(kept).toLowerCase()] ?? 'application/octet-stream',
    size,
  };
}
