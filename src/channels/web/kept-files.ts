import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { KeptBytes, KeptFile } from '../../store/keep-bytes.ts';

/** A file of one chat. */
export interface WebFile extends KeptFile {
  chatId: number;
}

/**
 * Makes the bytes a file of this chat. The same bytes may become a file of several chats.
 * `received`: the person sent it.
 */
export async function addWebFile(
  pool: Pool,
  chatId: number,
  bytes: KeptBytes,
  at: Date,
  received = false,
): Promise<WebFile> {
  const id = randomUUID();
  await pool.query(
    `INSERT INTO web_file (id, chat_id, name, mime, size, storage_key, created_at, received)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, chatId, bytes.name, bytes.mime, bytes.size, bytes.storageKey, at, received],
  );
  return { ...bytes, id, chatId };
}

/** The file with this id, of whichever chat; also one that a chat without buttons has a link to. */
export async function findWebFile(pool: Pool, id: string): Promise<WebFile | undefined> {
  const { rows } = await pool.query<WebFile>(
    `SELECT id, chat_id AS "chatId", name, mime, size, storage_key AS "storageKey" FROM (
       SELECT id, chat_id, name, mime, size, storage_key FROM web_file
       UNION ALL
       SELECT id, chat_id, name, mime, size, storage_key FROM linked_file WHERE channel = 'web') file
     WHERE id = $1`,
    [id],
  );
  return rows[0];
}

/** When a file became one of its chat; undefined when it is not kept. */
export async function webFileSentAt(pool: Pool, id: string): Promise<Date | undefined> {
  const { rows } = await pool.query<{ sentAt: Date }>(
    `SELECT created_at AS "sentAt" FROM web_file WHERE id = $1
     UNION ALL SELECT created_at FROM linked_file WHERE id = $1 LIMIT 1`,
    [id],
  );
  return rows[0]?.sentAt;
}
