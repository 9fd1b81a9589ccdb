import { listOwedDuties } from '../duties/owed.ts';
import { buildStandingParameters, standingSql } from '../duties/standing-sql.ts';
import { countQueue } from '../exemplars/review-queue.ts';
import { countOverdueSteps } from '../fostering/overdue-steps.ts';
import { countOpenHelp } from '../help-requests/help-request.ts';
import { localDate } from '../plan/calendar.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import type { Database } from '../store/database.ts';
import type { Reader } from '../store/reader.ts';

/** The work that waits for an officer at one moment. */
export interface WaitingNow {
  /** Exemplars to decide on. */
  exemplars: number;
  /** Documents to decide on: the newest version of each. */
  documents: number;
  /** Requests for help that no officer has taken up (Plan 101, II.3). */
  help: number;
  /** For each duty, the units that missed its last moment, in the order of the plan. */
  overdue: OverdueDuty[];
  /** Overdue steps of fostering plans, and the units that have them (Plan 101, IV.2). */
  steps: { steps: number; units: number };
}

/** Units that are overdue with a duty, for one year of it or several. */
export interface OverdueDuty {
  duty: string;
  units: number;
  /**
   * Overdue units that the person serves themselves, left out of `units`: the ladder tells them of
   * these.
   */
  own: number;
}

/**
 * Counts the waiting work at `now` for this person. The database counts, for any number of units.
 */
export async function countWaiting(
  deps: { db: Database; plan: LoadedPlan; now: Date },
  personId: number,
): Promise<WaitingNow> {
  const { db, plan, now } = deps;
  const queue = await countQueue(db.pool, [plan], {});
  const owed = listOwedDuties(plan, now);
  const { rows } = await db.pool.query<OverdueDuty>(overdueSql, [
    ...buildStandingParameters(plan, owed, undefined, now),
    personId,
  ]);
  const order = plan.duties.map(({ code }) => code);
  return {
    exemplars: queue.total - queue.documents,
    documents: queue.documents,
    help: await countOpenHelp(db.prisma, plan.id),
    overdue: rows.sort((a, b) => order.indexOf(a.duty) - order.indexOf(b.duty)),
    steps: await countOverdueSteps(db.prisma, {
      ...{ planIds: [plan.id], today: localDate(now, plan.zone) },
      // The ladder tells the person of those of their own units.
      exceptUnitIds: await listServedUnits(db.prisma, { personId, now }),
    }),
  };
}

/** Lists the units that a person serves themselves. */
async function listServedUnits(
  reader: Reader,
  { personId, now }: { personId: number; now: Date },
): Promise<number[]> {
  const held = await reader.membership.findMany({
    where: {
      ...{ personId, role: { in: ['liaison', 'head'] }, since: { lte: now } },
      OR: [{ until: null }, { until: { gt: now } }],
    },
    select: { unitId: true },
  });
  return held.flatMap(({ unitId }) => unitId ?? []);
}

const overdueSql = `
  with ${standingSql},
  own as (
    select distinct unit_id from membership
    where person_id = $5 and role in ('liaison', 'head') and since <= $4 and (until is null or until > $4))
  select s.duty, count(distinct s.unit_id) filter (where o.unit_id is null)::int as units,
    count(distinct o.unit_id)::int as own
  from standing s left join own o on o.unit_id = s.unit_id
  where s.status = 'overdue'
  group by s.duty`;
