import { z } from 'zod';
import type { Answers, Draft } from '../drafts/draft.ts';
import { findEvaluation } from '../drafts/evaluated.ts';
import { findMendedActivity, findMendedExemplar } from '../drafts/mended-exemplar.ts';
import { shareReads } from '../store/shared-read.ts';
import type { Sql } from '../store/sql.ts';

/** Key of a draft's answers with the ids of files to leave out when it is sent. */
const leftOutKey = '~leftOut';

/**
 * Lists the files of a draft, or of one part of it, in the order of arrival. They are its own, and
 * those of the exemplar, activity or evaluation that it changes, without the files to leave out.
 */
export async function listFilesOfDraft(
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
