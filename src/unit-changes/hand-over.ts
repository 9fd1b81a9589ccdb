import type { Sql } from '../store/sql.ts';

/** The end of units and the unit that takes over from them. */
export interface HandOver {
  /** Units that end. */
  from: number[];
  /** The unit that takes over. */
  to: number;
  /** When, and by whom, on which ground: for the histories. */
  at: Date;
  byId: number;
  channel: string;
  reason: string;
}

/**
 * Hands over to another unit what belongs to units that end. These are roles, invitations that
 * wait, open drafts, exemplars (their codes stay), activities, requests for help, criteria and
 * dues of their own, nudges and with them reminders, fostering plans. Documents stay with the unit
 * that handed them in. A person gets the role in the new unit that they had in one of the old
 * ones, and no other person gets anything.
 */
export async function handOverUnits(sql: Sql, of: HandOver): Promise<void> {
  const { from, to, at, byId, channel, reason } = of;
  await sql.query(rolesSql, [from, to, at, byId, channel, reason]);
  await sql.query(
    'update invitation set unit_id = $2 where unit_id = any ($1) and used_at is null and withdrawn_at is null',
    [from, to],
  );
  await sql.query(draftsSql, [from.map(String), String(to), at]);
  await sql.query(
    `update exemplar set origin_unit_id = coalesce(origin_unit_id, unit_id), unit_id = $2 where unit_id = any ($1)`,
    [from, to],
  );
  await sql.query('update activity set unit_id = $2 where unit_id = any ($1)', [from, to]);
  await sql.query('update help_request set unit_id = $2 where unit_id = any ($1)', [from, to]);
  await sql.query(criteriaSql, [from, to]);
  await sql.query(duesSql, [from, to, at, byId, channel, reason]);
  await sql.query(nudgesSql, [from, to]);
  await sql.query(fosteringSql, [from, to]);
}

/** Roles end in the old unit and begin in the new one at one instant, once a person and role. */
const rolesSql = `
  with ended as (
    update membership set until = $3 where unit_id = any ($1) and until is null
    returning id, person_id, role, unit_id),
  given as (
    insert into membership (person_id, role, unit_id, since)
    select distinct e.person_id, e.role, $2::int, $3::timestamptz from ended e
    where not exists (
      select 1 from membership m
      where m.person_id = e.person_id and m.role = e.role and m.unit_id = $2 and m.until is null)
    returning id, person_id, role)
  insert into person_change (person_id, at, by_id, channel, action, reason, membership_id, before, after)
  select e.person_id, $3, $4, $5, 'unit_moved', $6, e.id,
    jsonb_build_object('role', e.role, 'unitId', e.unit_id, 'unit', old.name),
    jsonb_build_object('role', e.role, 'unitId', $2::int, 'unit', new.name, 'membershipId', g.id)
  from ended e
  join unit old on old.id = e.unit_id join unit new on new.id = $2
  left join given g on g.person_id = e.person_id and g.role = e.role`;

/** A draft names its unit in its subject, its answers, or both. A new `rev` closes its links. */
const draftsSql = `
  update draft set
    subject = case when subject ->> 'unitId' = any ($1) then jsonb_set(subject, '{unitId}', to_jsonb($2::int)) else subject end,
    answers = case when answers ->> 'unit' = any ($1) then jsonb_set(answers, '{unit}', to_jsonb($2::text)) else answers end,
    rev = rev + 1, updated_at = $3
  where state = 'open' and (subject ->> 'unitId' = any ($1) or answers ->> 'unit' = any ($1))`;

/** A criterion that several of the units have in the same words is there once. */
const criteriaSql = `
  insert into own_criterion (plan_id, unit_id, text, subject, added_at, added_by_id, added_via)
  select distinct on (plan_id, lower(text)) plan_id, $2::int, text, subject, added_at, added_by_id, added_via
  from own_criterion where unit_id = any ($1) and retired_at is null
  order by plan_id, lower(text), id`;

/** Of several dues of their own the latest day holds. */
const duesSql = `
  with newest as (
    select distinct on (plan_id, duty, occurrence, unit_id) plan_id, duty, occurrence, unit_id, last_day, exact
    from due_move where unit_id = any ($1) order by plan_id, duty, occurrence, unit_id, id desc)
  insert into due_move (plan_id, duty, occurrence, unit_id, last_day, exact, reason, at, by_id, channel)
  select plan_id, duty, occurrence, $2, max(last_day), bool_or(exact), $6, $3, $4, $5
  from newest group by plan_id, duty, occurrence`;

/** A nudge that a person got for several of the units counts once. */
const nudgesSql = `
  update nudge set unit_id = $2
  where id in (
    select min(id) from nudge n
    where n.unit_id = any ($1) and not exists (
      select 1 from nudge o where o.unit_id = $2 and o.plan_id = n.plan_id and o.duty = n.duty
        and o.occurrence = n.occurrence and o.last_day is not distinct from n.last_day and o.stage = n.stage
        and o.person_id = n.person_id)
    group by n.plan_id, n.duty, n.occurrence, n.last_day, n.stage, n.person_id)`;

/**
 * Of several fostering plans under one plan the oldest stays, with its leader and the steps of all;
 * the others keep their history.
 */
const fosteringSql = `
  with heir as (
    select distinct on (plan_id) plan_id, id from fostering_plan where unit_id = any ($1) or unit_id = $2
    order by plan_id, unit_id = $2 desc, id),
  moved as (
    update fostering_step s set fostering_plan_id = h.id
    from fostering_plan p join heir h using (plan_id)
    where s.fostering_plan_id = p.id and p.unit_id = any ($1) and p.id <> h.id)
  update fostering_plan p set unit_id = $2 from heir h where p.id = h.id and p.unit_id <> $2`;
