import type { Clock } from '../clock.ts';
import { listNudgedDuties, type OwedDuty } from '../duties/owed.ts';
import { buildStandingParameters, standingSql } from '../duties/standing-sql.ts';
import { isNudgingTime, stageAt } from '../plan/ladder.ts';
import type { Plan } from '../plan/plan.ts';
import type { WorkingCalendar } from '../plan/working-calendar.ts';
import type { Database } from '../store/database.ts';
import { inTransaction } from '../store/sql.ts';

/**
 * Records the nudges that are due now (Plan 101, V.3). For each unit and duty that is not done, it
 * takes the latest stage reached, and tells the unit's liaisons, and its heads where the stage says
 * so, if they had joined before that moment; and it adds reminders that people asked for. Each
 * person gets one delivery for everything. On days off and outside the plan's hours nothing is
 * written. Running it
 * twice, late, or in several processes at once writes nothing twice. The new deliveries must then
 * be sent: see `listPendingDeliveries`.
 */
export async function planNudges(deps: {
  db: Database;
  plan: Plan;
  calendar: WorkingCalendar;
  clock: Clock;
}): Promise<{ deliveries: number }> {
  const { db, plan, calendar } = deps;
  const now = deps.clock.now();
  if (!isNudgingTime(plan, calendar, now)) return { deliveries: 0 };

  const dated = listNudgedDuties(plan, now);
  return inTransaction(db.pool, async (client) => {
    // A second planner waits here, and then sees what the first has written.
    await client.query(`select pg_advisory_xact_lock(hashtext('nudges'))`);
    const { rows } = await client.query<{ deliveries: number }>(plannerSql, [
      ...buildStandingParameters(plan, dated, undefined, now),
      JSON.stringify(listReachedStages(plan, calendar, dated, now)),
      plan.zone,
    ]);
    return { deliveries: rows[0]?.deliveries ?? 0 };
  });
}

function listReachedStages(plan: Plan, calendar: WorkingCalendar, dated: OwedDuty[], now: Date) {
  return dated.flatMap(({ duty, year, due }) => {
    const stage = due && stageAt(plan, calendar, due, now);
    if (!stage) return [];
    const { key, offset, moment, heads } = stage;
    return [{ duty, year, stage: key, offset_days: offset, moment: moment.toISOString(), heads }];
  });
}

const plannerSql = `
  with ${standingSql},
  lacking as (select unit_id, duty, year from standing where status in ('missing', 'overdue')),
  serving as (
    select unit_id, person_id, role, since from membership
    where role in ('liaison', 'head') and since <= $4 and (until is null or until > $4)),
  climbed as (
    select l.unit_id, l.duty, l.year, r.stage, r.offset_days, s.person_id
    from lacking l
    join jsonb_to_recordset($5::jsonb)
      as r(duty text, year int, stage text, offset_days int, moment timestamptz, heads boolean) using (duty, year)
    join serving s on s.unit_id = l.unit_id and s.since < r.moment and (s.role = 'liaison' or r.heads)
    where not exists (
      select 1 from nudge n
      where n.duty = l.duty and n.year = l.year and n.unit_id = l.unit_id and n.person_id = s.person_id
        and n.offset_days >= r.offset_days)),
  asked as (
    update snooze set planned_at = $4 where planned_at is null and remind_at <= $4
    returning delivery_id, remind_at),
  reminded as (
    select n.unit_id, n.duty, n.year, 'again-' || to_char(a.remind_at at time zone $6, 'YYYY-MM-DD') as stage,
      null::int as offset_days, n.person_id
    from asked a
    join nudge n on n.delivery_id = a.delivery_id
    join lacking l on l.unit_id = n.unit_id and l.duty = n.duty and l.year = n.year
    join serving s on s.unit_id = n.unit_id and s.person_id = n.person_id),
  fresh as (
    select * from climbed
    union
    select * from reminded r
    where not exists (
      select 1 from nudge n
      where n.duty = r.duty and n.year = r.year and n.unit_id = r.unit_id and n.stage = r.stage
        and n.person_id = r.person_id)),
  made as (
    insert into delivery (key, person_id, kind, created_at)
    select 'nudge:' || person_id || ':'
        || md5(string_agg(concat_ws(':', duty, year, unit_id, stage), ' ' order by duty, year, unit_id, stage)),
      person_id, 'nudge', $4
    from fresh group by person_id
    returning id, person_id),
  told as (
    insert into nudge (duty, year, unit_id, stage, offset_days, person_id, created_at, delivery_id)
    select f.duty, f.year, f.unit_id, f.stage, f.offset_days, f.person_id, $4, m.id
    from fresh f join made m using (person_id))
  select count(*)::int as deliveries from made`;
