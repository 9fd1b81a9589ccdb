import type { LocalDate } from '../plan/plan.ts';
import type { Sql } from '../store/sql.ts';
import type { FosteringOf } from './step.ts';

/** Where a unit stands with fostering its approved exemplars under one plan. */
export interface FosteringStanding extends FosteringOf {
  /** Number of approved exemplars. */
  exemplars: number;
  /** Number of them without a step of their own, where no step is for all. */
  uncovered: number;
  /** Whether it has made its plan. */
  planned: boolean;
  /** Number of steps that were not dropped, of those done, and of those overdue. */
  steps: number;
  done: number;
  overdue: number;
  /** The open step with the nearest day. */
  next: string | null;
  nextDueOn: LocalDate | null;
}

/**
 * Lists where units stand with fostering on `today` under these plans. Units without an approved
 * exemplar and without a plan are left out: nothing is asked of them yet.
 */
export async function listFosteringStandings(
  sql: Sql,
  { planIds, unitIds, today }: { planIds: number[]; unitIds: number[]; today: LocalDate },
): Promise<FosteringStanding[]> {
  const { rows } = await sql.query<FosteringStanding>(standingsSql, [planIds, unitIds, today]);
  return rows;
}

const standingsSql = `
  with fostered as (
    select e.plan_id, e.unit_id, e.id from exemplar e
    where e.unit_id = any ($2) and e.plan_id = any ($1) and e.status = 'approved'
    union
    select c.plan_id, e.unit_id, e.id from carried_exemplar c join exemplar e on e.id = c.exemplar_id
    where e.unit_id = any ($2) and c.plan_id = any ($1) and e.status = 'approved'),
  living as (
    select p.plan_id, p.unit_id, s.*
    from fostering_plan p join fostering_step s on s.fostering_plan_id = p.id
    left join exemplar e on e.id = s.exemplar_id
    where p.plan_id = any ($1) and p.unit_id = any ($2) and s.dropped_at is null
      and (e.id is null or e.status = 'approved' or s.done_on is not null)),
  exemplars as (
    select f.plan_id, f.unit_id, count(*)::int as exemplars,
      (count(*) filter (where not exists (
        select 1 from living l
        where l.plan_id = f.plan_id and l.unit_id = f.unit_id and (l.exemplar_id is null or l.exemplar_id = f.id))))::int as uncovered
    from fostered f group by f.plan_id, f.unit_id),
  counted as (
    select plan_id, unit_id, count(*)::int as steps, count(done_on)::int as done,
      (count(*) filter (where done_on is null and due_on < $3::date))::int as overdue,
      (array_agg(what order by due_on, id) filter (where done_on is null))[1] as next,
      (min(due_on) filter (where done_on is null))::text as next_due_on
    from living group by plan_id, unit_id),
  planned as (select plan_id, unit_id from fostering_plan where plan_id = any ($1) and unit_id = any ($2))
  select plan_id as "planId", unit_id as "unitId", coalesce(e.exemplars, 0) as exemplars,
    coalesce(e.uncovered, 0) as uncovered, p.plan_id is not null as planned,
    coalesce(c.steps, 0) as steps, coalesce(c.done, 0) as done, coalesce(c.overdue, 0) as overdue,
    c.next, c.next_due_on as "nextDueOn"
  from exemplars e full join planned p using (plan_id, unit_id) left join counted c using (plan_id, unit_id)
  order by plan_id, unit_id`;
