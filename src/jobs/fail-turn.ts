import type pg from 'pg';
import { longestWaitMs } from './retry-wait.ts';
import type { Turn } from './turn.ts';

/** After so many attempts an update is kept as failed. */
export const maxUpdateAttempts = 5;
const backoffSeconds = [1, 4, 15, 60];

/**
 * The retry schedule when a channel accepts no messages. It has the first wait, and for how long
 * after the update came.
 */
export interface Trouble {
  inMs: number;
  forMs: number;
}

/**
 * Frees the chat after a failed attempt, with its log unchanged, and schedules the next one. After
 * the last attempt the update is stored as failed, with its payload for a later look. `error` holds
 * no personal data. The sent messages are kept for the next attempt. With `trouble` the last
 * attempts do not count until its time is over; the intervals grow (half the update's age), since
 * each attempt may repeat messages sent before the failed one.
 */
export async function failTurn(
  pool: pg.Pool,
  turn: Turn,
  instance: number,
  error: string,
  trouble?: Trouble,
): Promise<{ kind: 'retry'; inMs: number } | { kind: 'failed' }> {
  const waits = trouble !== undefined && turn.attempt >= maxUpdateAttempts - 1;
  const delayMs = (backoffSeconds[Math.min(turn.attempt, backoffSeconds.length) - 1] ?? 1) * 1000;
  const { rows } = await pool.query<{ failed: boolean; wait_ms: number }>(
    `with freed as (
       update chat set owner = null, claims = 0, ended = ended + 1 where key = $1 and owner = $2 returning 1),
     released as (
       update person set turn_chat = null, turn_owner = null where turn_chat = $1 and turn_owner = $2 and id = $13),
     aged as (
       select id, (extract(epoch from clock_timestamp() - received_at) * 1000)::float8 as age_ms
       from inbox_update where chat_key = $1 and id = $3 and status = 'pending'),
     one as (
       select id, $5 and age_ms < $8::float8 as put_off,
         case when $5 and age_ms < $8::float8 then least($9::float8, greatest($7::float8, age_ms / 2)) else $6::float8 end as wait_ms
       from aged)
     update inbox_update u set error = $4, sent = $12,
       status = case when put_off or not $10 then 'pending' else 'failed' end::inbox_status,
       attempts = case when put_off then $11::int4 else $14::int4 end,
       retry_at = clock_timestamp() + make_interval(secs => wait_ms / 1000),
       settled_at = case when put_off or not $10 then null else clock_timestamp() end
     from one
     where u.chat_key = $1 and u.id = one.id and u.status = 'pending' and exists (select 1 from freed)
     returning u.status = 'failed' as failed, wait_ms`,
    [
      turn.chatKey,
      String(instance),
      turn.inboxId,
      error.slice(0, 500),
      waits,
      delayMs,
      trouble?.inMs ?? 0,
      trouble?.forMs ?? 0,
      longestWaitMs,
      turn.attempt >= maxUpdateAttempts,
      // So that a process that dies during one of these attempts does not look like five that did.
      maxUpdateAttempts - 2,
      JSON.stringify(turn.sent),
      turn.leasedPersonId ?? null,
      turn.attempt,
    ],
  );
  const [row] = rows;
  if (!row) return turn.attempt >= maxUpdateAttempts ? { kind: 'failed' } : { kind: 'retry', inMs: delayMs };
  return row.failed ? { kind: 'failed' } : { kind: 'retry', inMs: row.wait_ms };
}
