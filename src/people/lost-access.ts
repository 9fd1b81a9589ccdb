import type { Pool } from 'pg';

/**
 * Whether what was sent into a chat at `sentAt` may no longer be opened from there: since then the
 * chat's account was taken from its person, or a role of the person ended. Everything older goes,
 * also what another role gave: it can be asked for again.
 */
export async function lostAccess(
  pool: Pool,
  sent: { channel: string; chatId: number; sentAt: Date },
): Promise<boolean> {
  const { rows } = await pool.query<{ lost: boolean }>(
    `select exists (
       select 1 from account a where a.channel = $1 and a.chat_id = $2 and (
         exists (
           select 1 from person_change c
           where c.account_id = a.id and c.action in ('account_removed', 'account_moved') and c.at >= $3)
         or exists (select 1 from membership m where m.person_id = a.person_id and m.until >= $3))) as lost`,
    [sent.channel, sent.chatId, sent.sentAt],
  );
  return rows[0]?.lost ?? false;
}
