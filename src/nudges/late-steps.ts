import type { UnitRole } from '../people/roles.ts';
import { daysBetween, localDate } from '../plan/calendar.ts';
import type { LoadedPlan, LocalDate } from '../plan/plan.ts';
import type { Sql } from '../store/sql.ts';

/** An overdue step of a fostering plan (Plan 101, IV.2), with why the person is told. */
export interface LateStep {
  planId: number;
  unit: { id: number; name: string; position: number };
  as: UnitRole;
  /** Names of the unit's liaisons, for a head to ask. */
  liaisons: string[];
  what: string;
  who: string;
  dueOn: LocalDate;
  days: number;
}

/** Lists the days of the open steps of these plans that lie before a day, each once a plan. */
export async function listLateDays(
  sql: Sql,
  planIds: number[],
  before: LocalDate,
): Promise<{ planId: number; dueOn: LocalDate }[]> {
  const { rows } = await sql.query<{ planId: number; dueOn: LocalDate }>(
    `select distinct p.plan_id as "planId", s.due_on::text as "dueOn"
     from fostering_step s join fostering_plan p on p.id = s.fostering_plan_id
     where s.done_on is null and s.dropped_at is null and s.due_on < $2::date and p.plan_id = any ($1)`,
    [planIds, before],
  );
  return rows;
}

/** Lists the ids of the plans whose steps a nudge is about. */
export async function listPlansOfSteps(sql: Sql, deliveryId: number): Promise<number[]> {
  const { rows } = await sql.query<{ planId: number }>(
    `select distinct p.plan_id as "planId" from step_nudge n
     join fostering_step s on s.id = n.step_id join fostering_plan p on p.id = s.fostering_plan_id
     where n.delivery_id = $1 order by 1`,
    [deliveryId],
  );
  return rows.map(({ planId }) => planId);
}

/**
 * Lists the steps of a nudge that are still overdue at `now`, of one plan. Left out are steps that
 * were done, dropped or moved since, those of units that the person serves no more, and those of a
 * later nudge to the same person.
 */
export async function listLateSteps(
  sql: Sql,
  plan: LoadedPlan,
  { deliveryId, personId, now }: { deliveryId: number; personId: number; now: Date },
): Promise<LateStep[]> {
  const today = localDate(now, plan.zone);
  const { rows } = await sql.query<LateRow>(lateSql, [deliveryId, personId, now, plan.id, today]);
  return rows.map(({ unitId, unit, position, liaison, ...step }) => ({
    ...step,
    planId: plan.id,
    unit: { id: unitId, name: unit, position },
    as: liaison ? 'liaison' : 'head',
    days: daysBetween(step.dueOn, today),
  }));
}

interface LateRow {
  unitId: number;
  unit: string;
  position: number;
  /** Whether the person registers for the unit; otherwise they head it. */
  liaison: boolean;
  liaisons: string[];
  what: string;
  who: string;
  dueOn: LocalDate;
}

const lateSql = `
  with late as (
    select distinct s.id, s.what, s.who, s.due_on, p.unit_id
    from step_nudge n join fostering_step s on s.id = n.step_id and s.due_on = n.due_on
    join fostering_plan p on p.id = s.fostering_plan_id left join exemplar e on e.id = s.exemplar_id
    where n.delivery_id = $1 and p.plan_id = $4 and s.done_on is null and s.dropped_at is null and s.due_on < $5::date
      and (e.id is null or e.status = 'approved')
      and not exists (
        select 1 from step_nudge later
        where later.step_id = n.step_id and later.person_id = n.person_id and later.delivery_id > n.delivery_id)),
  serving as (
    select unit_id, person_id, role from membership
    where unit_id in (select unit_id from late) and role in ('liaison', 'head')
      and since <= $3 and (until is null or until > $3))
  select u.id as "unitId", u.name as unit, u.position, l.what, l.who, l.due_on::text as "dueOn", m.liaison,
    array(select distinct p.name from serving v join person p on p.id = v.person_id
          where v.unit_id = u.id and v.role = 'liaison' and p.name is not null order by p.name) as liaisons
  from late l join unit u on u.id = l.unit_id
  join (select unit_id, bool_or(role = 'liaison') as liaison from serving where person_id = $2 group by unit_id) m
    on m.unit_id = u.id
  order by u.position, u.id, l.due_on, l.id`;
