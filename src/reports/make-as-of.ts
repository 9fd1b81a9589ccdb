import { localDate } from '../plan/calendar.ts';
import { planOn } from '../plan/plan-on.ts';
import { readPlanAsOf } from '../plans/plans.ts';
import type { Sql } from '../store/sql.ts';
import { showAsOf } from './as-of-day.ts';
import type { MadeReport, Report, ReportDeps, ReportRequest } from './report.ts';
import { momentOf } from './report-period.ts';

/**
 * Makes a report, of now or with the figures of an earlier day. Of that day are the states, the
 * units and the dues, and the words of the plan; its head and its date are of the day it is made.
 */
export async function makeAsOf(
  report: Report,
  deps: ReportDeps,
  request: ReportRequest,
): Promise<MadeReport> {
  const { plan, db } = deps;
  const moment = momentOf(plan, request, request.now);
  if (request.asOf === undefined || moment === request.now)
    return report.make(deps, { ...request, asOf: undefined });
  const day = request.asOf;
  const then = await db.inSnapshot(async ({ sql }) => ({
    plan: await readPlanAsOf(sql, plan.id, moment),
    unitIds: request.unitIds && (await findUnitsBefore(sql, request.unitIds)),
  }));
  const today = localDate(request.now, plan.zone);
  return report.make(
    { ...deps, plan: planOn(then.plan ?? plan, today), db: showAsOf(db, { moment, day }) },
    { ...request, ...(then.unitIds && { unitIds: then.unitIds }), now: moment, madeAt: request.now },
  );
}

/** Adds the units from which these have come: on an earlier day they may stand in their place. */
export async function findUnitsBefore(sql: Sql, unitIds: number[]): Promise<number[]> {
  const { rows } = await sql.query<{ id: number }>(
    `select id from unit where id = any ($1) or unit_on(id, 'infinity') = any ($1) order by id`,
    [unitIds],
  );
  return rows.map(({ id }) => id);
}
