import { z } from 'zod';
import type { Reader } from '../store/reader.ts';
import { listSubmissionFiles } from './submission-files.ts';

/** What a step of the history says of the exemplar before or after it. */
const written = z.record(z.string(), z.unknown());

/** One changed line: a key of the registration, before and after. */
export interface ChangedField {
  field: string;
  before: unknown;
  after: unknown;
  /** Of files: their names; a file may replace another, so that their number stays. */
  names?: { before: string[]; after: string[] };
}

/**
 * Compares an exemplar with the version that the officer returned, however often the unit has sent
 * it since. Undefined when the unit has not sent it again. Never returned: compares with the first
 * submission. Figures, lists and texts are compared by content.
 */
export async function changesSinceReturn(
  reader: Reader,
  exemplarId: number,
): Promise<ChangedField[] | undefined> {
  const returned = await reader.exemplarChange.findFirst({
    where: { exemplarId, action: 'return' },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  const rows = await reader.exemplarChange.findMany({
    where: { exemplarId, action: 'resubmit', id: { gt: returned?.id ?? 0 } },
    orderBy: { id: 'asc' },
    select: { id: true, before: true, after: true },
  });
  const [first] = rows;
  if (!first?.before) return undefined;
  const before = written.parse(first.before);
  // A reason given with an earlier submission still belongs to the shown version.
  const after = Object.fromEntries(rows.flatMap((row) => Object.entries(written.parse(row.after ?? {}))));
  const names = await compareFiles(reader, exemplarId, first.id);
  return Object.keys(after)
    .filter((field) => field !== 'status' && field !== 'onBehalf')
    .filter(
      (field) =>
        JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null) ||
        (field === 'files' && names !== undefined),
    )
    .map((field) => ({
      ...{ field, before: before[field] ?? null, after: after[field] ?? null },
      ...(field === 'files' && names && { names }),
    }));
}

/** Names the files before a submission and those of the last one; undefined: they are the same. */
async function compareFiles(
  reader: Reader,
  exemplarId: number,
  submission: number,
): Promise<ChangedField['names']> {
  const all = await listSubmissionFiles(reader, exemplarId);
  const before = all.findLast(({ id }) => id < submission)?.files ?? [];
  const after = all.at(-1)?.files ?? [];
  const ids = (files: { id: number }[]) => files.map(({ id }) => id).join();
  if (ids(before) === ids(after)) return undefined;
  return { before: before.map(({ name }) => name), after: after.map(({ name }) => name) };
}
