import type { Plan } from '../plan/plan.ts';
import type { OwedDuty } from './owed.ts';

/**
 * The common table expression `standing`: what each active unit owes and whether it is done,
 * derived from exemplars and filings alone, for one unit or fifty thousand. To be put after `with`;
 * takes the parameters $1 to $4 of `standingParameters`. Columns: unit_id, kind, duty, year,
 * status, done_at, counted; of documents also newest (its status), filed_at, returned_at,
 * supplemented_at.
 *
 * Registration is done when the kind's minimum is reached by exemplars that count (submitted or
 * approved), at the moment when the exemplar that reached it was submitted (Plan 101, IV.1).
 * Everything else is done by a document. Returned, it is open again until a later version comes; an
 * accepted version keeps it done. Lateness counts from the first document; what came after the last
 * moment to one that was in time stands apart (`supplemented_at`).
 */
export const standingSql = `
  owed as (
    select u.id as unit_id, u.kind, q.min, d.duty, d.year, d.fulfilled_by, d.last_moment
    from unit u
    join jsonb_to_recordset($2::jsonb) as q(kind text, min int) on q.kind = u.kind
    join jsonb_to_recordset($1::jsonb)
      as d(duty text, year int, fulfilled_by text, kinds text[], last_moment timestamptz)
      on d.kinds is null or u.kind = any (d.kinds)
    where u.active and ($3::int[] is null or u.id = any ($3))),
  registered as (
    select unit_id, count(*)::int as counted, array_agg(submitted_at order by submitted_at) as moments
    from exemplar
    where status in ('submitted', 'approved') and ($3::int[] is null or unit_id = any ($3))
    group by unit_id),
  filed as (
    select unit_id, duty, year, min(filed_at) as filed_at, max(filed_at) as newest_at,
      (array_agg(status order by filed_at desc, id desc))[1] as newest,
      (array_agg(decided_at order by filed_at desc, id desc))[1] as decided_at,
      bool_or(status = 'accepted') as accepted
    from filing
    where $3::int[] is null or unit_id = any ($3)
    group by unit_id, duty, year),
  derived as (
    select o.*,
      case when o.fulfilled_by = 'registration' then coalesce(r.counted, 0) end as counted,
      case when o.fulfilled_by = 'registration' then coalesce(r.counted, 0) >= o.min
           else coalesce(f.newest <> 'returned' or f.accepted, false) end as done,
      case when o.fulfilled_by = 'registration' then r.moments[o.min] else f.filed_at end as done_at,
      f.newest, f.newest_at, f.decided_at, f.filed_at
    from owed o
    left join registered r on o.fulfilled_by = 'registration' and r.unit_id = o.unit_id
    left join filed f
      on o.fulfilled_by <> 'registration' and f.unit_id = o.unit_id and f.duty = o.duty and f.year = o.year),
  standing as (
    select unit_id, kind, duty, year, counted, case when done then done_at end as done_at,
      newest, filed_at, case when newest = 'returned' then decided_at end as returned_at,
      case when done and filed_at <= last_moment and newest_at > last_moment then newest_at end as supplemented_at,
      case
        when done and done_at > last_moment then 'doneLate'
        when done then 'done'
        when fulfilled_by = 'optional' then 'optional'
        when last_moment is null then 'unset'
        when last_moment < $4::timestamptz then 'overdue'
        else 'missing'
      end as status
    from derived)`;

/** $1 to $4 of `standingSql`: duties, minimum per kind, units (undefined: all), now. */
export function standingParameters(
  plan: Plan,
  owed: OwedDuty[],
  unitIds: number[] | undefined,
  now: Date,
): [string, string, number[] | null, Date] {
  const duties = owed.map(({ duty, year, fulfilledBy, kinds, due }) => ({
    duty,
    year,
    fulfilled_by: fulfilledBy,
    kinds: kinds ?? null,
    last_moment: due?.lastMoment.toISOString() ?? null,
  }));
  const quotas = plan.unitKinds.map(({ code, quota }) => ({ kind: code, min: quota.min }));
  return [JSON.stringify(duties), JSON.stringify(quotas), unitIds ?? null, now];
}
