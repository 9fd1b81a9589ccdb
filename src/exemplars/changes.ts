import type pg from 'pg';

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
  db: pg.Pool | pg.PoolClient,
  exemplarId: number,
): Promise<ChangedField[] | undefined> {
  const { rows } = await db.query<{
    before: Record<string, unknown> | null;
    after: Record<string, unknown> | null;
  }>(
    `select before, after from exemplar_change
     where exemplar_id = $1 and action = 'resubmit' and id > coalesce(
       (select max(id) from exemplar_change where exemplar_id = $1 and action = 'return'), 0)
     order by id`,
    [exemplarId],
  );
  const before = rows[0]?.before;
  if (!before) return undefined;
  // A reason that was given with an earlier sending still belongs to what is shown.
  const after = Object.fromEntries(rows.flatMap((row) => Object.entries(row.after ?? {})));
  return Object.keys(after)
    .filter((field) => field !== 'status' && field !== 'onBehalf')
    .filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}
