import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { z } from 'zod';
import { type Answers, type Draft, lockDraft } from '../drafts/draft.ts';
import { findMendedExemplar } from '../drafts/mended-exemplar.ts';
import { DomainError } from '../errors.ts';
import type { Database } from '../store/database.ts';
import type { FileStore } from '../store/files.ts';
import { mimeTypeOf } from '../store/mime-type.ts';
import { inTransaction, type Sql } from '../store/sql.ts';
import { cleanFileName, uniqueFileName } from '../text/file-name.ts';
import { holdsIdentityNumber, maskedName } from './identity-in-name.ts';
import { inspectFile } from './inspect-file.ts';
import { type AttachmentOwner, ownerColumn } from './owners.ts';
import type { AcceptedExtension } from './verdict.ts';

/** Telegram lets bots fetch 20 MB; the web chat is held to the same. */
export const maxFileBytes = 20 * 1024 * 1024;

/** Files that an exemplar may have. */
export const mostFiles = 10;

export interface AttachmentView {
  id: number;
  name: string;
  mime: string;
  size: number;
  storageKey: string;
}

/** A file for a draft. */
export interface NewAttachment {
  draftId: number;
  /** The draft's `rev` when its question was asked: the file may come after that question. */
  rev: number;
  updateKey: string;
  name: string;
  bytes: Uint8Array;
  /** How many files there may be, with those that the exemplar being mended already has. */
  max: number;
  at: Date;
}

/**
 * `again`: the same content was there already, by another update. `storedAs`: the name it has,
 * which no other file of the draft has. `count`: files there are now.
 */
export interface Attached {
  storedAs: string;
  count: number;
  again: boolean;
}

/**
 * Stores a file with a draft: bytes first, then the row, so that a row always has its file. The
 * same update stores it once, and so does the same content; of files that come at once no more are
 * taken than there may be. Two of one name get two names. Throws `file-too-big`, `file-empty`,
 * `file-identity-number`, `file-type`, `file-password`, `file-macros`, `file-broken`,
 * `too-many-files` or `question-over`.
 */
export async function attachToDraft(
  deps: { db: Database; files: FileStore },
  file: NewAttachment,
): Promise<Attached> {
  const { db, files } = deps;
  const name = checkedName(file.name);
  if (file.bytes.length > maxFileBytes) throw new DomainError('file-too-big', { name });
  if (file.bytes.length === 0) throw new DomainError('file-empty', { name });
  const extension = await checkedContent(file.bytes, name);

  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const known = await inTransaction(db.pool, (client) => placeFor(client, file, sha256));
  if ('storedAs' in known) return known;

  // A key of its own: bytes that another row is about to lose are never taken over.
  const storageKey = `attachments/${sha256.slice(0, 2)}/${sha256}-${randomUUID()}.${extension}`;
  await files.put(storageKey, file.bytes);
  let kept = false;
  try {
    return await inTransaction(db.pool, async (client) => {
      // Others may have come while this one was written.
      const place = await placeFor(client, file, sha256);
      if ('storedAs' in place) return place;
      const storedAs = uniqueFileName(name, place.names);
      await client.query(
        `insert into attachment (draft_id, name, mime, size, sha256, storage_key, update_key, uploaded_by_id, uploaded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
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
        ],
      );
      kept = true;
      return { storedAs, count: place.names.length + 1, again: false };
    });
  } finally {
    // After a refusal or a kill no row names these bytes: these go here, those by the daily
    // comparison.
    if (!kept) await files.remove(storageKey);
  }
}

/**
 * The name under which a file may be kept. Throws `file-identity-number`, which shows nothing of
 * the number: such numbers are never collected (Personal data).
 */
export function checkedName(given: string): string {
  const name = cleanFileName(given);
  if (holdsIdentityNumber(name)) throw new DomainError('file-identity-number', { name: maskedName(name) });
  return name;
}

async function checkedContent(bytes: Uint8Array, name: string): Promise<AcceptedExtension> {
  const verdict = await inspectFile(bytes, name);
  if (verdict.ok) return verdict.extension;
  const { why, instead = '' } = verdict;
  if (why === 'password') throw new DomainError('file-password', { name, instead });
  if (why === 'macros') throw new DomainError('file-macros', { name, instead });
  throw why === 'broken' ? new DomainError('file-broken', { name }) : new DomainError('file-type', { name });
}

/** Whether there is room for it, with the draft locked: what is there already is found instead. */
async function placeFor(
  client: pg.PoolClient,
  file: NewAttachment,
  sha256: string,
): Promise<Attached | { names: string[]; personId: number | null }> {
  const draft = await lockDraft(client, file.draftId);
  if (draft?.state !== 'open' || draft.rev !== file.rev) throw new DomainError('question-over');
  const names = (await filesOfDraft(client, draft)).map(({ name }) => name);
  const { rows } = await client.query<{ name: string; updateKey: string }>(
    `select name, update_key as "updateKey" from attachment
     where update_key = $2 or (draft_id = $1 and sha256 = $3 and removed_at is null and id <> all ($4))`,
    [file.draftId, file.updateKey, sha256, leftOut(draft.answers)],
  );
  const [same] = rows;
  if (same) {
    const again = !rows.some(({ updateKey }) => updateKey === file.updateKey);
    return { storedAs: same.name, count: names.length, again };
  }
  if (names.length >= file.max) throw new DomainError('too-many-files', { max: file.max });
  return { names, personId: draft.personId };
}

/**
 * Key of a draft's answers under which the ids of files stand that are to be left out when it is
 * sent.
 */
const leftOutKey = '~leftOut';

/**
 * Files of a draft, in the order in which they came: its own, and those that the exemplar being
 * mended has already, without those that are to be left out.
 */
export async function filesOfDraft(
  db: Sql,
  draft: Pick<Draft, 'id' | 'subject' | 'answers'>,
): Promise<{ id: number; name: string }[]> {
  const { rows } = await db.query<{ id: number; name: string }>(
    `select id, name from attachment
     where (draft_id = $1 or exemplar_id = $2) and removed_at is null and id <> all ($3) order by id`,
    [draft.id, findMendedExemplar(draft) ?? null, leftOut(draft.answers)],
  );
  return rows;
}

/** Ids of the files that are to be left out. */
export function leftOut(answers: Answers): number[] {
  return z.array(z.int()).safeParse(answers[leftOutKey]).data ?? [];
}

/** The change of a draft's answers by which one more file is left out. */
export function leaveOutKeyed(answers: Answers, id: number): Answers {
  return { [leftOutKey]: [...leftOut(answers), id] };
}

/**
 * What is to be left out is left out from `at` on; the file itself and its row stay for the
 * history. In the transaction that sends the draft.
 */
export async function leaveOutFiles(
  client: pg.PoolClient,
  draft: Pick<Draft, 'id' | 'subject' | 'answers'>,
  at: Date,
): Promise<void> {
  await client.query(
    `update attachment set removed_at = $4
     where (draft_id = $1 or exemplar_id = $2) and id = any ($3) and removed_at is null`,
    [draft.id, findMendedExemplar(draft) ?? null, leftOut(draft.answers), at],
  );
}

/**
 * Gives the files of a draft to their owner, in the transaction that sends the draft. Another
 * person's files may have come under the same names since: no two keep one name.
 */
export async function handOverFiles(
  client: pg.PoolClient,
  draftId: number,
  owner: AttachmentOwner,
): Promise<void> {
  const { column, id: ownerId } = ownerColumn(owner);
  const { rows } = await client.query<{ id: number; name: string; arrives: boolean }>(
    `select id, name, ${column} is null as arrives from attachment
     where (draft_id = $1 or ${column} = $2) and removed_at is null order by arrives, id`,
    [draftId, ownerId],
  );
  const taken: string[] = [];
  for (const { id, name, arrives } of rows) {
    const unique = arrives ? uniqueFileName(name, taken) : name;
    taken.push(unique);
    if (arrives)
      await client.query(`update attachment set ${column} = $2, name = $3 where id = $1`, [
        id,
        ownerId,
        unique,
      ]);
  }
}

/** Reads the files of an owner, in the order in which they came. */
export async function filesOfOwner(
  { prisma }: Pick<Database, 'prisma'>,
  owner: AttachmentOwner,
): Promise<AttachmentView[]> {
  return prisma.attachment.findMany({
    where: { ...owner, removedAt: null },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, mime: true, size: true, storageKey: true },
  });
}
