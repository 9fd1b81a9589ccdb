import { z } from 'zod';
import { listFilesOfDraft } from '../attachments/draft-files.ts';
import { mostFiles } from '../attachments/owner-files.ts';
import type { Answers, Draft } from '../drafts/draft.ts';
import { DomainError } from '../errors.ts';
import type { Sql } from '../store/sql.ts';
import type { Exemplar } from './exemplar.ts';
import { facts } from './facts/facts.ts';
import { changedLinesOf, type MergedLine, mergeLines } from './mended-lines.ts';
import { answersOf } from './registration.ts';

const answers = z.record(z.string(), z.unknown());

const changedSince = z.object({
  base: answers,
  theirs: answers,
  mine: answers,
  lines: z.array(
    z.object({
      key: z.string(),
      keys: z.array(z.string()),
      conflict: z.boolean(),
      who: z.string().nullable(),
      at: z.string(),
    }),
  ),
});

/** Changes of an exemplar by others while a draft changed it, until the person has decided. */
export type Since = z.infer<typeof changedSince>;

/**
 * What a new exemplar copies of an earlier one. The answers are those of that time: the earlier one
 * may be changed while the draft is open.
 */
const copied = z.object({ exemplarId: z.int(), code: z.string(), name: z.string(), answers });

/** The schema of a registration draft's subject: a unit, or an exemplar to change. */
export const registrationSubject = z.object({
  /** Drafts of a release that knew one plan have none. */
  planId: z.int().optional(),
  unitId: z.int().optional(),
  exemplarId: z.int().optional(),
  previous: answers.optional(),
  /** Drafts of release 0.1.0 have none. */
  changeId: z.int().nullish(),
  returned: z.array(z.string()).nullish(),
  since: changedSince.optional(),
  copied: copied.optional(),
});

/** The subject of a registration draft. */
export type RegistrationSubject = z.infer<typeof registrationSubject>;

/** The state of the exemplar when the draft that changes it was opened. */
export interface Mending {
  exemplarId: number;
  /** The exemplar as answers, as it was then. */
  previous: Answers;
  /** The last line of its history then; null when it is not known. */
  changeId: number | null;
  /** Lines that an officer ticked when it was returned; null: all are open. */
  returned: string[] | null;
}

/** Returns the exemplar that a draft changes; undefined when it registers a new one. */
export function mendingOf(subject: RegistrationSubject): Mending | undefined {
  const { exemplarId, previous, changeId = null, returned = null } = subject;
  return exemplarId !== undefined && previous ? { exemplarId, previous, changeId, returned } : undefined;
}

/** Reads the subject of a registration draft. Throws `draft-unreadable`. */
export function readRegistrationSubject({ subject }: Pick<Draft, 'subject'>): RegistrationSubject {
  const read = registrationSubject.safeParse(subject);
  if (!read.success) throw new DomainError('draft-unreadable');
  return read.data;
}

/** The subject of a draft that changes an exemplar. */
export type Mends = RegistrationSubject & { exemplarId: number; previous: Answers };

/** Builds the subject of a draft that changes this exemplar as it is now. */
export function mendingSubjectOf(exemplar: Exemplar, changeId: number): Mends {
  return {
    planId: exemplar.planId,
    exemplarId: exemplar.id,
    unitId: exemplar.unitId,
    previous: answersOf(exemplar),
    changeId,
    ...(exemplar.status === 'returned' && { returned: exemplar.returnedFields }),
  };
}

/**
 * Returns the last line of an exemplar's history, which changes with every change; 0 without any.
 */
export async function lastChangeId(db: Sql, exemplarId: number): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    'select coalesce(max(id), 0)::int as id from exemplar_change where exemplar_id = $1',
    [exemplarId],
  );
  return rows[0]?.id ?? 0;
}

/** The person who changed a line, and the time. */
export interface ChangedBy {
  who: string | null;
  at: string;
}

/** The changes to an exemplar since a draft was opened, and the draft with them merged. */
export interface CaughtUp {
  subject: Mends;
  answers: Answers;
  /** The question to continue with: the first ticked line, when it was returned since. */
  cursor: string | null;
  base: Answers;
  theirs: Answers;
  lines: (MergedLine & ChangedBy)[];
  /** Whether it was returned since. */
  returned: boolean;
}

/**
 * Merges the changes to an exemplar since a draft was opened; undefined when none concerns its
 * lines. Returned since: the ticked lines that the draft does not change yet are asked again.
 */
export async function catchUp(db: Sql, draft: Draft, exemplar: Exemplar): Promise<CaughtUp | undefined> {
  const mending = mendingOf(readRegistrationSubject(draft));
  if (!mending) return undefined;
  const changeId = await lastChangeId(db, exemplar.id);
  if (mending.changeId === changeId) return undefined;
  const steps = await stepsSince(db, exemplar.id, mending.changeId ?? 0);
  const theirs = answersOf(exemplar);
  const { merged, lines } = mergeLines(mending.previous, theirs, draft.answers);
  const returned =
    exemplar.status === 'returned' &&
    (mending.changeId === null
      ? exemplar.decidedAt !== null && draft.updatedAt < exemplar.decidedAt
      : steps.some(({ action }) => action === 'return'));
  if (lines.length === 0 && !returned) return undefined;

  const mine = new Set(changedLinesOf(theirs, merged));
  const asked = returned ? exemplar.returnedFields.filter((key) => !mine.has(key)) : [];
  return {
    subject: mendingSubjectOf(exemplar, changeId),
    answers: without(await recounted(db, draft, merged), [...asked, 'confirm', 'conflict', 'keepMine']),
    cursor: returned
      ? (Object.keys(theirs).find((key) => exemplar.returnedFields.includes(key)) ?? null)
      : null,
    base: mending.previous,
    theirs,
    lines: lines.map((line) => ({ ...line, ...changedBy(steps, line.keys) })),
    returned,
  };
}

/**
 * The answers with the present number of files: both persons' files together. Too many are asked
 * again.
 */
async function recounted(db: Sql, draft: Draft, answers: Answers): Promise<Answers> {
  if (!('files' in answers)) return answers;
  const { length: files } = await listFilesOfDraft(db, draft);
  return files > mostFiles ? without(answers, ['files']) : { ...answers, files };
}

interface Step {
  action: string;
  who: string | null;
  at: Date;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

async function stepsSince(db: Sql, exemplarId: number, changeId: number): Promise<Step[]> {
  const { rows } = await db.query<Step>(
    `select c.action, p.name as who, c.at, c.before, c.after
     from exemplar_change c left join person p on p.id = c.person_id
     where c.exemplar_id = $1 and c.id > $2 order by c.id`,
    [exemplarId, changeId],
  );
  return rows;
}

/** The last step that changed any of these lines. */
function changedBy(steps: Step[], keys: string[]): ChangedBy {
  const columns = facts
    .filter(({ key, askedWith }) => keys.includes(askedWith ?? key))
    .map(({ field }) => field);
  const step = steps.findLast(
    ({ action, before, after }) =>
      action === 'resubmit' &&
      columns.some((one) => JSON.stringify(before?.[one] ?? null) !== JSON.stringify(after?.[one] ?? null)),
  );
  return { who: step?.who ?? null, at: step?.at.toISOString() ?? '' };
}

function without(answers: Answers, keys: string[]): Answers {
  const left = new Set(keys);
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !left.has(key)));
}

/** Another person's open draft on an exemplar. */
export interface OtherMending {
  name: string | null;
  openedAt: Date;
}

/** Lists the other people of its unit or the office who have this exemplar open, and since when. */
export async function othersMending(
  db: Sql,
  exemplar: Pick<Exemplar, 'id' | 'unitId'>,
  personId: number,
): Promise<OtherMending[]> {
  const { rows } = await db.query<OtherMending>(
    `select p.name, min(d.created_at) as "openedAt" from draft d join person p on p.id = d.person_id
     where d.person_id in (
         select person_id from membership where until is null and (unit_id = $2 or role = 'officer'))
       and d.person_id <> $3 and d.form = 'register' and d.state = 'open'
       and d.subject -> 'exemplarId' = to_jsonb($1::int)
     group by p.id, p.name order by min(d.created_at) limit 5`,
    [exemplar.id, exemplar.unitId, personId],
  );
  return rows;
}
