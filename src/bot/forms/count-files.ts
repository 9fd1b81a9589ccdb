import type { Scene } from './form.ts';

/**
 * How many files the draft has, with those that the exemplar being mended already had; `upTo`: those that came no later than
 * this one.
 */
export async function countFiles({ house, draft }: Scene, upTo?: number): Promise<number> {
  const { exemplarId } = draft.subject;
  const { rows } = await house.db.pool.query<{ n: number }>(
    `select count(*) as n from attachment
     where (draft_id = $1 or exemplar_id = $2) and removed_at is null
       and ($3::int is null or id <= $3)`,
    [draft.id, typeof exemplarId === 'number' ? exemplarId : null, upTo ?? null],
  );
  return rows[0]?.n ?? 0;
}
