import type { LoadedPlan } from '../plan/plan.ts';
import type { Database } from '../store/database.ts';
import type { Sql } from '../store/sql.ts';
import { snapshotAsOf } from './as-of-day.ts';
import type { ChartScope } from './chart/read-chart-data.ts';
import { readPast } from './read-past.ts';
import { momentOf } from './report-period.ts';

/** The tables, the plan and the scope of one moment, from which a picture is read. */
export interface AtMoment<Scope> {
  sql: Sql;
  plan: LoadedPlan;
  scope: Scope;
}

/**
 * Reads a picture's figures of now, or of the end of the day that was asked. The states, the units,
 * the dues and the words of the plan are then those of that day, as in a report.
 */
export async function readAtMoment<Scope extends ChartScope, Read>(
  { db, plan }: { db: Pick<Database, 'inSnapshot'>; plan: LoadedPlan },
  scope: Scope,
  read: (at: AtMoment<Scope>) => Promise<Read>,
): Promise<Read> {
  const { now, asOf: day } = scope;
  const moment = momentOf(plan, scope, now);
  return db.inSnapshot(async (snapshot) => {
    if (day === undefined || moment === now)
      return read({ sql: snapshot.sql, plan, scope: { ...scope, asOf: undefined } });
    const asked = scope.unitIds ?? (scope.unitId === null ? undefined : [scope.unitId]);
    const past = await readPast(snapshot.sql, plan, { moment, now, unitIds: asked });
    return read({
      sql: snapshotAsOf(snapshot, { moment, day }).sql,
      plan: past.plan,
      scope: { ...scope, now: moment, unitIds: past.unitIds },
    });
  });
}
