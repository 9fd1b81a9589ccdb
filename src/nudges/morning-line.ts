import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { instantOf, localDate } from '../plan/calendar.ts';
import { isNudgingTime } from '../plan/ladder.ts';
import type { Plan } from '../plan/plan.ts';
import { isFirstWorkingDayOfWeek, type WorkingCalendar } from '../plan/working-calendar.ts';
import type { Database } from '../store/database.ts';

/** The `kind` of a delivery that tells an officer or manager in the morning what waits. */
export const morningLineKind = 'morning-line';

/** Its payload: the day in the plan's zone, `YYYY-MM-DD`. */
export const morningLine = z.object({ day: z.iso.date() });

/**
 * Records the morning line of each working day, at the ladder's hour. Officers get it every working
 * day (Plan 101, V.3), managers on the first working day of a week: one delivery a person and day,
 * for all their roles. The waiting work is counted at sending, and an empty line is not sent. Late
 * in the day it is still written, on another day not; people who joined after that hour get it from
 * the next morning on. Running it twice, late, or in several processes at once writes nothing
 * twice.
 */
export async function planMorningLines(deps: {
  db: Database;
  /** The open plans: the hour of the first ladder in the morning holds. */
  plans: Plan[];
  calendar: WorkingCalendar;
  clock: Clock;
}): Promise<{ deliveries: number }> {
  const { db, calendar } = deps;
  const [plan] = deps.plans.toSorted((a, b) => a.ladder.at.localeCompare(b.ladder.at));
  if (!plan) return { deliveries: 0 };
  const now = deps.clock.now();
  const day = localDate(now, plan.zone);
  const begins = instantOf(day, plan.ladder.at, plan.zone);
  if (now < begins || !isNudgingTime(plan, calendar, now)) return { deliveries: 0 };

  const roles = isFirstWorkingDayOfWeek(calendar, day) ? ['officer', 'manager'] : ['officer'];
  const { rowCount } = await db.pool.query(morningLineSql, [morningLineKind, day, roles, begins, now]);
  return { deliveries: rowCount ?? 0 };
}

/** One statement, and SQL: every start in the morning runs it, and makes no typed client. */
const morningLineSql = `
  insert into delivery (key, person_id, kind, payload, created_at)
  select concat_ws(':', $1::text, $2::text, person_id), person_id, $1, jsonb_build_object('day', $2::text), $5
  from (
    select distinct person_id from membership
    where role = any($3::role[]) and since < $4 and (until is null or until > $5)) told
  order by person_id
  on conflict (key) do nothing`;
