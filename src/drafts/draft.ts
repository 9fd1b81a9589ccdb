import { asynchronousCommit } from '../store/asynchronous-commit.ts';
import type { DraftState } from '../store/generated/enums.ts';
import { shareReads } from '../store/shared-read.ts';
import type { Sql } from '../store/sql.ts';

/**
 * Question key → answer. `null`: skipped; no key: not answered yet. Keys that begin with `~` hold
 * an unfinished answer: text and ticks so far, files to leave out.
 */
export type Answers = Record<string, unknown>;

/**
 * A draft: a form that is being filled in. The answers are the whole position; see architecture,
 * decision 4.
 */
export interface Draft {
  id: number;
  form: string;
  personId: number | null;
  chatKey: string | null;
  state: DraftState;
  answers: Answers;
  /** The purpose for which the form was opened. Only its form's schema can read it. */
  subject: unknown;
  /** The question the person went back to. */
  cursor: string | null;
  lastUpdate: string | null;
  rev: number;
  result: unknown;
  updatedAt: Date;
}

const columns = `id, form, person_id as "personId", chat_key as "chatKey", state, answers, subject, cursor,
  last_update as "lastUpdate", rev, result, updated_at as "updatedAt"`;

/**
 * Opens a draft. The same update (`openedBy`) finds the one that it opened before. With `by` the
 * commit does not wait for the disk: a crash of the database can undo it until the turn has ended.
 */
export async function openDraft(
  db: Sql,
  draft: {
    form: string;
    personId: number | null;
    chatKey: string;
    subject?: object;
    answers?: Answers;
    cursor?: string;
    openedBy: string;
    at: Date;
  },
  by?: DraftWriter,
): Promise<Draft> {
  const { rows } = await db.query<Draft & { set_config?: string }>({
    name: by ? 'draft-open' : 'draft-open-now',
    text: `insert into draft (form, person_id, chat_key, subject, answers, cursor, opened_by, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
     on conflict (opened_by) do update set opened_by = excluded.opened_by
     returning ${columns}${by ? `, ${asynchronousCommit}` : ''}`,
    values: [
      draft.form,
      draft.personId,
      draft.chatKey,
      JSON.stringify(draft.subject ?? {}),
      JSON.stringify(draft.answers ?? {}),
      draft.cursor ?? null,
      draft.openedBy,
      draft.at,
    ],
  });
  const [row] = rows;
  if (!row) throw new Error('a draft was neither opened nor found');
  const { set_config: _, ...opened } = row;
  if (by) by.savedDraft = { id: opened.id, rev: opened.rev };
  return opened;
}

/** Loads a draft; undefined when there is none. */
export async function loadDraft(db: Sql, id: number): Promise<Draft | undefined> {
  const { rows } = await db.query<Draft>({
    name: 'draft-load',
    text: `select ${columns} from draft where id = $1`,
    values: [id],
  });
  return rows[0];
}

/** Tells whether a draft is this person's; a draft without a person belongs to its chat. */
export function isDraftOf(
  draft: Pick<Draft, 'personId' | 'chatKey'>,
  personId: number | undefined,
  chatKey: string,
): boolean {
  return draft.personId === null ? draft.chatKey === chatKey : draft.personId === personId;
}

/** Loads a draft and locks it until the transaction ends. */
export async function lockDraft(client: Sql, id: number): Promise<Draft | undefined> {
  const { rows } = await client.query<Draft>({
    name: 'draft-lock',
    text: `select ${columns} from draft where id = $1 for update`,
    values: [id],
  });
  return rows[0];
}

/** A change of a draft that is written at the end of the turn. */
export interface DraftChange {
  /** The draft as it is after the change. */
  draft: Draft;
  /** The revision that the change was made on: another one in the database means a conflict. */
  base: number;
}

/** What the handling of one update writes drafts with. */
export interface DraftWriter {
  /** A name for the update that never changes, as `telegram:8123`. */
  readonly updateKey: string;
  /** The last write of a draft; the end of the turn checks that the database still has it. */
  savedDraft?: { id: number; rev: number } | undefined;
  /** The change by `changeDraft` that is not written yet. */
  draftChange?: DraftChange | undefined;
}

/** New answers of a draft, by the update that gave them. */
interface NewAnswers {
  answers: Answers;
  cursor: string | null;
  by: DraftWriter;
  at: Date;
  subject?: object;
}

/**
 * Writes a change of the answers, unless the draft has changed since it was loaded. After a change
 * by another channel or press nothing is written and the result is undefined. The commit does not
 * wait for the disk: a crash of the database can undo it until the turn `by` has ended.
 */
export function changeDraft(draft: Draft, { answers, cursor, by, at, subject }: NewAnswers): Draft {
  const pending = by.draftChange;
  if (pending && pending.draft.id !== draft.id) throw new Error('an update changes one draft at a time');
  const changed: Draft = {
    ...draft,
    answers,
    cursor,
    subject: subject ? { ...subject } : draft.subject,
    lastUpdate: by.updateKey,
    updatedAt: at,
    rev: draft.rev + 1,
  };
  by.draftChange = { draft: changed, base: pending?.base ?? draft.rev };
  return changed;
}

/**
 * Writes a pending change now. False when the draft has moved on in the database since it was read:
 * then nothing is written and the change is dropped.
 */
export async function writeDraftChange(db: Sql, by: DraftWriter): Promise<boolean> {
  const pending = by.draftChange;
  by.draftChange = undefined;
  if (!pending) return true;
  const { id, answers, cursor, subject, updatedAt, rev } = pending.draft;
  const { rowCount } = await db.query({
    name: 'draft-save',
    text: `update draft set answers = $3, cursor = $4, last_update = $5, updated_at = $6, rev = $7, subject = $8
           where id = $1 and rev = $2 and state = 'open' returning ${asynchronousCommit}`,
    values: [
      id,
      pending.base,
      JSON.stringify(answers),
      cursor,
      by.updateKey,
      updatedAt,
      rev,
      JSON.stringify(subject),
    ],
  });
  if (rowCount === 0) return false;
  by.savedDraft = { id, rev };
  return true;
}

/**
 * Changes a draft and writes the change at once. Undefined, and nothing is written, when the draft
 * has changed in the database since it was read (another channel, another press). The commit does
 * not wait for the disk: a crash of the database can undo it until the turn `by` has ended.
 */
export async function saveDraft(db: Sql, draft: Draft, change: NewAnswers): Promise<Draft | undefined> {
  const changed = changeDraft(draft, change);
  return (await writeDraftChange(db, change.by)) ? changed : undefined;
}

/** Ends a draft with its `result`, inside the transaction that made the result. */
export async function closeDraft(
  db: Sql,
  id: number,
  state: Exclude<DraftState, 'open'>,
  at: Date,
  result?: object,
): Promise<void> {
  await db.query({
    name: 'draft-close',
    text: `update draft set state = $2, result = $3, updated_at = $4, cursor = null, rev = rev + 1
           where id = $1 and state = 'open'`,
    values: [id, state, result ? JSON.stringify(result) : null, at],
  });
}

/** Lists a person's open drafts, newest first; only those of `form` when given. */
export function listOpenDrafts(db: Sql, personId: number, form?: string): Promise<Draft[]> {
  return readOpenDrafts(db, personId, form ?? null);
}

const readOpenDrafts = shareReads<[personId: number, form: string | null], Draft & { n: number }>({
  name: 'drafts-open',
  text: `select asked.n, d.* from unnest($1::int[], $2::text[]) with ordinality as asked(person_id, form, n)
         cross join lateral (
           select ${columns} from draft
           where person_id = asked.person_id and state = 'open' and (asked.form is null or form = asked.form)
           order by updated_at desc, id desc limit 500) d
         order by asked.n, d."updatedAt" desc, d.id desc`,
});

/** Finds the newest open draft of a chat that no person owns yet. */
export async function findNewestDraft(db: Sql, chatKey: string): Promise<Draft | undefined> {
  const { rows } = await db.query<Draft>(
    `select ${columns} from draft where chat_key = $1 and person_id is null and state = 'open'
     order by updated_at desc, id desc limit 1`,
    [chatKey],
  );
  return rows[0];
}

/** Makes an open draft the newest one, because the person has returned to it. */
export async function touchDraft(db: Sql, id: number, at: Date): Promise<void> {
  await db.query(`update draft set updated_at = greatest(updated_at, $2) where id = $1 and state = 'open'`, [
    id,
    at,
  ]);
}
