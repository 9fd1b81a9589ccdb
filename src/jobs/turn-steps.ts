import type pg from 'pg';
import { asynchronousCommit } from '../store/asynchronous-commit.ts';
import { instanceLockClass } from './instance.ts';
import { readSentRecords } from './sent-record.ts';
import type { Turn } from './turn.ts';

/** Number of attempts after which an update is stored as failed. */
export const maxUpdateAttempts = 5;
const backoffSeconds = [1, 4, 15, 60];

/**
 * The result of claiming a chat's next update. A *claim* gives the chat and its oldest update to
 * one instance.
 */
export type Claim =
  | { kind: 'turn'; turn: Turn }
  /** Nothing to do for this chat. */
  | { kind: 'nothing' }
  /**
   * Another living instance has the chat, or its first update waits for its next attempt: try again
   * then.
   */
  | { kind: 'later'; inMs: number };

/**
 * Claims the oldest pending update of a chat and reads all that handling it needs, in one round
 * trip. It succeeds if the chat is free or its owner has died, so within a chat updates are handled
 * one at a time, in order, on any number of instances. A person who writes counts as reachable
 * until a send fails; one who has blocked the bot does not.
 */
export async function claimNext(pool: pg.Pool, chatKey: string, instance: number): Promise<Claim> {
  const { rows } = await pool.query<{
    id: number;
    channel: string;
    update_key: string;
    payload: Turn['update'];
    attempts: number;
    sent: unknown;
    wait_ms: number;
    owned: boolean;
    taken: boolean | null;
    state: unknown;
    account: Turn['account'];
    person: Turn['person'];
  }>({
    name: 'inbox-claim',
    text: `
      with head as (
        select ${asynchronousCommit}, id, channel, update_key, payload, attempts, sent,
               greatest(0, extract(epoch from retry_at - clock_timestamp()) * 1000)::float8 as wait_ms,
               coalesce(payload #>> '{message,from,id}', payload #>> '{callback_query,from,id}',
                        payload #>> '{edited_message,from,id}', payload #>> '{my_chat_member,from,id}') as sender,
               coalesce(payload #>> '{my_chat_member,new_chat_member,status}', '') <> 'kicked' as hears
        from inbox_update where chat_key = $1 and status = 'pending' order by id limit 1),
      mine as (
        insert into chat (key, owner)
        select $1, $2::text from head where coalesce(wait_ms, 0) = 0
        on conflict (key) do update set owner = excluded.owner
        where chat.owner is null or chat.owner = excluded.owner or not exists (
          select 1 from pg_locks
          where locktype = 'advisory' and classid = $3 and objid = chat.owner::oid and granted
            and database = (select oid from pg_database where datname = current_database()))
        returning state),
      taken as (
        update inbox_update u set attempts = u.attempts + 1
        from head, mine where u.id = head.id and u.status = 'pending'
        returning true as taken),
      reached as (
        update account a set reachable = head.hears from head, taken
        where a.channel = head.channel and a.external_id = head.sender and a.reachable <> head.hears)
      select head.id, head.channel, head.update_key, head.payload, head.attempts, head.sent, coalesce(head.wait_ms, 0) as wait_ms,
        exists (select 1 from mine) as owned, (select taken from taken) as taken, (select state from mine) as state,
        case when a.id is not null then json_build_object('id', a.id, 'locale', a.locale, 'menuHash', a.menu_hash) end as account,
        case when p.id is not null then json_build_object(
          'id', p.id, 'name', p.name, 'phone', p.phone, 'locale', p.locale,
          'memberships', coalesce((
            select json_agg(json_build_object('role', m.role, 'unitId', u.id, 'unitName', u.name, 'unitCode', u.code)
                            order by m.id)
            from membership m left join unit u on u.id = m.unit_id
            where m.person_id = p.id and m.until is null), '[]'::json)) end as person
      from head
      left join account a on a.channel = head.channel and a.external_id = head.sender
      left join person p on p.id = a.person_id`,
    values: [chatKey, String(instance), instanceLockClass],
  });
  const row = rows[0];
  if (!row) return { kind: 'nothing' };
  if (row.wait_ms > 0) return { kind: 'later', inMs: row.wait_ms };
  if (!row.owned) return { kind: 'later', inMs: 1000 };
  if (!row.taken) {
    // Another process finished it while we waited for the chat: we must not keep a chat without
    // work.
    await pool.query('update chat set owner = null where key = $1 and owner = $2', [
      chatKey,
      String(instance),
    ]);
    return { kind: 'later', inMs: 0 };
  }
  return {
    kind: 'turn',
    turn: {
      inboxId: row.id,
      channel: row.channel,
      updateKey: `${row.channel}:${row.update_key}`,
      chatKey,
      update: row.payload,
      attempt: row.attempts + 1,
      sent: readSentRecords(row.sent),
      account: row.account,
      person: row.person,
      conversation: row.state ?? undefined,
    },
  };
}

/**
 * The chat's state after a turn: it has more updates, it has none, another instance took the chat
 * over, or the database crashed since the turn saved its draft and has lost the draft.
 */
export type TurnEnd = 'more' | 'empty' | 'lost' | 'undone';

/**
 * Marks updates done, writes the conversations' logs and frees the chats, each all or nothing. A
 * process that dies before leaves the update to be handled again with the old log. The payloads are
 * deleted: they are personal data. A turn whose saved draft was lost in a crash of the database
 * does not end: its update is handled again. Many turns are finished at once, because each commit
 * waits for the disk; returns their ends in the given order.
 */
export async function finishTurns(
  pool: pg.Pool,
  turns: Turn[],
  instance: number,
  now: Date,
): Promise<TurnEnd[]> {
  const { rows } = await pool.query<{ undone: boolean; kept: boolean; more: boolean }>({
    name: 'inbox-finish',
    text: `
      with given as (
        select t.*, t.draft_id is not null and not exists (
            select 1 from draft d where d.id = t.draft_id and d.rev >= t.rev) as undone
        from unnest($1::text[], $2::jsonb[], $3::int8[], $4::int4[], $7::int4[], $8::int4[])
          with ordinality as t(key, state, id, account_id, draft_id, rev, n)),
      freed as (
        update chat set owner = null, state = given.state from given
        where chat.key = given.key and chat.owner = $5::text and not given.undone returning chat.key),
      done as (
        update inbox_update u set status = 'done', payload = null, sent = null, settled_at = clock_timestamp(), error = null
        from given join freed on freed.key = given.key where u.id = given.id),
      used as (
        update account a set last_used_at = $6 from given
        where a.id = given.account_id and (
          a.last_used_at is null or a.last_used_at < $6::timestamptz - interval '1 minute'
          or a.last_used_at > $6::timestamptz))
      select given.undone, freed.key is not null as kept,
        exists (select 1 from inbox_update u
                where u.chat_key = given.key and u.status = 'pending' and u.id <> given.id) as more
      from given left join freed on freed.key = given.key order by given.n`,
    values: [
      turns.map((turn) => turn.chatKey),
      turns.map((turn) => (turn.conversation === undefined ? null : JSON.stringify(turn.conversation))),
      turns.map((turn) => turn.inboxId),
      turns.map((turn) => turn.account?.id ?? null),
      String(instance),
      now,
      turns.map((turn) => turn.savedDraft?.id ?? null),
      turns.map((turn) => turn.savedDraft?.rev ?? null),
    ],
  });
  return rows.map(({ undone, kept, more }) => (undone ? 'undone' : !kept ? 'lost' : more ? 'more' : 'empty'));
}

/**
 * The retry schedule when a channel accepts no messages: the first wait, and for how long after the
 * update came.
 */
export interface Trouble {
  inMs: number;
  forMs: number;
}

/** Maximum wait between two attempts in milliseconds, however old an update is. */
const longestWaitMs = 30 * 60_000;

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
    `with freed as (update chat set owner = null where key = $1 and owner = $2 returning 1),
     aged as (
       select id, (extract(epoch from clock_timestamp() - received_at) * 1000)::float8 as age_ms
       from inbox_update where id = $3),
     one as (
       select id, $5 and age_ms < $8::float8 as put_off,
         case when $5 and age_ms < $8::float8 then greatest($7::float8, least(age_ms / 2, $9::float8)) else $6::float8 end as wait_ms
       from aged)
     update inbox_update u set error = $4, sent = $12,
       status = case when put_off or not $10 then 'pending' else 'failed' end::inbox_status,
       attempts = case when put_off then $11 else attempts end,
       retry_at = clock_timestamp() + make_interval(secs => wait_ms / 1000),
       settled_at = case when put_off or not $10 then null else clock_timestamp() end
     from one where u.id = one.id and u.status = 'pending' and exists (select 1 from freed)
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
      // So that a process that dies during one of these attempts does not count as five that did.
      maxUpdateAttempts - 2,
      JSON.stringify(turn.sent),
    ],
  );
  const [row] = rows;
  if (!row) return turn.attempt >= maxUpdateAttempts ? { kind: 'failed' } : { kind: 'retry', inMs: delayMs };
  return row.failed ? { kind: 'failed' } : { kind: 'retry', inMs: row.wait_ms };
}
