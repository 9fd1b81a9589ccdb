import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import type { FileStore } from '../../store/files.ts';
import { storable } from './storable.ts';

/** Bytes that are in the file store, not yet anybody's file. */
export interface KeptBytes {
  storageKey: string;
  name: string;
  mime: string;
  size: number;
}

/** A file of one chat. `id` is its Bot API `file_id`. */
export interface WebFile extends KeptBytes {
  id: string;
  chatId: number;
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
  '.csv': 'text/csv',
  '.txt': 'text/plain',
  '.zip': 'application/zip',
};

/** Streams bytes into the file store, counting them. The type follows from the name; nobody's word is taken for it. */
export async function keepBytes(files: FileStore, name: string, content: Readable): Promise<KeptBytes> {
  const storageKey = `web/${randomUUID()}`;
  let size = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      done(null, chunk);
    },
  });
  // Both must be waited for: the store's own failure would otherwise leave the source hanging.
  await Promise.all([files.put(storageKey, counted), pipeline(content, counted)]);
  const kept =
    storable(name)
      .replaceAll(/[\p{Cc}/\\]/gu, '_')
      .slice(-200) || 'tep';
  return {
    storageKey,
    name: kept,
    mime: types[extname(kept).toLowerCase()] ?? 'application/octet-stream',
    size,
  };
}

/** Makes the bytes a file of this chat. The same bytes may become a file of several chats. */
export async function addWebFile(pool: Pool, chatId: number, bytes: KeptBytes, at: Date): Promise<WebFile> {
  const id = randomUUID();
  await pool.query(
    `INSERT INTO web_file (id, chat_id, name, mime, size, storage_key, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, chatId, bytes.name, bytes.mime, bytes.size, bytes.storageKey, at],
  );
  return { ...bytes, id, chatId };
}

/** The file with this id, of whichever chat. */
export async function findWebFile(pool: Pool, id: string): Promise<WebFile | undefined> {
  const { rows } = await pool.query<WebFile>(
    `SELECT id, chat_id AS "chatId", name, mime, size, storage_key AS "storageKey" FROM web_file WHERE id = $1`,
    [id],
  );
  return rows[0];
}
