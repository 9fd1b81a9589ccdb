import type pg from 'pg';
import type { Turn } from './turn.ts';

/**
 * How a turn ended for its chat. `more`: the chat has another update. `empty`: it has none. `lost`:
 * another instance has taken the chat over. `undone`: the draft is not as the turn left it, because
 * the database has crashed since or the draft was changed elsewhere; the update stays pending.
 */
export type TurnEnd = 'more' | 'empty' | 'lost' | 'undone';

/**
 * Ends turns with one statement, each all or nothing. It writes the draft and the conversation log,
 * marks the update done and frees the chat. A process that dies before this leaves the update to be
 * handled again with everything as it was. Payloads are removed: they are personal data. Many turns
 * share a statement because each commit waits for the disk. Returns their ends in the given order.
 */
export async function finishTurns(
  pool: pg.Pool,
  turns: Turn[],
  instance: number,
  now: Date,
): Promise<TurnEnd[]> {
  const changes = turns.map((turn) => turn.draftChange);
  const { rows } = await pool.query<{ undone: boolean; kept: boolean; more: boolean }>({
    name: 'inbox-finish',
    text: finishSql,
    values: [
      turns.map((turn) => turn.chatKey),
      turns.map((turn) => (turn.conversation === undefined ? null : JSON.stringify(turn.conversation))),
      turns.map((turn) => turn.inboxId),
      turns.map((turn) => turn.attempt),
      turns.map((turn) => turn.account?.id ?? null),
      String(instance),
      now,
      turns.map((turn) => turn.formDraftId ?? null),
      turns.map((turn) => turn.leasedPersonId ?? null),
      turns.map((turn) => turn.savedDraft?.id ?? null),
      turns.map((turn) => turn.savedDraft?.rev ?? null),
      changes.map((change) => change?.draft.id ?? null),
      changes.map((change) => change?.base ?? null),
      changes.map((change) => change?.draft.rev ?? null),
      changes.map((change) => (change ? JSON.stringify(change.draft.answers) : null)),
      changes.map((change) => change?.draft.cursor ?? null),
      changes.map((change) => change?.draft.lastUpdate ?? null),
      changes.map((change) => change?.draft.updatedAt ?? null),
      changes.map((change) => (change ? JSON.stringify(change.draft.subject) : null)),
      turns.map(({ shown }) => (shown ? JSON.stringify(shown) : null)),
    ],
  });
  return rows.map(({ undone, kept, more }) => (undone ? 'undone' : !kept ? 'lost' : more ? 'more' : 'empty'));
}

const finishSql = `
  with given as (
    select * from unnest($1::text[], $2::jsonb[], $3::int8[], $4::int4[], $5::int4[], $8::int4[], $9::int4[],
        $10::int4[], $11::int4[],
        $12::int4[], $13::int4[], $14::int4[], $15::jsonb[], $16::text[], $17::text[], $18::timestamptz[], $19::jsonb[],
        $20::jsonb[])
      with ordinality as t(key, state, id, attempt, account_id, form_draft, leased,
        saved_id, saved_rev, draft_id, base, rev, answers, cursor, update_key, at, subject, shown, n)),
  changed as (
    update draft d set answers = g.answers, cursor = g.cursor, last_update = g.update_key, updated_at = g.at,
      rev = g.rev, subject = g.subject
    from given g where d.id = g.draft_id and d.rev = g.base and (d.state = 'open') is true returning d.id),
  ended as (
    select given.*, (given.draft_id is not null and changed.id is null)
        or (given.saved_id is not null and not exists (
          select 1 from draft d where d.id = given.saved_id and d.rev >= given.saved_rev)) as undone
    from given left join changed on changed.id = given.draft_id),
  freed as (
    update chat set owner = null, claims = 0, ended = chat.ended + 1, state = ended.state,
      draft_id = ended.form_draft, shown = ended.shown
    from ended
    where chat.key = ended.key and chat.owner = $6::text and not ended.undone returning chat.key),
  done as (
    update inbox_update u set status = 'done', attempts = ended.attempt, payload = null, sent = null,
      settled_at = clock_timestamp(), error = null
    from ended join freed on freed.key = ended.key
    where u.chat_key = ended.key and u.id = ended.id and u.status = 'pending'),
  released as (
    update person p set turn_chat = null, turn_owner = null from given
    where p.id = given.leased and p.turn_chat = given.key and p.turn_owner = $6::text),
  used as (
    update account a set last_used_at = $7 from given
    where a.id = given.account_id and (
      a.last_used_at is null or a.last_used_at < $7::timestamptz - interval '1 minute'
      or a.last_used_at > $7::timestamptz))
  select ended.undone, freed.key is not null as kept,
    exists (select 1 from inbox_update u
            where u.chat_key = ended.key and u.status = 'pending' and u.id <> ended.id) as more
  from ended left join freed on freed.key = ended.key order by ended.n`;
