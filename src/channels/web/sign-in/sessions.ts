import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { unusedDays } from './cookie.ts';

const dayMs = 86_400_000;
/**
 * In milliseconds. Recorded at most this often: otherwise every request of a page would be a write.
 */
const seenEveryMs = 5 * 60_000;

/** A person's session on one device. */
export interface Visit {
  sessionId: number;
  chatId: number;
}

/** A device as its owner sees it in the list. */
export interface Device {
  id: number;
  chatId: number;
  label: string;
  createdAt: Date;
  lastSeenAt: Date;
}

/**
 * Opens a chat and a session for a device. `key` is for its cookie only; it is always new, so a
 * browser cannot choose it.
 */
export async function openSession(
  pool: Pool,
  label: string,
  at: Date,
): Promise<{ chatId: number; key: string }> {
  const key = randomBytes(24).toString('base64url');
  const { rows } = await pool.query<{ chat_id: number }>(
    `WITH chat AS (INSERT INTO web_chat (label, created_at) VALUES ($1, $2) RETURNING chat_id)
     INSERT INTO web_session (key, chat_id, created_at, last_seen_at) SELECT $3, chat_id, $2, $2 FROM chat
     RETURNING chat_id`,
    [label.normalize('NFC'), at, key],
  );
  const chatId = rows[0]?.chat_id;
  if (chatId === undefined) throw new Error('the new session has no chat');
  return { chatId, key };
}

/** Finds the session with this key, if it is valid at `now`, and records its use. */
export async function findSession(pool: Pool, key: string, now: Date): Promise<Visit | undefined> {
  const { rows } = await pool.query<Visit & { lastSeenAt: Date }>(
    `SELECT id AS "sessionId", chat_id AS "chatId", last_seen_at AS "lastSeenAt" FROM web_session
     WHERE key = $1 AND ended_at IS NULL AND last_seen_at > $2`,
    [key, unusedSince(now)],
  );
  const found = rows[0];
  if (!found) return undefined;
  const { lastSeenAt, ...visit } = found;
  if (Math.abs(now.getTime() - lastSeenAt.getTime()) >= seenEveryMs) {
    await pool.query('UPDATE web_session SET last_seen_at = $2 WHERE id = $1', [visit.sessionId, now]);
  }
  return visit;
}

/**
 * Ends the session of a chat at once: open streams are closed, the cookie is invalid, nothing is
 * sent there. Ending it again changes nothing.
 */
export async function endSession(pool: Pool, chatId: number, at: Date): Promise<void> {
  await pool.query(
    `WITH ended AS (UPDATE web_session SET ended_at = $2 WHERE chat_id = $1 AND ended_at IS NULL RETURNING chat_id),
          silent AS (
            UPDATE account SET reachable = false FROM ended WHERE channel = 'web' AND external_id = ended.chat_id::text)
     SELECT pg_notify('web_chat', json_build_object('chat', chat_id, 'ended', true)::text) FROM ended`,
    [chatId, at],
  );
}

/**
 * Lists the devices on which the person behind a chat is signed in, the last used first. Before
 * they have joined, only this chat.
 */
export async function listDevices(pool: Pool, chatId: number, now: Date): Promise<Device[]> {
  const { rows } = await pool.query<Device>(
    `SELECT s.id, s.chat_id AS "chatId", c.label, s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt"
     FROM web_session s JOIN web_chat c ON c.chat_id = s.chat_id
     LEFT JOIN account a ON a.channel = 'web' AND a.external_id = s.chat_id::text
     WHERE s.ended_at IS NULL AND s.last_seen_at > $2 AND (s.chat_id = $1 OR a.person_id = (
       SELECT person_id FROM account WHERE channel = 'web' AND external_id = $1::bigint::text))
     ORDER BY s.last_seen_at DESC, s.id DESC`,
    [chatId, unusedSince(now)],
  );
  return rows;
}

/** Ends sessions that were not used for 180 days; returns their number. */
export async function endUnusedSessions(pool: Pool, now: Date): Promise<number> {
  const { rows } = await pool.query<{ chat_id: number }>(
    'SELECT chat_id FROM web_session WHERE ended_at IS NULL AND last_seen_at <= $1',
    [unusedSince(now)],
  );
  for (const { chat_id } of rows) await endSession(pool, chat_id, now);
  return rows.length;
}

function unusedSince(now: Date): Date {
  return new Date(now.getTime() - unusedDays * dayMs);
}
