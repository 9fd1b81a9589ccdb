import { createHash } from 'node:crypto';
import { DomainError } from '../errors.ts';
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
 * it once. Throws `file-too-big`, `file-empty`, `file-type` or `too-many-files`.
 */
export async function attachToDraft(
  deps: { db: Database; files: FileStore },
  file: {
    draftId: number;
    personId: number | null;
    updateKey: string;
    name: string;
    bytes: Uint8Array;
    max: number;
    at: Date;
  },
): Promise<{ name: string; count: number }> {
  const { db, files } = deps;
  if (file.bytes.length > maxFileBytes) throw new DomainError('file-too-big', { name: file.name });
  if (file.bytes.length === 0) throw new DomainError('file-empty', { name: file.name });
  const type = await attachmentType(file.bytes, file.name);
  if (!type) throw new DomainError('file-type', { name: file.name });

  const before = await db.pool.query<{ mine: boolean; count: number }>(
    `select coalesce(bool_or(update_key = $2), false) as mine, count(*) as count
     from attachment where draft_id = $1 and removed_at is null`,
    [file.draftId, file.updateKey],
  );
  const { mine = false, count = 0 } = before.rows[0] ?? {};
  if (mine) return { name: file.name, count };
  if (count >= file.max) throw new DomainError('too-many-files', { max: file.max });

  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const storageKey = `attachments/${sha256.slice(0, 2)}/${sha256}.${type.extension}`;
  await files.put(storageKey, file.bytes);
  await db.pool.query(
    `insert into attachment (draft_id, name, mime, size, sha256, storage_key, update_key, uploaded_by_id, uploaded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (update_key) do nothing`,
    [
      file.draftId,
      file.name.slice(0, 200),
      type.mime,
      file.bytes.length,
      sha256,
      storageKey,
      file.updateKey,
      file.personId,
      file.at,
    ],
  );
  return { name: file.name, count: count + 1 };
}

/** Files of a draft, in the order in which they came. */
export async function draftFiles(db: Database, draftId: number): Promise<AttachmentView[]> {
  return filesWhere(db, 'draft_id', draftId);
}

/** Files of an exemplar, in the order in which they came. */
export async function exemplarFiles(db: Database, exemplarId: number): Promise<AttachmentView[]> {
  return filesWhere(db, 'exemplar_id', exemplarId);
}

async function filesWhere(
  db: Database,
  column: 'draft_id' | 'exemplar_id',
  id: number,
): Promise<AttachmentView[]> {
  const { rows } = await db.pool.query<AttachmentView>(
    `select id, name, mime, size, storage_key as "storageKey" from attachment
     where ${column} = $1 and removed_at is null order by id`,
    [id],
  );
  return rows;
}

/** How many files a draft has. */
export async function countDraftFiles(db: Database, draftId: number): Promise<number> {
  return (await draftFiles(db, draftId)).length;
}
