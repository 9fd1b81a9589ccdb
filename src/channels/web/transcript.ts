import type { Pool, PoolClient } from 'pg';
import type { MessageBody, WireMessage } from '../../page/wire.ts';
import type { WebMessage } from '../../store/generated/client.ts';
import { inTransaction } from '../../store/sql.ts';

/** A message as this file reads it: with its version as a number, and its body's type. */
type Row = Pick<WebMessage, 'id' | 'fromBot' | 'deleted' | 'clientKey'> & {
  version: number;
  message: MessageBody;
};

const columns = 'id, version, from_bot AS "fromBot", deleted, client_key AS "clientKey", message';

/**
 * Every write locks the chat's row first. So versions of one chat become visible in order, and a
 * browser that asks for "everything after version N" never misses one.
 */
const lockChat = 'SELECT label FROM web_chat WHERE chat_id = $1 FOR UPDATE';

/**
 * Adds a message written by the bot, once per `key` if it has one, and notifies the browsers.
 * Undefined: no such chat, or its session has ended.
 */
export async function addBotMessage(
  pool: Pool,
  chatId: number,
  body: MessageBody,
  key?: string,
): Promise<WireMessage | undefined> {
  const { rows } = await pool.query<Row>(
    `WITH chat AS MATERIALIZED (
            SELECT chat_id FROM web_chat WHERE chat_id = $1
              AND NOT EXISTS (SELECT 1 FROM web_session s WHERE s.chat_id = $1 AND s.ended_at IS NOT NULL)
            FOR UPDATE),
          added AS (
            INSERT INTO web_message (chat_id, from_bot, message, sent_at, client_key)
            SELECT chat_id, true, $2::jsonb, to_timestamp($3), $4 FROM chat
            ON CONFLICT (chat_id, client_key) DO NOTHING
            RETURNING ${columns}),
          told AS (SELECT pg_notify('web_chat', json_build_object('chat', $1::bigint)::text) FROM added)
     SELECT added.* FROM added, told`,
    [chatId, JSON.stringify(body), body.date, key === undefined ? null : `bot:${key}`],
  );
  if (rows[0]) return wireMessage(rows[0]);
  return key === undefined ? undefined : await findByClientKey(pool, chatId, `bot:${key}`);
}

/**
 * Adds a message written by the person at `at`, once per `client_key`. A second call with the same
 * key returns the stored message. Undefined: no such chat.
 */
export async function addOwnMessage(
  pool: Pool,
  chatId: number,
  at: Date,
  { client_key: key, ...content }: Omit<MessageBody, 'date'> & { client_key: string },
): Promise<WireMessage | undefined> {
  const body: MessageBody = { date: Math.floor(at.getTime() / 1000), ...content };
  return await inTransaction(pool, async (client) => {
    const chat = await client.query(lockChat, [chatId]);
    if (chat.rowCount === 0) return undefined;
    const { rows } = await client.query<Row>(
      `INSERT INTO web_message (chat_id, from_bot, message, sent_at, client_key)
       VALUES ($1, false, $2::jsonb, $3, $4)
       ON CONFLICT (chat_id, client_key) DO NOTHING RETURNING ${columns}`,
      [chatId, JSON.stringify(body), at, key],
    );
    if (!rows[0]) return await findByClientKey(client, chatId, key);
    await wake(client, chatId);
    return wireMessage(rows[0]);
  });
}

/** Returns when one of the person's own messages was accepted, to the millisecond. */
export async function readSentAt(pool: Pool, id: number): Promise<Date> {
  const { rows } = await pool.query<{ at: Date }>('SELECT sent_at AS at FROM web_message WHERE id = $1', [
    id,
  ]);
  if (!rows[0]) throw new Error(`web chat: no message ${id}`);
  return rows[0].at;
}

/** Finds the person's own message with this key, if stored. */
export async function findByClientKey(
  db: Pool | PoolClient,
  chatId: number,
  key: string,
): Promise<WireMessage | undefined> {
  const { rows } = await db.query<Row>(
    `SELECT ${columns} FROM web_message WHERE chat_id = $1 AND client_key = $2`,
    [chatId, key],
  );
  return rows[0] && wireMessage(rows[0]);
}

/**
 * Changes one of the bot's messages and notifies the browsers. `change` gets the current body and
 * returns the new one; an error in it cancels the change. Undefined: no such message.
 */
export async function changeMessage(
  pool: Pool,
  chatId: number,
  id: number,
  change: (body: MessageBody) => MessageBody,
): Promise<WireMessage | undefined> {
  return await inTransaction(pool, async (client) => {
    const row = await lockMessage(client, chatId, id);
    if (!row?.fromBot) return undefined;
    return await write(client, chatId, row.id, change(row.message), false);
  });
}

/**
 * Deletes a message for both sides; its words are removed, its place stays. False: there was none.
 */
export async function removeMessage(pool: Pool, chatId: number, id: number): Promise<boolean> {
  return await inTransaction(pool, async (client) => {
    const row = await lockMessage(client, chatId, id);
    if (!row) return false;
    const { date, reply_markup } = row.message;
    // A reply keyboard outlives the message that set or removed it, as on a phone.
    await write(client, chatId, row.id, { date, reply_markup }, true);
    return true;
  });
}

/** Locks a message and its chat; undefined: there is none, or it was deleted. */
async function lockMessage(client: PoolClient, chatId: number, id: number): Promise<Row | undefined> {
  const chat = await client.query(lockChat, [chatId]);
  if (chat.rowCount === 0) return undefined;
  const { rows } = await client.query<Row>(
    `SELECT ${columns} FROM web_message WHERE chat_id = $1 AND id = $2 AND NOT deleted FOR UPDATE`,
    [chatId, id],
  );
  return rows[0];
}

/** Finds one message, also a deleted one. */
export async function findMessage(pool: Pool, chatId: number, id: number): Promise<WireMessage | undefined> {
  const { rows } = await pool.query<Row>(
    `SELECT ${columns} FROM web_message WHERE chat_id = $1 AND id = $2`,
    [chatId, id],
  );
  return rows[0] && wireMessage(rows[0]);
}

/** Lists the changes after `version`, in their order. */
export async function listChanges(
  pool: Pool,
  chatId: number,
  version: number,
  limit: number,
): Promise<WireMessage[]> {
  const { rows } = await pool.query<Row>(
    `SELECT ${columns} FROM web_message WHERE chat_id = $1 AND version > $2 ORDER BY version LIMIT $3`,
    [chatId, version, limit],
  );
  return rows.map(wireMessage);
}

/** Returns the newest version in a chat; 0 when it is empty. */
export async function readLatestVersion(pool: Pool, chatId: number): Promise<number> {
  const { rows } = await pool.query<{ version: number | null }>(
    'SELECT max(version) AS version FROM web_message WHERE chat_id = $1',
    [chatId],
  );
  return rows[0]?.version ?? 0;
}

/** Lists at most `limit` messages before message `before` (or the newest), oldest first. */
export async function listMessagesBefore(
  pool: Pool,
  chatId: number,
  before: number | undefined,
  limit: number,
): Promise<WireMessage[]> {
  const { rows } = await pool.query<Row>(
    `SELECT ${columns} FROM web_message
     WHERE chat_id = $1 AND id < $2 AND (NOT deleted OR message ? 'reply_markup') ORDER BY id DESC LIMIT $3`,
    [chatId, before ?? 2_147_483_647, limit],
  );
  return rows.toReversed().map(wireMessage);
}

async function write(
  client: PoolClient,
  chatId: number,
  id: number,
  body: MessageBody,
  deleted: boolean,
): Promise<WireMessage | undefined> {
  const { rows } = await client.query<Row>(
    `UPDATE web_message
     SET message = $2::jsonb, deleted = $3,
         version = nextval(pg_get_serial_sequence('web_message', 'version'))
     WHERE id = $1 RETURNING ${columns}`,
    [id, JSON.stringify(body), deleted],
  );
  await wake(client, chatId);
  return rows[0] && wireMessage(rows[0]);
}

async function wake(client: PoolClient, chatId: number): Promise<void> {
  await client.query("SELECT pg_notify('web_chat', $1)", [JSON.stringify({ chat: chatId })]);
}

function wireMessage(row: Row): WireMessage {
  return {
    ...row.message,
    id: row.id,
    version: row.version,
    fromBot: row.fromBot,
    ...(row.clientKey !== null && !row.fromBot && { client_key: row.clientKey }),
    ...(row.deleted && { deleted: true }),
  };
}
