import { type DutyStanding, readStandings } from '../duties/standing.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import type { Sql } from '../store/sql.ts';

/** Lists the duties that have begun and that units have not done, dated or not. */
export async function listOpenDuties(
  sql: Sql,
  plan: LoadedPlan,
  now: Date,
  unitIds?: number[],
): Promise<DutyStanding[]> {
  const standings = await readStandings(sql, plan, now, { unitIds });
  return standings.filter(({ status }) => status === 'missing' || status === 'overdue' || status === 'unset');
}

/** Writes which unit's duty is open: `12:annualReport:2025`. */
export function writeOpenDuty({ unitId, duty, occurrence }: DutyStanding): string {
  return `${unitId}:${duty}:${occurrence}`;
}
