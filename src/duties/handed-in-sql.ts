/**
 * Writes the query of the documents that units have handed in: one row a plan, unit, duty and
 * occurrence. A unit without a document of its own has one where all units before it had: those
 * that merged into it, or the one that it is a part of. `units`: ids or null for all; `filter`:
 * further conditions on `filing`.
 */
export function handedInSql(units: `$${number}`, filter = 'true'): string {
  return `
  with recursive before as (
    -- A way leads from a unit to one before it, and from that one further back.
    select b.unit_id, b.id, array[b.id] as nodes from ${beforeSql} b
    where ${units}::int[] is null or b.unit_id = any (${units})
    union
    select w.unit_id, b.id, w.nodes || b.id from before w join ${beforeSql} b on b.unit_id = w.id),
  way as (
    select w.unit_id, w.id as first, w.nodes from before w
    where not exists (select 1 from ${beforeSql} b where b.unit_id = w.id)),
  own as (
    select plan_id, unit_id, duty, occurrence, min(filed_at) as filed_at, (array_agg(filed_at order by id desc))[1] as newest_at,
      (array_agg(status order by id desc))[1] as newest,
      (array_agg(decided_at order by id desc))[1] as decided_at,
      bool_or(status = 'accepted') as accepted
    from filing
    where (${units}::int[] is null or unit_id = any (${units}::int[] || array(select id from before))) and ${filter}
    group by plan_id, unit_id, duty, occurrence),
  nearest as (
    select distinct on (w.unit_id, w.nodes, own.plan_id, own.duty, own.occurrence)
      w.unit_id as heir, w.first, own.*
    from way w cross join lateral unnest(w.nodes) with ordinality as n(id, back) join own on own.unit_id = n.id
    order by w.unit_id, w.nodes, own.plan_id, own.duty, own.occurrence, n.back),
  inherited as (
    select o.plan_id, o.heir as unit_id, o.duty, o.occurrence, max(o.filed_at) as filed_at,
      max(o.newest_at) as newest_at, 'accepted'::filing_status as newest, null::timestamptz as decided_at,
      true as accepted
    from nearest o join plan_unit f on f.plan_id = o.plan_id and f.unit_id = o.first
    where o.newest <> 'returned' or o.accepted
    group by o.plan_id, o.heir, o.duty, o.occurrence
    having count(*) = (
      select count(*) from way w join plan_unit pu on pu.unit_id = w.first and pu.plan_id = o.plan_id
      where w.unit_id = o.heir))
  select * from own
  union all
  select * from inherited i where not exists (
    select 1 from own o where o.plan_id = i.plan_id and o.unit_id = i.unit_id and o.duty = i.duty
      and o.occurrence = i.occurrence)`;
}

/** Each unit with the units directly before it; the first part of a division is there twice. */
const beforeSql = `(
    select successor_id as unit_id, id from unit where successor_id is not null
    union all
    select id, part_of_id from unit where part_of_id is not null)`;
