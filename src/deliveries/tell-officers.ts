import type { Sql } from '../store/sql.ts';
import { type NewsItem, newsPerMessage, officerNewsKind } from './officer-news.ts';

/** An event for officers to look at. */
export interface OfficerEvent {
  about: NewsItem;
  /** A name for the occasion: the same occasion is told once. */
  key: string;
  /** The person who did it: an officer who acts for a unit is not told of their own action. */
  byPersonId: number;
  at: Date;
}

/**
 * Tells officers at once of new work, in the transaction of the event. The news and its job exist
 * exactly when the event does.
 *
 * Recipients: the officer who returned the item, since they know what they asked for, if they are
 * still an officer whom messages reach; otherwise every officer. A document handed in for the first
 * time was returned by no one, so every officer is told.
 *
 * While earlier news to the same officer has not been sent, new events are added to that message;
 * when it is being sent at this moment, or is full, another message begins. So nothing waits for a
 * lock, and nothing is lost.
 */
export async function tellOfficers(sql: Sql, event: OfficerEvent): Promise<void> {
  const { about, key, byPersonId, at } = event;
  await sql.query(tellOfficersSql, [
    'exemplarId' in about ? about.exemplarId : null,
    'filingId' in about ? about.filingId : null,
    byPersonId,
    at,
    key,
    JSON.stringify(about),
    officerNewsKind,
    newsPerMessage,
    'helpRequestId' in about ? about.helpRequestId : null,
  ]);
}

/** A delay of one second gathers events of the same moment. */
const tellOfficersSql = `
  with officers as (
    select m.person_id as id,
      exists (select 1 from account a where a.person_id = m.person_id and a.reachable) as reachable
    from membership m
    where m.role = 'officer' and m.office_id = (
        select p.office_id from plan p where p.id in (
          select plan_id from exemplar where id = $1::int union all select plan_id from filing where id = $2::int
          union all select plan_id from help_request where id = $9::int))
      and m.since <= $4::timestamptz and (m.until is null or m.until > $4::timestamptz)
    group by m.person_id),
  sent_back as (
    select (select c.person_id from exemplar_change c
            where c.exemplar_id = $1::int and c.action = 'return' order by c.id desc limit 1) as person_id
    where $1::int is not null
    union all
    select (select f.decided_by_id from filing f
            where (f.unit_id, f.duty, f.occurrence) = (n.unit_id, n.duty, n.occurrence) and f.id < n.id and f.status = 'returned'
            order by f.id desc limit 1)
    from filing n where n.id = $2::int),
  their_own as (select o.id from officers o join sent_back s on s.person_id = o.id where o.reachable),
  told as (
    select o.id as person_id from officers o
    where o.id <> $3::int and (o.id in (select id from their_own) or not exists (select 1 from their_own))),
  open as (
    select d.id, t.person_id
    from told t cross join lateral (
      select d.id from delivery d
      where d.person_id = t.person_id and d.kind = $7::text and d.status = 'pending'
        and jsonb_array_length(d.payload->'items') < $8::int
      order by d.id limit 1 for update skip locked) d),
  appended as (
    update delivery d set payload = jsonb_set(d.payload, '{items}', d.payload->'items' || $6::jsonb)
    from open o where o.id = d.id and not d.payload->'items' @> jsonb_build_array($6::jsonb)
    returning d.id),
  made as (
    insert into delivery (key, person_id, kind, payload, created_at)
    select $7::text || ':' || $5::text || ':' || t.person_id, t.person_id, $7::text,
      jsonb_build_object('items', jsonb_build_array($6::jsonb)), $4::timestamptz
    from told t where t.person_id not in (select person_id from open)
    on conflict (key) do nothing
    returning id)
  select (graphile_worker.add_job('deliver', json_build_object('id', id), job_key => 'deliver:' || id,
            job_key_mode => 'preserve_run_at', run_at => clock_timestamp() + interval '1 second')).id::text as job
  from (select id from appended union all select id from made) as due`;
