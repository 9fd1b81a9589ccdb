import type { BotCommand } from 'grammy/types';
import type { Pool } from 'pg';

/** One chat of the web channel. */
export interface WebChat {
  chatId: number;
  label: string;
  lastRead: number;
  /** This chat's own menu; empty: the common one applies. */
  commands: BotCommand[];
  /** Whether its session has ended, so that no person reads it. */
  closed: boolean;
  /** Whether it is shown as on a channel without buttons; never in production. */
  plain: boolean;
}

/** Opens a chat for a selectable person; its id is also the person's user id on this channel. */
export async function openWebChat(pool: Pool, label: string, at: Date): Promise<number> {
  const { rows } = await pool.query<{ chat_id: number }>(
    'INSERT INTO web_chat (label, created_at) VALUES ($1, $2) RETURNING chat_id',
    [label.normalize('NFC'), at],
  );
  const chatId = rows[0]?.chat_id;
  if (chatId === undefined) throw new Error('the new chat has no id');
  return chatId;
}

/** Finds a chat by its id. */
export async function findWebChat(pool: Pool, chatId: number): Promise<WebChat | undefined> {
  const { rows } = await pool.query<Omit<WebChat, 'chatId'>>(
    `SELECT c.label, c.last_read AS "lastRead", c.commands, c.plain, s.ended_at IS NOT NULL AS closed
     FROM web_chat c LEFT JOIN web_session s ON s.chat_id = c.chat_id WHERE c.chat_id = $1`,
    [chatId],
  );
  return rows[0] && { chatId, ...rows[0] };
}

/** Tells whether the chat is shown as on a channel without buttons. */
export async function isPlain(pool: Pool, chatId: number): Promise<boolean> {
  const { rowCount } = await pool.query('SELECT 1 FROM web_chat WHERE chat_id = $1 AND plain', [chatId]);
  return rowCount === 1;
}

/** Switches the view of the chat and notifies the browsers. False: no change. */
export async function setPlain(pool: Pool, chatId: number, plain: boolean): Promise<boolean> {
  const { rowCount } = await pool.query(
    `WITH switched AS (UPDATE web_chat SET plain = $2 WHERE chat_id = $1 AND plain <> $2 RETURNING chat_id)
     SELECT pg_notify('web_chat', json_build_object('chat', chat_id)::text) FROM switched`,
    [chatId, plain],
  );
  return rowCount === 1;
}

/** Records how far the person has read; it never decreases. */
export async function markRead(pool: Pool, chatId: number, upTo: number): Promise<void> {
  await pool.query(
    `WITH moved AS (
       UPDATE web_chat SET last_read = $2 WHERE chat_id = $1 AND last_read < $2 RETURNING chat_id)
     SELECT pg_notify('web_chat', json_build_object('chat', chat_id, 'read', $2::int)::text) FROM moved`,
    [chatId, upTo],
  );
}

/** Counts the bot's unread messages of each chat, by chat id; chats without any are left out. */
export async function countUnread(pool: Pool, chatIds: number[]): Promise<Map<number, number>> {
  const { rows } = await pool.query<{ chat_id: number; unread: number }>(
    `SELECT c.chat_id, count(*) AS unread
     FROM web_chat c
     JOIN web_message m ON m.chat_id = c.chat_id AND m.id > c.last_read AND m.from_bot AND NOT m.deleted
     WHERE c.chat_id = ANY($1::bigint[]) GROUP BY c.chat_id`,
    [chatIds],
  );
  return new Map(rows.map((row) => [row.chat_id, row.unread]));
}
