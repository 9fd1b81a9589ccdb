import type { Pool } from 'pg';

/** Returns the prefix of the update keys of one upload's files. */
export function buildUploadKeyPrefix(draftId: number, uploadKey: string): string {
  return `upload:${draftId}:${uploadKey}:`;
}

/** Lists the files that one upload added to a draft, in order; a file sent twice is there once. */
export async function listUploadedFiles(
  pool: Pool,
  draftId: number,
  uploadKey: string,
): Promise<{ id: number; name: string }[]> {
  const { rows } = await pool.query<{ id: number; name: string }>(
    `SELECT id, name FROM attachment
     WHERE draft_id = $1 AND starts_with(update_key, $2) AND removed_at IS NULL ORDER BY id`,
    [draftId, buildUploadKeyPrefix(draftId, uploadKey)],
  );
  return rows;
}
