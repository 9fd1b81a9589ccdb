import type { AttachmentView } from '../attachments/owner-files.ts';
import type { Reader } from '../store/reader.ts';
import type { Sql } from '../store/sql.ts';

/**
 * Records which files an exemplar has when it is submitted again, in the caller's transaction. What
 * an officer saw of a submission stays with it when the unit replaces files later. A first
 * submission records its own (`insert-registration.ts`).
 */
export async function recordSubmissionFiles(
  sql: Sql,
  { changeId, exemplarId }: { changeId: number; exemplarId: number },
): Promise<void> {
  await sql.query({
    name: 'submission-files',
    text: `insert into submission_file (change_id, attachment_id)
           select $1, id from attachment where exemplar_id = $2 and removed_at is null`,
    values: [changeId, exemplarId],
  });
}

/** A submission with the files that it brought to the office. */
export interface SubmissionWithFiles {
  /** Its line of the history. */
  id: number;
  at: Date;
  who: string | null;
  files: AttachmentView[];
}

/** Lists the submissions of an exemplar, oldest first, each with the files of then. */
export async function listSubmissionFiles(
  reader: Reader,
  exemplarId: number,
): Promise<SubmissionWithFiles[]> {
  const rows = await reader.exemplarChange.findMany({
    where: { exemplarId, action: { in: ['submit', 'resubmit'] } },
    orderBy: { id: 'asc' },
    select: {
      ...{ id: true, at: true },
      person: { select: { name: true } },
      files: {
        orderBy: { attachmentId: 'asc' },
        select: {
          attachment: { select: { id: true, name: true, mime: true, size: true, storageKey: true } },
        },
      },
    },
  });
  return rows.map(({ id, at, person, files }) => ({
    ...{ id, at },
    who: person?.name ?? null,
    files: files.map(({ attachment }) => attachment),
  }));
}

/** Tells whether an earlier submission had other files than the last one. */
export async function hadOtherFiles(reader: Reader, exemplarId: number): Promise<boolean> {
  const submissions = await listSubmissionFiles(reader, exemplarId);
  const [last, ...earlier] = submissions.map(({ files }) => files.map(({ id }) => id).join()).toReversed();
  return earlier.some((ids) => ids !== last);
}
