import { z } from 'zod';
import type { Clock } from '../../clock.ts';
import { listAllDuties, listDuesOf } from '../../duties/owed.ts';
import { instantOf, localDate } from '../../plan/calendar.ts';
import { isNudgingTime } from '../../plan/ladder.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import type { WorkingCalendar } from '../../plan/working-calendar.ts';
import type { Database } from '../../store/database.ts';
import { isReportDay, type Rhythm } from './rhythm.ts';

/** The `kind` of a delivery that carries a standing report. */
export const standingReportKind = 'standing-report';

/** Its payload. `day`: the day in the plan's zone on which it comes, `YYYY-MM-DD`. */
export const standingReportPayload = z.object({ standingId: z.int(), day: z.iso.date() });

/**
 * Records the standing reports of this working day, at the ladder's hour, one delivery each. An
 * order of a later hour begins on the next working day. A report is made when it is sent. Running
 * it twice, late, or in several processes at once writes nothing twice.
 */
export async function planStandingReports(deps: {
  db: Pick<Database, 'pool'>;
  plan: LoadedPlan;
  calendar: WorkingCalendar;
  clock: Clock;
}): Promise<{ deliveries: number }> {
  const { db, plan, calendar } = deps;
  const now = deps.clock.now();
  const day = localDate(now, plan.zone);
  const begins = instantOf(day, plan.ladder.at, plan.zone);
  if (now < begins || !isNudgingTime(plan, calendar, now)) return { deliveries: 0 };
  const { rows } = await db.pool.query<Rhythm & { id: number }>(ordersSql, [plan.id, begins]);
  if (rows.length === 0) return { deliveries: 0 };
  const lastDays = listAllDuties(plan).flatMap((one) => listDuesOf(plan, one).map(({ lastDay }) => lastDay));
  const coming = rows.filter((one) => isReportDay(one, day, calendar, lastDays)).map(({ id }) => id);
  const { rowCount } = await db.pool.query(recordSql, [coming, standingReportKind, day, now]);
  return { deliveries: rowCount ?? 0 };
}

/** SQL: every start in the morning runs it, and makes no typed client. */
const ordersSql = `
  select id, rhythm, day from standing_report
  where plan_id = $1 and ended_at is null and since < $2 order by id`;

const recordSql = `
  insert into delivery (key, person_id, kind, payload, created_at)
  select concat_ws(':', $2::text, s.id, $3::text), s.person_id, $2,
    jsonb_build_object('standingId', s.id, 'day', $3::text), $4
  from standing_report s where s.id = any($1::int[]) order by s.id
  on conflict (key) do nothing`;
