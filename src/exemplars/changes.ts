import type pg from 'pg';

/** One line that was mended: a key of the registration, before and after. */
export interface ChangedField {
  field: string;
  before: unknown;
  after: unknown;
}

/**
 * What the unit changed when it last submitted again; undefined when it never did. Figures, lists and texts are
 * compared by what they hold.
 */
export async function changesSinceReturn(
  db: pg.Pool | pg.PoolClient,
  exemplarId: number,
): Promise<ChangedField[] | undefined> {
  const { rows } = await db.query<{
    before: Record<string, unknown> | null;
    after: Record<string, unknown> | null;
  }>(
    `select before, after from exemplar_change where exemplar_id = $1 and action = 'resubmit' order by id desc limit 1`,
    [exemplarId],
  );
  const { before, after } = rows[0] ?? {};
  if (!before || !after) return undefined;
  return Object.keys(after)
    .filter((field) => field !== 'status' && field !== 'onBehalf')
    .filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}
