import type { Pool } from 'pg';

/** Update keys of the files of one upload begin with it. */
export function uploadKeyPrefix(draftId: number, uploadKey: string): string {
  return `upload:${draftId}:${uploadKey}:`;
}

/** Files that one upload brought to a draft, in their order; those sent twice are there once. */
export async function uploadedFiles(
  pool: Pool,
  draftId: number,
  uploadKey: string,
): Promise<{ id: number; name: string }[]> {
  const { rows } = await pool.query<{ id: number; name: string }>(
    `SELECT id, name FROM attachment
     WHERE draft_id = $1 AND starts_with(update_key, $2) AND removed_at IS NULL ORDER BY id`,
    [draftId, uploadKeyPrefix(draftId, uploadKey)],
  );
  return rows;
}
