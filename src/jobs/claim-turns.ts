import type pg from 'pg';
import type { Draft } from '../drafts/draft.ts';
import { officeScopeSql } from '../people/office-scope.ts';
import { asynchronousCommit } from '../store/asynchronous-commit.ts';
import { isAlive } from './instance.ts';
import { waitMsSql } from './retry-wait.ts';
import { readSentRecords } from './sent-record.ts';
import { readShownButtons } from './shown-buttons.ts';
import type { Turn } from './turn.ts';

/**
 * The result of claiming the next update of a chat. A *claim* gives the chat and its oldest update
 * to one instance.
 */
export type Claim =
  | { kind: 'turn'; turn: Turn }
  /** The chat has no pending update. */
  | { kind: 'nothing' }
  /**
   * Another living instance has the chat, the person is answered on another channel at the moment,
   * or the next attempt is not due yet.
   */
  | { kind: 'later'; inMs: number };

/** Wait before the next look at a chat that another instance handles. Milliseconds. */
const otherInstanceMs = 1000;
/**
 * Wait before the next look at a chat whose person is answered on another channel. Milliseconds.
 */
const otherChannelMs = 30;

interface ClaimedRow {
  /** Null: the chat has no pending update. */
  id: number | null;
  channel: string;
  update_key: string;
  payload: Turn['update'];
  attempts: number;
  /** How often the chat was taken since its last turn ended, this time included. */
  claims: number;
  sent: unknown;
  wait_ms: number;
  owned: boolean;
  taken: boolean;
  other_channel: boolean;
  leased: boolean;
  state: unknown;
  shown: unknown;
  draft: (Omit<Draft, 'updatedAt'> & { updatedAt: string }) | null;
  account: Turn['account'];
  person: Turn['person'];
}

/**
 * Claims the oldest pending update of each chat that is free or whose owner has died. It reads in
 * the same statement all that its handling needs: account, person, roles, draft and conversation
 * log. So a chat's updates are handled one after the other, in order, on any number of instances. A
 * person who is on several channels is answered on one at a time, because both may fill in the same
 * draft. Returns a claim per chat, in the given order; `chatKeys` are distinct.
 */
export async function claimTurns(pool: pg.Pool, chatKeys: string[], instance: number): Promise<Claim[]> {
  const { rows } = await pool.query<ClaimedRow>({
    name: 'inbox-claim',
    text: claimSql,
    values: [chatKeys, String(instance)],
  });
  const idle = rows.flatMap((row, i) => (row.id !== null && row.owned && !row.taken ? [chatKeys[i]] : []));
  if (idle.length > 0) {
    // Their updates wait for the person's other channel: a chat must not stay ours without anything
    // to do.
    await pool.query(
      'update chat set owner = null, claims = greatest(0, claims - 1) where key = any($1) and owner = $2',
      [idle, String(instance)],
    );
  }
  return rows.map((row, i) => claimOf(row, chatKeys[i] ?? ''));
}

function claimOf(row: ClaimedRow, chatKey: string): Claim {
  if (row.id === null) return { kind: 'nothing' };
  if (row.wait_ms > 0) return { kind: 'later', inMs: row.wait_ms };
  if (!row.owned) return { kind: 'later', inMs: otherInstanceMs };
  if (!row.taken) return { kind: 'later', inMs: otherChannelMs };
  return {
    kind: 'turn',
    turn: {
      inboxId: row.id,
      channel: row.channel,
      updateKey: `${row.channel}:${row.update_key}`,
      chatKey,
      update: row.payload,
      attempt: row.attempts + row.claims,
      sent: readSentRecords(row.sent),
      account: row.account,
      person: row.person,
      conversation: row.state ?? undefined,
      shown: readShownButtons(row.shown),
      ...(row.draft && {
        claimedDraft: { ...row.draft, updatedAt: new Date(row.draft.updatedAt) },
        formDraftId: row.draft.id,
      }),
      ...(row.leased && row.person && { leasedPersonId: row.person.id }),
    },
  };
}

/**
 * The claim writes the chat alone, and its view of the inbox may be older than the chat. So the
 * chat counts the turns that have ended, and a claim that read another number takes nothing.
 */
const claimSql = `
  with given as (select key, n from unnest($1::text[]) with ordinality as t(key, n)),
  head as (
    select ${asynchronousCommit}, given.key, coalesce(c.ended, 0) as ended, u.*
    from given left join chat c on c.key = given.key cross join lateral (
      select id, channel, update_key, payload, attempts, sent,
             ${waitMsSql('retry_at')} as wait_ms,
             coalesce(payload #>> '{message,from,id}', payload #>> '{callback_query,from,id}',
                      payload #>> '{edited_message,from,id}', payload #>> '{my_chat_member,from,id}') as sender,
             coalesce(payload #>> '{my_chat_member,new_chat_member,status}', '') <> 'kicked' as hears
      from inbox_update where chat_key = given.key and status = 'pending' order by id limit 1) u),
  who as (
    select head.key, a.id as account_id, a.person_id, exists (
        select 1 from account o where o.person_id = a.person_id and o.id <> a.id) as other_channel
    from head join account a on a.channel = head.channel and a.external_id = head.sender),
  mine as (
    insert into chat (key, owner, claims, ended)
    select key, $2::text, 1, ended from head where wait_ms = 0 order by key
    on conflict (key) do update set owner = excluded.owner, claims = chat.claims + 1
    where chat.ended = excluded.ended
      and (chat.owner is null or chat.owner = excluded.owner or not ${isAlive('chat.owner')})
    returning key, state, shown, draft_id, claims),
  leased as (
    update person p set turn_chat = w.key, turn_owner = $2::text
    from (
      select who.person_id, coalesce(max(key) filter (where key = now.turn_chat), min(key)) as key
      from who join mine using (key) join person now on now.id = who.person_id
      where who.other_channel group by who.person_id) w
    where p.id = w.person_id
      and (p.turn_chat is null or p.turn_chat = w.key or not ${isAlive('p.turn_owner')})
    returning p.turn_chat as key),
  taken as (
    select head.id from head join mine using (key) left join who using (key)
    where not coalesce(who.other_channel, false) or head.key in (select key from leased)),
  reached as (
    update account a set reachable = head.hears
    from head join taken using (id) join who using (key)
    where a.id = who.account_id and a.reachable <> head.hears)
  select head.id, head.channel, head.update_key, head.payload, head.attempts, mine.claims, head.sent,
    coalesce(head.wait_ms, 0) as wait_ms, mine.key is not null as owned, taken.id is not null as taken,
    coalesce(who.other_channel, false) as other_channel, leased.key is not null as leased,
    mine.state, mine.shown,
    case when d.id is not null then json_build_object(
      'id', d.id, 'form', d.form, 'personId', d.person_id, 'chatKey', d.chat_key, 'state', d.state,
      'answers', d.answers, 'subject', d.subject, 'cursor', d.cursor, 'lastUpdate', d.last_update,
      'rev', d.rev, 'result', d.result, 'updatedAt', d.updated_at) end as draft,
    case when a.id is not null then json_build_object(
      'id', a.id, 'locale', a.locale, 'menuHash', a.menu_hash) end as account,
    case when p.id is not null then json_build_object(
      'id', p.id, 'name', p.name, 'phone', p.phone, 'locale', p.locale,
      'memberships', coalesce((
        select json_agg(json_build_object(
          'role', m.role, 'unitId', u.id, 'unitName', u.name, 'unitCode', u.code, ${officeScopeSql}) order by m.id)
        from membership m left join unit u on u.id = m.unit_id
        where m.person_id = p.id and m.until is null), '[]'::json)) end as person
  from given
  left join head on head.key = given.key
  left join mine on mine.key = given.key
  left join taken on taken.id = head.id
  left join leased on leased.key = given.key
  left join who on who.key = given.key
  left join account a on a.id = who.account_id
  left join person p on p.id = a.person_id
  left join draft d on d.id = mine.draft_id
  order by given.n`;
