import type { Sql } from '../store/sql.ts';

/**
 * Finds the fingerprint of a message as it was before the update `before`. Undefined when the
 * message is older than the stored handled updates (7 days).
 */
export async function findEarlierSaid(
  sql: Sql,
  { chatKey, messageId, before }: { chatKey: string; messageId: number; before: number },
): Promise<number | undefined> {
  const { rows } = await sql.query<{ said: number | null }>(
    `select said from inbox_update
     where chat_key = $1 and message_id = $2 and status <> 'pending' and id < $3 order by id desc limit 1`,
    [chatKey, messageId, before],
  );
  return rows[0]?.said ?? undefined;
}
