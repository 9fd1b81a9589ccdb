import { z } from 'zod';
import type { Reader } from '../store/reader.ts';

/** What a step of the history says of the exemplar before or after it. */
const written = z.record(z.string(), z.unknown());

/** One line that was mended: a key of the registration, before and after. */
export interface ChangedField {
  field: string;
  before: unknown;
  after: unknown;
}

/**
 * Compares an exemplar with what the officer returned, however often the unit has sent it since.
 * Undefined when the unit has not sent it again. Never returned: compares with the first
 * submission. Figures, lists and texts are compared by what they hold.
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
    select: { before: true, after: true },
  });
  const [first] = rows;
  if (!first?.before) return undefined;
  const before = written.parse(first.before);
  // A reason that was given with an earlier sending still belongs to what is shown.
  const after = Object.fromEntries(rows.flatMap((row) => Object.entries(written.parse(row.after ?? {}))));
  return Object.keys(after)
    .filter((field) => field !== 'status' && field !== 'onBehalf')
    .filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}
