import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { lockDraft } from '../drafts/draft.ts';
import { textForms } from '../drafts/text-forms.ts';
import { DomainError } from '../errors.ts';
import type { Database } from '../store/database.ts';
import type { FileStore } from '../store/files.ts';
import { mimeTypeOf } from '../store/mime-type.ts';
import { inTransaction } from '../store/sql.ts';
import { decodeText } from '../text/decode-text.ts';
import { cleanFileName, uniqueFileName } from '../text/file-name.ts';
import { listFilesOfDraft, readLeftOut } from './draft-files.ts';
import { holdsIdentityNumber, maskedName } from './identity-in-name.ts';
import { inspectFile } from './inspect-file.ts';
import type { AcceptedExtension } from './verdict.ts';

/**
 * Maximum size of a file in bytes. Telegram lets bots download 20 MB; the web chat has the same
 * limit.
 */
export const maxFileBytes = 20 * 1024 * 1024;

/** A file for a draft. */
export interface NewAttachment {
  draftId: number;
  /** The draft's `rev` when its question was asked: the file may arrive after that question. */
  rev: number;
  updateKey: string;
  name: string;
  bytes: Uint8Array;
  /** Maximum number of files, including those that the exemplar already has. */
  max: number;
  /** The part of the draft that it belongs to; undefined: the whole draft. */
  part?: string | undefined;
  at: Date;
}

/**
 * The result of attaching. `again`: an earlier update had the same content. `storedAs`: its name,
 * unique in the draft. `count`: the present number of files.
 */
export interface Attached {
  storedAs: string;
  count: number;
  again: boolean;
}

/**
 * Stores a file with a draft: bytes first, then the row, so that a row always has its file. The
 * same update stores it once, and so does the same content; of simultaneous files no more are
 * accepted than allowed. Equal names are made unique. Throws `file-too-big`, `file-empty`,
 * `file-identity-number`, `file-type`, `file-password`, `file-macros`, `file-broken`,
 * `too-many-files` or `question-over`.
 */
export async function attachToDraft(
  deps: { db: Database; files: FileStore },
  file: NewAttachment,
): Promise<Attached> {
  const { db, files } = deps;
  const name = checkFileName(file.name);
  if (file.bytes.length > maxFileBytes) throw new DomainError('file-too-big', { name });
  if (file.bytes.length === 0) throw new DomainError('file-empty', { name });
  const extension = await checkedContent(file.bytes, name, await takesText(db, file.draftId));

  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const known = await inTransaction(db.pool, (client) => placeFor(client, file, sha256));
  if ('storedAs' in known) return known;

  // A new key each time: bytes that another row is about to remove are never reused.
  const storageKey = `attachments/${sha256.slice(0, 2)}/${sha256}-${randomUUID()}.${extension}`;
  await files.put(storageKey, file.bytes);
  let kept = false;
  try {
    return await inTransaction(db.pool, async (client) => {
      // Other files may have come while this one was written.
      const place = await placeFor(client, file, sha256);
      if ('storedAs' in place) return place;
      const storedAs = uniqueFileName(name, place.names);
      await client.query(
        `insert into attachment (draft_id, name, mime, size, sha256, storage_key, update_key, uploaded_by_id, uploaded_at, part)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          file.draftId,
          storedAs,
          mimeTypeOf(storageKey),
          file.bytes.length,
          sha256,
          storageKey,
          file.updateKey,
          place.personId,
          file.at,
          file.part ?? null,
        ],
      );
      kept = true;
      return { storedAs, count: place.names.length + 1, again: false };
    });
  } finally {
    // After a refusal no row names these bytes, so they are removed here; after a kill the daily
    // comparison removes them.
    if (!kept) await files.remove(storageKey);
  }
}

/**
 * Checks and cleans the name of a file. Throws `file-identity-number`, without the number itself:
 * such numbers are never collected (Personal data).
 */
export function checkFileName(given: string): string {
  const name = cleanFileName(given);
  if (holdsIdentityNumber(name)) throw new DomainError('file-identity-number', { name: maskedName(name) });
  return name;
}

/** Tells whether the form of a draft takes plain text. */
async function takesText({ prisma }: Database, draftId: number): Promise<boolean> {
  const draft = await prisma.draft.findUnique({ where: { id: draftId }, select: { form: true } });
  return draft !== null && textForms.includes(draft.form);
}

async function checkedContent(
  bytes: Uint8Array,
  name: string,
  text: boolean,
): Promise<AcceptedExtension | 'txt'> {
  if (text) {
    if (decodeText(bytes) !== undefined) return 'txt';
    throw new DomainError('file-not-text', { name });
  }
  const verdict = await inspectFile(bytes, name);
  if (verdict.ok) return verdict.extension;
  const { why, instead = '' } = verdict;
  if (why === 'password') throw new DomainError('file-password', { name, instead });
  if (why === 'macros') throw new DomainError('file-macros', { name, instead });
  throw why === 'broken' ? new DomainError('file-broken', { name }) : new DomainError('file-type', { name });
}

/** Checks for room, with the draft locked; the same content is found instead. */
async function placeFor(
  client: pg.PoolClient,
  file: NewAttachment,
  sha256: string,
): Promise<Attached | { names: string[]; personId: number | null }> {
  const draft = await lockDraft(client, file.draftId);
  if (draft?.state !== 'open' || draft.rev !== file.rev) throw new DomainError('question-over');
  const names = (await listFilesOfDraft(client, draft, file.part)).map(({ name }) => name);
  const { rows } = await client.query<{ name: string; updateKey: string }>(
    `select name, update_key as "updateKey" from attachment
     where update_key = $2 or (draft_id = $1 and sha256 = $3 and part is not distinct from $5
       and removed_at is null and id <> all ($4))`,
    [file.draftId, file.updateKey, sha256, readLeftOut(draft.answers), file.part ?? null],
  );
  const [same] = rows;
  if (same) {
    const again = !rows.some(({ updateKey }) => updateKey === file.updateKey);
    return { storedAs: same.name, count: names.length, again };
  }
  if (names.length >= file.max) throw new DomainError('too-many-files', { max: file.max });
  return { names, personId: draft.personId };
}
