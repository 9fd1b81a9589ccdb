import { buildDues, dueSql } from '../duties/due-sql.ts';
import { findRegistrationDuty } from '../duties/kinds/index.ts';
import { listAllDuties } from '../duties/owed.ts';
import { localDate } from '../plan/calendar.ts';
import { dueOf, isLate, occurrencesOf } from '../plan/due.ts';
import { firstDayOf, type Occurrence, oneOff, periodOf } from '../plan/occurrence.ts';
import type { LoadedPlan, Plan } from '../plan/plan.ts';
import { quotaOfUnit, type UnitInPlan } from '../plan/quota.ts';
import type { Sql } from '../store/sql.ts';

/**
 * How an exemplar stands to the due of its unit's list (Plan 101, V.1). `late`: first handed in
 * after it while the minimum was not reached in time. `extra` (bổ sung): handed in after it, and
 * the minimum had been reached in time: not late.
 */
export type Lateness = 'onTime' | 'late' | 'extra';

/** Lateness of an exemplar, and when what it says was last mended after the due. */
export interface ExemplarLateness {
  lateness: Lateness;
  /**
   * When it was sent again, if after the due and the first submission was in time: *bổ sung sau
   * hạn*, which is not late.
   */
  supplementedAt: Date | null;
}

/**
 * Decides the lateness of an exemplar that was first handed in at `at`. `inTime`: how many of its
 * unit had been handed in by the last moment, without those that the unit withdrew: an office that
 * is slow to return makes no unit late.
 */
export function decideLateness(of: {
  at: Date;
  lastMoment: Date | undefined;
  inTime: number;
  min: number;
}): Lateness {
  if (of.lastMoment === undefined || of.at.getTime() <= of.lastMoment.getTime()) return 'onTime';
  return of.inTime >= of.min ? 'extra' : 'late';
}

/**
 * Writes `decideLateness` in SQL: common table expressions that end in `timed`. Its columns are
 * exemplar_id, lateness and supplemented_at, for the exemplars that `candidates` selects by id.
 * `dues` and `quotas` are the parameters of `buildLatenessParameters`.
 */
export function latenessSql(candidates: string, dues: `$${number}`, quotas: `$${number}`): string {
  return `
  ${dueSql(dues)},
  dated as (
    select e.*, coalesce(w.last_moment, d.last_moment) as last_moment, coalesce(pu.min, q.min, 0) as min
    from (
      select coalesce(counts_for_id, unit_id) as for_id, exemplar.* from exemplar where id in (${candidates})) e
    join duty_time d on d.plan_id = e.plan_id and d.occurrence = e.occurrence and d.fulfilled_by = 'registration'
    left join own_due w
      on w.unit_id = e.for_id and w.plan_id = d.plan_id and w.duty = d.duty and w.occurrence = d.occurrence
    left join plan_unit pu on pu.plan_id = e.plan_id and pu.unit_id = e.for_id
    left join jsonb_to_recordset(${quotas}::jsonb) as q(plan_id int, kind text, min int)
      on q.plan_id = pu.plan_id and q.kind = pu.kind),
  timed as (
    select e.id as exemplar_id,
      case
        when e.last_moment is null or e.submitted_at <= e.last_moment then 'onTime'
        when e.min <= (
          select count(*) from exemplar o
          where o.plan_id = e.plan_id and o.occurrence = e.occurrence
            and (o.unit_id = e.for_id and o.counts_for_id is null or o.counts_for_id = e.for_id)
            and o.status <> 'withdrawn' and o.submitted_at <= e.last_moment) then 'extra'
        else 'late'
      end as lateness,
      case when e.submitted_at <= e.last_moment then (
        select max(c.at) from exemplar_change c
        where c.exemplar_id = e.id and c.action = 'resubmit' and c.at > e.last_moment) end as supplemented_at
    from dated e)`;
}

/** Builds the two parameters of `latenessSql`: every duty with its dues, minimum per kind. */
export function buildLatenessParameters(plans: LoadedPlan[]): [dues: string, quotas: string] {
  const quotas = plans.flatMap(({ id, unitKinds }) =>
    unitKinds.map(({ code, quota }) => ({ plan_id: id, kind: code, min: quota.min })),
  );
  return [
    JSON.stringify(plans.flatMap((plan) => buildDues(plan, listAllDuties(plan)))),
    JSON.stringify(quotas),
  ];
}

/** Reads the lateness of exemplars by their ids. */
export async function readLateness(
  sql: Sql,
  plans: LoadedPlan[],
  exemplarIds: number[],
): Promise<Map<number, ExemplarLateness>> {
  const { rows } = await sql.query<ExemplarLateness & { id: number }>({
    name: 'exemplars-lateness',
    text: `with ${latenessSql('select unnest($3::int[])', '$1', '$2')}
           select exemplar_id as id, lateness, supplemented_at as "supplementedAt" from timed`,
    values: [...buildLatenessParameters(plans), exemplarIds],
  });
  return new Map(rows.map(({ id, ...one }) => [id, one]));
}

/**
 * Computes the lateness of an exemplar that a unit first handed in at `at`. It is `latenessSql` for
 * one: the due comes from the plan, and before the due nothing is read.
 */
export async function computeLateness(
  sql: Sql,
  plan: LoadedPlan,
  { unit, occurrence, at }: { unit: UnitInPlan & { id: number }; occurrence: Occurrence; at: Date },
): Promise<Lateness> {
  const duty = findRegistrationDuty(plan);
  const due = duty && dueOf(plan, duty.code, occurrence, unit.id);
  if (!due || !isLate(due, at)) return 'onTime';
  const { rows } = await sql.query<{ n: number }>(
    `select count(*)::int as n from exemplar
     where plan_id = $1 and (unit_id = $2 and counts_for_id is null or counts_for_id = $2) and occurrence = $3
       and status <> 'withdrawn' and submitted_at <= $4`,
    [plan.id, unit.id, occurrence, due.lastMoment],
  );
  const { min } = quotaOfUnit(plan, unit);
  return decideLateness({ at, lastMoment: due.lastMoment, inTime: rows[0]?.n ?? 0, min });
}

/**
 * Decides for which occurrence of the registration an exemplar counts that comes at `at`. It is the
 * first that has begun and is not over for its unit, or else the last that has begun.
 */
export function registrationTime(plan: Plan, unitId: number, at: Date): Occurrence {
  const duty = findRegistrationDuty(plan);
  if (!duty) return oneOff;
  const all = occurrencesOf(duty);
  const today = localDate(at, plan.zone);
  const begun = all.filter((one) => {
    const period = periodOf(one);
    return period === undefined || firstDayOf(period) <= today;
  });
  const open = begun.find((one) => {
    const due = dueOf(plan, duty.code, one, unitId);
    return due === undefined || !isLate(due, at);
  });
  return open ?? begun.at(-1) ?? all[0] ?? oneOff;
}
