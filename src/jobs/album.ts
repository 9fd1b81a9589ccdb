import type { Sql } from '../store/sql.ts';

/** Tells whether another message of the same album waits behind the update `after`. */
export async function hasMoreOfAlbum(
  sql: Sql,
  { chatKey, album, after }: { chatKey: string; album: string; after: number },
): Promise<boolean> {
  const { rows } = await sql.query(
    `select 1 from inbox_update
     where chat_key = $1 and status = 'pending' and id > $2 and payload #>> '{message,media_group_id}' = $3
     limit 1`,
    [chatKey, after, album],
  );
  return rows.length > 0;
}
