import { localDate } from '../plan/calendar.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import { planOn } from '../plan/plan-on.ts';
import { readPlanAsOf } from '../plans/plans.ts';
import type { Sql } from '../store/sql.ts';

/**
 * Reads the plan and the units of an earlier moment. The plan has the words of then and the bodies
 * of now, which write the report. Units from which the asked ones have come are in `unitIds` too:
 * on that day they may stand in their place.
 */
export async function readPast(
  sql: Sql,
  plan: LoadedPlan,
  of: { moment: Date; now: Date; unitIds: number[] | undefined },
): Promise<{ plan: LoadedPlan; unitIds: number[] | undefined }> {
  const then = (await readPlanAsOf(sql, plan.id, of.moment)) ?? plan;
  return {
    plan: planOn(then, localDate(of.now, plan.zone)),
    unitIds: of.unitIds && (await findUnitsBefore(sql, of.unitIds)),
  };
}

async function findUnitsBefore(sql: Sql, unitIds: number[]): Promise<number[]> {
  const { rows } = await sql.query<{ id: number }>(
    `select id from unit where id = any ($1) or unit_on(id, 'infinity') = any ($1) order by id`,
    [unitIds],
  );
  return rows.map(({ id }) => id);
}
