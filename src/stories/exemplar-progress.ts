import type { Sql } from '../store/sql.ts';
import type { ExemplarProgress } from './next-step.ts';

/**
 * Lists how far exemplars have come, in the order of their codes. They are those with these ids, or
 * all of these units that were neither rejected nor withdrawn. `year`: the year of the evaluation.
 */
export async function listExemplarProgress(
  sql: Sql,
  of: { ids: number[] } | { unitIds: number[] },
  year: number,
): Promise<ExemplarProgress[]> {
  const [ids, unitIds] = 'ids' in of ? [of.ids, null] : [null, of.unitIds];
  const { rows } = await sql.query<ExemplarProgress>(progressSql, [ids, unitIds, year]);
  return rows;
}

const progressSql = `
  select e.id, e.code, e.name, e.unit_id as "unitId", e.plan_id as "planId", e.status,
    array(select c.plan_id from carried_exemplar c where c.exemplar_id = e.id order by 1) as "carriedInto",
    exists (
      select 1 from fostering_step s join fostering_plan p on p.id = s.fostering_plan_id
      where s.dropped_at is null
        and (s.exemplar_id = e.id or (s.exemplar_id is null and p.unit_id = e.unit_id
          and (p.plan_id = e.plan_id
            or exists (select 1 from carried_exemplar c where c.plan_id = p.plan_id and c.exemplar_id = e.id))))) as planned,
    n.what as "stepWhat", n.due_on::text as "stepDueOn",
    exists (
      select 1 from activity_exemplar x join activity a on a.id = x.activity_id
      where x.exemplar_id = e.id and a.kind = 'publicity' and a.withdrawn_at is null) as publicised,
    exists (select 1 from evaluation v where v.exemplar_id = e.id and v.year = $3) as evaluated
  from exemplar e
  left join lateral (
    select s.what, s.due_on from fostering_step s
    where s.exemplar_id = e.id and s.done_on is null and s.dropped_at is null
    order by s.due_on, s.id limit 1) n on true
  where e.id = any ($1::int[])
    or (e.unit_id = any ($2::int[]) and e.status not in ('rejected', 'withdrawn'))
  order by e.code`;
