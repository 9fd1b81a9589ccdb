import { createHash } from 'node:crypto';
import { DomainError } from '../errors.ts';
import { shorten } from '../forms/shorten.ts';
import type { Database } from '../store/database.ts';
import type { FileStore } from '../store/files.ts';
import { attachmentType } from './attachment-type.ts';

/** Telegram lets bots fetch 20 MB; the web chat is held to the same. */
export const maxFileBytes = 20 * 1024 * 1024;

export interface AttachmentView {
  id: number;
  name: string;
  mime: string;
  size: number;
  storageKey: string;
}

/**
 * Stores a file with a draft: bytes first, then the row, so that a row always has its file. The same update stores
 * it once; the same content sent again (`again`) is not stored twice: `storedAs` is the name it has. Throws `file-too-big`, `file-empty`, `file-type` or `too-many-files`.
 */
export async function attachToDraft(
  deps: { db: Database; files: FileStore },
  file: {
    draftId: number;
    personId: number | null;
    updateKey: string;
    name: string;
    bytes: Uint8Array;
    /** How many files there may be, and how many there are. */
    max: number;
    before: number;
    at: Date;
  },
): Promise<{ storedAs: string; count: number; again: boolean }> {
  const { db, files } = deps;
  if (file.bytes.length > maxFileBytes) throw new DomainError('file-too-big', { name: file.name });
  if (file.bytes.length === 0) throw new DomainError('file-empty', { name: file.name });
  const type = await attachmentType(file.bytes, file.name);
  if (!type) throw new DomainError('file-type', { name: file.name });

  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const same = await db.pool.query<{ name: string; updateKey: string }>(
    `select name, update_key as "updateKey" from attachment
     where draft_id = $1 and (update_key = $2 or sha256 = $3) and removed_at is null`,
    [file.draftId, file.updateKey, sha256],
  );
  if (same.rows[0]) {
    const again = !same.rows.some(({ updateKey }) => updateKey === file.updateKey);
    return { storedAs: same.rows[0].name, count: file.before, again };
  }
  if (file.before >= file.max) throw new DomainError('too-many-files', { max: file.max });

  const storageKey = `attachments/${sha256.slice(0, 2)}/${sha256}.${type.extension}`;
  await files.put(storageKey, file.bytes);
  await db.pool.query(
    `insert into attachment (draft_id, name, mime, size, sha256, storage_key, update_key, uploaded_by_id, uploaded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (update_key) do nothing`,
    [
      file.draftId,
      shorten(file.name, 200),
      type.mime,
      file.bytes.length,
      sha256,
      storageKey,
      file.updateKey,
      file.personId,
      file.at,
    ],
  );
  return { storedAs: file.name, count: file.before + 1, again: false };
}

/** Files of an exemplar, in the order in which they came. */
export async function exemplarFiles(db: Database, exemplarId: number): Promise<AttachmentView[]> {
  const { rows } = await db.pool.query<AttachmentView>(
    `select id, name, mime, size, storage_key as "storageKey" from attachment
     where exemplar_id = $1 and removed_at is null order by id`,
    [exemplarId],
  );
  return rows;
}
