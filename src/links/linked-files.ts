import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { lostAccess } from '../people/lost-access.ts';
import type { KeptBytes, KeptFile } from '../store/keep-bytes.ts';

/**
 * Writes down a file that is in the store already. A second one with the same id changes nothing.
 */
export async function addLinkedFile(
  pool: Pool,
  file: KeptBytes & { id?: string; channel: string; chatId: number; at: Date; expires: Date },
): Promise<KeptFile> {
  const id = file.id ?? randomUUID();
  await pool.query(
    `INSERT INTO linked_file (id, channel, chat_id, name, mime, size, storage_key, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING`,
    [id, file.channel, file.chatId, file.name, file.mime, file.size, file.storageKey, file.at, file.expires],
  );
  const { name, mime, size, storageKey } = file;
  return { id, name, mime, size, storageKey };
}

/** The file with this id, as long as it is kept. */
export async function findLinkedFile(pool: Pool, id: string): Promise<KeptFile | undefined> {
  const { rows } = await pool.query<KeptFile>(
    'SELECT id, name, mime, size, storage_key AS "storageKey" FROM linked_file WHERE id = $1',
    [id],
  );
  return rows[0];
}

/**
 * Whether the person to whom this file was sent may open it no more: their role ended, or the chat
 * is no longer theirs.
 */
export async function isLinkRevoked(pool: Pool, id: string): Promise<boolean> {
  const { rows } = await pool.query<{ channel: string; chatId: number; sentAt: Date }>(
    'SELECT channel, chat_id AS "chatId", created_at AS "sentAt" FROM linked_file WHERE id = $1',
    [id],
  );
  return rows[0] !== undefined && (await lostAccess(pool, rows[0]));
}
