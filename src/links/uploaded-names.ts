import type { Pool } from 'pg';

/** Update keys of the files of one upload begin with it. */
export function uploadKeyPrefix(draftId: number, uploadKey: string): string {
  return `upload:${draftId}:${uploadKey}:`;
}

/** Names of the files that one upload brought to a draft, in their order; those sent twice are named once. */
export async function uploadedNames(pool: Pool, draftId: number, uploadKey: string): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT name FROM attachment
     WHERE draft_id = $1 AND starts_with(update_key, $2) AND removed_at IS NULL ORDER BY id`,
    [draftId, uploadKeyPrefix(draftId, uploadKey)],
  );
  return rows.map(({ name }) => name);
}
