import type { Plan } from '../plan/plan.ts';
import type { Database } from '../store/database.ts';
import { owedBy } from './owed.ts';
import { standingParameters, standingSql } from './standing-sql.ts';

/** How many units have not done a duty that has a date. */
export interface LackingCount {
  duty: string;
  /** 0 for a one-off duty. */
  year: number;
  units: number;
}

/**
 * Duties that some unit has not done, what is due first leading. Counted in the database, whatever
 * the number of units.
 */
export async function countLacking(deps: { db: Database; plan: Plan; now: Date }): Promise<LackingCount[]> {
  const { db, plan, now } = deps;
  const owed = owedBy(plan, now).filter(({ due }) => due);
  const { rows } = await db.pool.query<LackingCount>(
    `with ${standingSql}
     select duty, year, count(*)::int as units from standing
     where status in ('missing', 'overdue') group by duty, year`,
    standingParameters(plan, owed, undefined, now),
  );
  const moments = new Map(
    owed.map(({ duty, year, due }) => [`${duty} ${year}`, due?.lastMoment.getTime() ?? 0]),
  );
  const moment = ({ duty, year }: LackingCount) => moments.get(`${duty} ${year}`) ?? 0;
  return rows.sort((a, b) => moment(a) - moment(b) || b.duty.localeCompare(a.duty));
}
