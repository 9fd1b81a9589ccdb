import type { Plan } from '../plan/plan.ts';
import type { Database } from '../store/database.ts';
import { listOwedDuties } from './owed.ts';
import { buildStandingParameters, standingSql } from './standing-sql.ts';

/** The number of units that have not done a duty with a date. */
export interface LackingCount {
  duty: string;
  /** 0 for a one-off duty. */
  year: number;
  units: number;
}

/**
 * Counts the units for each duty that some unit has not done, the earliest due first. The database
 * counts, for any number of units.
 */
export async function countLacking(deps: { db: Database; plan: Plan; now: Date }): Promise<LackingCount[]> {
  const { db, plan, now } = deps;
  const owed = listOwedDuties(plan, now).filter(({ due }) => due);
  const { rows } = await db.pool.query<LackingCount>(
    `with ${standingSql}
     select duty, year, count(*)::int as units from standing
     where status in ('missing', 'overdue') group by duty, year`,
    buildStandingParameters(plan, owed, undefined, now),
  );
  const moments = new Map(
    owed.map(({ duty, year, due }) => [`${duty} ${year}`, due?.lastMoment.getTime() ?? 0]),
  );
  const moment = ({ duty, year }: LackingCount) => moments.get(`${duty} ${year}`) ?? 0;
  return rows.sort((a, b) => moment(a) - moment(b) || b.duty.localeCompare(a.duty));
}
