import { ownDuesOf } from '../plan/due.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import type { OwedDuty } from './owed.ts';

/**
 * Writes the common table expressions of dues, from a parameter of `buildDues`. `duty_time` are the
 * duties with the due of every unit, `own_due` the units that have one of their own.
 */
export function dueSql(parameter: `$${number}`): string {
  return `duty_time as (
    select * from jsonb_to_recordset(${parameter}::jsonb) as d(plan_id int, duty text, occurrence text,
      fulfilled_by text, kinds text[], last_day date, last_moment timestamptz, own jsonb)),
  own_due as (
    select d.plan_id, d.duty, d.occurrence, w.*
    from duty_time d
    cross join lateral jsonb_to_recordset(d.own) as w(unit_id int, last_day date, last_moment timestamptz))`;
}

/** Builds the rows of the parameter of `dueSql`. */
export function buildDues(plan: LoadedPlan, owed: OwedDuty[]): object[] {
  return owed.map(({ duty, occurrence, fulfilledBy, kinds, due }) => ({
    plan_id: plan.id,
    duty,
    occurrence,
    fulfilled_by: fulfilledBy,
    kinds: kinds ?? null,
    last_day: due?.lastDay ?? null,
    last_moment: due?.lastMoment ?? null,
    own: ownDuesOf(plan, duty, occurrence).map((own) => ({
      unit_id: own.unitId,
      last_day: own.due.lastDay,
      last_moment: own.due.lastMoment,
    })),
  }));
}
