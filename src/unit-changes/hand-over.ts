import type { Sql } from '../store/sql.ts';

/** The end of units and the units that take over from them. */
export interface HandOver {
  /** Units that end. */
  from: number[];
  /** The units after them; the first, the heir, takes over what is not divided. */
  to: Receiver[];
  /** When, and by whom, on which ground: for the histories. */
  at: Date;
  byId: number;
  channel: string;
  reason: string;
}

/** A unit that takes over, and what was chosen for it. */
interface Receiver {
  unitId: number;
  /** People who serve it. Undefined in all of them: everyone serves the heir alone. */
  people?: number[] | undefined;
}

/**
 * Hands over to other units what belongs to units that end. To the heir go invitations that wait,
 * open drafts, exemplars (their codes stay), activities, requests for help, nominations, nudges and
 * with them reminders, fostering plans. Criteria and dues of their own go to each of them.
 * Documents stay with the unit that handed them in. A person gets the role in a new unit that they
 * had in one of the old ones, and no other person gets anything.
 */
export async function handOverUnits(sql: Sql, of: HandOver): Promise<void> {
  const { from, to, at, byId, channel, reason } = of;
  const [heir] = to;
  if (!heir) throw new Error('no unit takes over');
  const divided = to.some(({ people }) => people !== undefined);
  const receivers = (divided ? to : [heir]).map(({ unitId, people = [] }) => ({ unit_id: unitId, people }));
  await sql.query(rolesSql, [from, JSON.stringify(receivers), at, byId, channel, reason]);
  await sql.query(
    'update invitation set unit_id = $2 where unit_id = any ($1) and used_at is null and withdrawn_at is null',
    [from, heir.unitId],
  );
  await sql.query(draftsSql, [from.map(String), String(heir.unitId), at]);
  await sql.query(exemplarsSql, [from, heir.unitId]);
  await sql.query('update activity set unit_id = $2 where unit_id = any ($1)', [from, heir.unitId]);
  await sql.query('update help_request set unit_id = $2 where unit_id = any ($1)', [from, heir.unitId]);
  await sql.query('update nomination set unit_id = $2 where unit_id = any ($1)', [from, heir.unitId]);
  for (const { unitId } of to) {
    await sql.query(criteriaSql, [from, unitId]);
    await sql.query(duesSql, [from, unitId, at, byId, channel, reason]);
  }
  await sql.query(nudgesSql, [from, heir.unitId]);
  await sql.query(fosteringSql, [from, heir.unitId]);
}

/**
 * Roles end in the old units and begin in the new ones at one instant, once a person, role and
 * unit. A person whom no unit lists serves each.
 */
const rolesSql = `
  with ended as (
    update membership set until = $3 where unit_id = any ($1) and until is null
    returning id, person_id, role, unit_id),
  receiver as (select * from jsonb_to_recordset($2::jsonb) as r(unit_id int, people int[])),
  passing as (
    select e.*, r.unit_id as to_id from ended e join receiver r
      on e.person_id = any (r.people)
      or not exists (select 1 from receiver o where e.person_id = any (o.people))),
  given as (
    insert into membership (person_id, role, unit_id, since)
    select distinct p.person_id, p.role, p.to_id, $3::timestamptz from passing p
    where not exists (
      select 1 from membership m
      where m.person_id = p.person_id and m.role = p.role and m.unit_id = p.to_id and m.until is null)
    returning id, person_id, role, unit_id)
  insert into person_change (person_id, at, by_id, channel, action, reason, membership_id, before, after)
  select p.person_id, $3, $4, $5, 'unit_moved', $6, p.id,
    jsonb_build_object('role', p.role, 'unitId', p.unit_id, 'unit', old.name),
    jsonb_build_object('role', p.role, 'unitId', p.to_id, 'unit', new.name, 'membershipId', g.id)
  from passing p
  join unit old on old.id = p.unit_id join unit new on new.id = p.to_id
  left join given g on g.person_id = p.person_id and g.role = p.role and g.unit_id = p.to_id`;

/** A draft names its unit in its subject, its answers, or both. A new `rev` closes its links. */
const draftsSql = `
  update draft set
    subject = case when subject ->> 'unitId' = any ($1) then jsonb_set(subject, '{unitId}', to_jsonb($2::int)) else subject end,
    answers = case when answers ->> 'unit' = any ($1) then jsonb_set(answers, '{unit}', to_jsonb($2::text)) else answers end,
    rev = rev + 1, updated_at = $3
  where state = 'open' and (subject ->> 'unitId' = any ($1) or answers ->> 'unit' = any ($1))`;

/** An exemplar counts for the unit that took over from the one for which it counted. */
const exemplarsSql = `
  with moved as (
    select id, case when unit_id = any ($1) then $2::int else unit_id end as unit_id,
      case when coalesce(counts_for_id, unit_id) = any ($1) then $2::int else counts_for_id end as for_id
    from exemplar where unit_id = any ($1) or counts_for_id = any ($1))
  update exemplar e
  set origin_unit_id = case when e.unit_id <> m.unit_id then coalesce(e.origin_unit_id, e.unit_id) else e.origin_unit_id end,
    unit_id = m.unit_id, counts_for_id = nullif(m.for_id, m.unit_id)
  from moved m where m.id = e.id`;

/** A criterion that several of the units have in the same words is there once. */
const criteriaSql = `
  insert into own_criterion (plan_id, unit_id, text, subject, added_at, added_by_id, added_via)
  select distinct on (plan_id, lower(text)) plan_id, $2::int, text, subject, added_at, added_by_id, added_via
  from own_criterion where unit_id = any ($1) and retired_at is null
  order by plan_id, lower(text), id`;

/**
 * Of the days of the units the latest holds: one of their own, unless a day for all took its place
 * since, and exact only where each of them had an exact one.
 */
const duesSql = `
  with newest as (
    select distinct on (plan_id, duty, occurrence, unit_id) id, plan_id, duty, occurrence, unit_id, last_day, exact
    from due_move where unit_id = any ($1) order by plan_id, duty, occurrence, unit_id, id desc),
  holding as (
    select n.* from newest n
    where exists (select 1 from plan_unit pu where pu.plan_id = n.plan_id and pu.unit_id = n.unit_id)
      and not exists (
      select 1 from due_move g
      where g.plan_id = n.plan_id and g.duty = n.duty and g.occurrence = n.occurrence and g.unit_id is null
        and g.exact and g.id > n.id))
  insert into due_move (plan_id, duty, occurrence, unit_id, last_day, exact, reason, at, by_id, channel)
  select h.plan_id, h.duty, h.occurrence, $2::int, max(h.last_day),
    bool_and(h.exact) and count(*) = (
      select count(*) from plan_unit pu where pu.plan_id = h.plan_id and pu.unit_id = any ($1)),
    $6, $3, $4, $5
  from holding h group by h.plan_id, h.duty, h.occurrence`;

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
