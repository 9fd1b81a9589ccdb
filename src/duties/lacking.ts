import type { LoadedPlan } from '../plan/plan.ts';
import type { Database } from '../store/database.ts';
import { type DutyTime, listOwedDuties } from './owed.ts';
import { buildStandingParameters, standingSql } from './standing-sql.ts';

/** The number of units that have not done a duty with a date. */
export interface LackingCount extends DutyTime {
  units: number;
}

/**
 * Counts the units for each duty that some unit has not done, the earliest due first. The database
 * counts, for any number of units.
 */
export async function countLacking(deps: {
  db: Database;
  plan: LoadedPlan;
  now: Date;
}): Promise<LackingCount[]> {
  const { db, plan, now } = deps;
  const owed = listOwedDuties(plan, now);
  const { rows } = await db.pool.query<LackingCount>(
    `with ${standingSql}
     select duty, occurrence, count(*)::int as units from standing
     where status in ('missing', 'overdue') group by duty, occurrence`,
    buildStandingParameters(plan, owed, undefined, now),
  );
  const moments = new Map(
    owed.map(({ duty, occurrence, due }) => [`${duty} ${occurrence}`, due?.lastMoment.getTime() ?? 0]),
  );
  const moment = ({ duty, occurrence }: LackingCount) => moments.get(`${duty} ${occurrence}`) ?? 0;
  return rows.sort((a, b) => moment(a) - moment(b) || b.duty.localeCompare(a.duty));
}
