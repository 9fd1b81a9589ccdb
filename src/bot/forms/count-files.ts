import type { Scene } from './form.ts';

/** How many files the draft has, with those that the exemplar being mended already had. */
export async function countFiles({ house, draft }: Scene): Promise<number> {
  const { exemplarId } = draft.subject;
  const { rows } = await house.db.pool.query<{ n: number }>(
    `select count(*) as n from attachment
     where (draft_id = $1 or exemplar_id = $2) and removed_at is null`,
    [draft.id, typeof exemplarId === 'number' ? exemplarId : null],
  );
  return rows[0]?.n ?? 0;
}
