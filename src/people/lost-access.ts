import type { Pool } from 'pg';

/**
 * Tells whether a file sent into a chat at `sentAt` may no longer be opened from there. That is so
 * when since then the account was taken from its person, or a role of the person ended. All older
 * files are closed, also those of another role: they can be requested again.
 */
export async function hasLostAccess(
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
