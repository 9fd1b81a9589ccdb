import { z } from 'zod';
import type { Clock } from '../../clock.ts';
import { listAllDuties, listDuesOf } from '../../duties/owed.ts';
import { instantOf, localDate } from '../../plan/calendar.ts';
import { isNudgingTime } from '../../plan/ladder.ts';
import type { LoadedPlan, LocalDate } from '../../plan/plan.ts';
import type { WorkingCalendar } from '../../plan/working-calendar.ts';
import type { Database } from '../../store/database.ts';
import { findReportDay, type Rhythm } from './rhythm.ts';

/** The `kind` of a delivery that carries a standing report. */
export const standingReportKind = 'standing-report';

/**
 * Its payload. `day`: the day of the report in the plan's zone, `YYYY-MM-DD`; `planId`: the plan
 * whose hours it keeps, which deliveries of the release before do not name.
 */
export const standingReportPayload = z.object({
  ...{ standingId: z.int(), day: z.iso.date(), planId: z.int().optional() },
});

/**
 * Records the standing reports of this working day, at the ladder's hour, one delivery each. Those
 * of the last days that did not come then are recorded too. An order of a later hour begins on
 * the next working day. A report is made when it is sent. Running it twice, late, or in several
 * processes at once writes nothing twice.
 */
export async function planStandingReports(deps: {
  db: Pick<Database, 'pool'>;
  plan: LoadedPlan;
  calendar: WorkingCalendar;
  clock: Clock;
}): Promise<{ deliveries: number }> {
  const { db, plan, calendar } = deps;
  const now = deps.clock.now();
  const today = localDate(now, plan.zone);
  const begins = instantOf(today, plan.ladder.at, plan.zone);
  if (now < begins || !isNudgingTime(plan, calendar, now)) return { deliveries: 0 };
  const { rows } = await db.pool.query<Order>(ordersSql, [plan.id, begins]);
  if (rows.length === 0) return { deliveries: 0 };
  const lastDays = listLastDays(plan);
  const coming = rows.flatMap(({ id, since, ...rhythm }) => {
    const day = findReportDay(rhythm, today, calendar, lastDays);
    return day && since < instantOf(day, plan.ladder.at, plan.zone) ? [{ id, day }] : [];
  });
  const { rowCount } = await db.pool.query(recordSql, [
    coming.map(({ id }) => id),
    coming.map(({ day }) => day),
    standingReportKind,
    now,
  ]);
  return { deliveries: rowCount ?? 0 };
}

type Order = Rhythm & { id: number; since: Date };

/** Lists the last days of the duties of a plan: reports come before each of them. */
export function listLastDays(plan: LoadedPlan): LocalDate[] {
  return listAllDuties(plan).flatMap((one) => listDuesOf(plan, one).map(({ lastDay }) => lastDay));
}

/** SQL: every start in the morning runs it, and makes no typed client. */
const ordersSql = `
  select id, rhythm, day, since from standing_report
  where plan_id = $1 and ended_at is null and since < $2 order by id`;

const recordSql = `
  insert into delivery (key, person_id, kind, payload, created_at)
  select concat_ws(':', $3::text, s.id, due.day), s.person_id, $3,
    jsonb_build_object('standingId', s.id, 'day', due.day, 'planId', s.plan_id), $4
  from unnest($1::int[], $2::text[]) as due(id, day) join standing_report s on s.id = due.id
  order by s.id
  on conflict (key) do nothing`;
