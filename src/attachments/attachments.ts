import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { z } from 'zod';
import { type Answers, type Draft, lockDraft } from '../drafts/draft.ts';
import { findEvaluation } from '../drafts/evaluated.ts';
import { findMendedActivity, findMendedExemplar } from '../drafts/mended-exemplar.ts';
import { textForms } from '../drafts/text-forms.ts';
import { DomainError } from '../errors.ts';
import type { Database } from '../store/database.ts';
import type { FileStore } from '../store/files.ts';
import { mimeTypeOf } from '../store/mime-type.ts';
import { shareReads } from '../store/shared-read.ts';
import { inTransaction, type Sql } from '../store/sql.ts';
import { decodeText } from '../text/decode-text.ts';
import { cleanFileName, uniqueFileName } from '../text/file-name.ts';
import { holdsIdentityNumber, maskedName } from './identity-in-name.ts';
import { inspectFile } from './inspect-file.ts';
import { type AttachmentOwner, ownerColumn } from './owners.ts';
import type { AcceptedExtension } from './verdict.ts';

/**
 * Maximum size of a file in bytes. Telegram lets bots download 20 MB; the web chat has the same
 * limit.
 */
export const maxFileBytes = 20 * 1024 * 1024;

/** Maximum number of files of an exemplar. */
export const mostFiles = 10;

/** A file as it is shown in lists. */
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
  const name = checkedName(file.name);
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
export function checkedName(given: string): string {
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
  if (text && decodeText(bytes) !== undefined) return 'txt';
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
  const names = (await filesOfDraft(client, draft, file.part)).map(({ name }) => name);
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

/** Key of a draft's answers with the ids of files to leave out when it is sent. */
const leftOutKey = '~leftOut';

/**
 * Lists the files of a draft, or of one part of it, in the order of arrival. They are its own, and
 * those of the exemplar, activity or evaluation that it changes, without the files to leave out.
 */
export async function filesOfDraft(
  db: Sql,
  draft: Pick<Draft, 'id' | 'subject' | 'answers'>,
  part?: string,
): Promise<{ id: number; name: string }[]> {
  const leftOut = readLeftOut(draft.answers);
  if (part !== undefined) {
    const ofPart = await readFilesOfPart(db, draft.id, part, findEvaluation(draft, part) ?? null);
    return ofPart.filter(({ id }) => !leftOut.includes(id));
  }
  const activityId = findMendedActivity(draft);
  const files =
    activityId === undefined
      ? await readFilesOfDraft(db, draft.id, findMendedExemplar(draft) ?? null)
      : await readFilesOfActivityDraft(db, draft.id, activityId);
  return files.filter(({ id }) => !leftOut.includes(id));
}

async function readFilesOfPart(
  db: Sql,
  draftId: number,
  part: string,
  evaluationId: number | null,
): Promise<{ id: number; name: string }[]> {
  const { rows } = await db.query<{ id: number; name: string }>({
    name: 'files-of-part',
    text: `select id, name from attachment
           where ((draft_id = $1 and part = $2) or evaluation_id = $3) and removed_at is null order by id`,
    values: [draftId, part, evaluationId],
  });
  return rows;
}

/** Rarer than a registration's draft, whose statement stays lean. */
async function readFilesOfActivityDraft(
  db: Sql,
  draftId: number,
  activityId: number,
): Promise<{ id: number; name: string }[]> {
  const { rows } = await db.query<{ id: number; name: string }>({
    name: 'files-of-activity-draft',
    text: `select id, name from attachment
           where (draft_id = $1 or activity_id = $2) and removed_at is null order by id`,
    values: [draftId, activityId],
  });
  return rows;
}

const readFilesOfDraft = shareReads<
  [draftId: number, exemplarId: number | null],
  { n: number; id: number; name: string }
>({
  name: 'files-of-draft',
  text: `select asked.n, a.id, a.name
         from unnest($1::int[], $2::int[]) with ordinality as asked(draft_id, exemplar_id, n)
         cross join lateral (
           select id, name from attachment
           where (draft_id = asked.draft_id or exemplar_id = asked.exemplar_id) and removed_at is null
           offset 0) a
         order by asked.n, a.id`,
});

/** Reads the ids of the files to leave out. */
export function readLeftOut(answers: Answers): number[] {
  return z.array(z.int()).safeParse(answers[leftOutKey]).data ?? [];
}

/** Returns a draft's answers with one more file to leave out. */
export function leaveOutKeyed(answers: Answers, id: number): Answers {
  return { [leftOutKey]: [...readLeftOut(answers), id] };
}

/**
 * Marks the left-out files as removed from `at` on; file and row stay for the history. It runs in
 * the transaction that sends the draft.
 */
export async function leaveOutFiles(
  client: Sql,
  draft: Pick<Draft, 'id' | 'subject' | 'answers'>,
  at: Date,
): Promise<void> {
  const leftOut = readLeftOut(draft.answers);
  if (leftOut.length === 0) return;
  await client.query(
    `update attachment set removed_at = $4
     where (draft_id = $1 or exemplar_id = $2 or activity_id = $5) and id = any ($3) and removed_at is null`,
    [draft.id, findMendedExemplar(draft) ?? null, leftOut, at, findMendedActivity(draft) ?? null],
  );
}

/**
 * Gives the files of a draft to their owner, in the transaction that sends the draft. Another
 * person may have added files with the same names since: names are made unique. Returns how many
 * files the owner has then.
 */
export async function handOverFiles(client: Sql, draftId: number, owner: AttachmentOwner): Promise<number> {
  const { column, id: ownerId } = ownerColumn(owner);
  const { rows } = await client.query<{ id: number; name: string; arrives: boolean }>({
    name: `files-hand-over-${column}`,
    text: `select id, name, ${column} is null as arrives from attachment
           where (draft_id = $1 or ${column} = $2) and removed_at is null order by arrives, id`,
    values: [draftId, ownerId],
  });
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
  return rows.length;
}

/** Lists the files of an owner in the order of arrival. */
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
