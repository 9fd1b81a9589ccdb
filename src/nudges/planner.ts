import type { Clock } from '../clock.ts';
import { listDuesOf, listNudgedDuties, type OwedDuty } from '../duties/owed.ts';
import { buildParametersOfPlans, standingSql } from '../duties/standing-sql.ts';
import { instantOf, localDate } from '../plan/calendar.ts';
import { isNudgingTime, type Stage, stageAt } from '../plan/ladder.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import type { WorkingCalendar } from '../plan/working-calendar.ts';
import type { Database } from '../store/database.ts';
import { inTransaction } from '../store/sql.ts';

/**
 * Records the nudges that are due now (Plan 101, V.3). For each unit and duty that is not done, it
 * takes the latest stage reached, and tells the unit's liaisons, and its heads where the stage says
 * so, if they had joined before that moment; and it adds reminders that people asked for. Each
 * person gets one delivery for everything, for all plans: stages that another plan begins later on
 * the same day are told with it. On days off and outside the hours of every plan nothing is
 * written. Running it twice, late, or in several processes at once writes nothing twice. The new
 * deliveries must then be sent: see `listPendingDeliveries`.
 */
export async function planNudges(deps: {
  db: Database;
  /** The open plans. */
  plans: LoadedPlan[];
  calendar: WorkingCalendar;
  clock: Clock;
}): Promise<{ deliveries: number }> {
  const { db, plans, calendar } = deps;
  const now = deps.clock.now();
  const speaking = plans.filter((plan) => isNudgingTime(plan, calendar, now));
  if (speaking.length === 0) return { deliveries: 0 };

  const owing = plans.map((plan) => ({ plan, owed: listNudgedDuties(plan, now) }));
  const reached = owing.flatMap(({ plan, owed }) =>
    listReachedStages(plan, calendar, owed, { now, speaks: speaking.includes(plan) }),
  );
  return inTransaction(db.pool, async (client) => {
    // A second planner waits here, and then sees what the first has written.
    await client.query(`select pg_advisory_xact_lock(hashtext('nudges'))`);
    const { rows } = await client.query<{ deliveries: number }>(plannerSql, [
      ...buildParametersOfPlans(owing, undefined, now),
      JSON.stringify(reached),
      JSON.stringify(speaking.map(({ id, zone }) => ({ plan_id: id, zone }))),
    ]);
    return { deliveries: rows[0]?.deliveries ?? 0 };
  });
}

/**
 * The stage that each due has reached: of every unit, and of units with a due of their own. `soon`:
 * the stage that begins later today, told to people who get a message now.
 */
function listReachedStages(
  plan: LoadedPlan,
  calendar: WorkingCalendar,
  owed: OwedDuty[],
  { now, speaks }: { now: Date; speaks: boolean },
) {
  const today = localDate(now, plan.zone);
  const begins = instantOf(today, plan.ladder.at, plan.zone);
  const waits = now < begins && calendar.isWorkingDay(today);
  return owed
    .flatMap((one) => listDuesOf(plan, one))
    .flatMap((due) => {
      const row = ({ key, offset, moment, heads }: Stage, soon: boolean) => {
        const { duty, occurrence, lastDay: last_day } = due;
        return {
          ...{ plan_id: plan.id, duty, occurrence, last_day, soon },
          ...{ stage: key, offset_days: offset, moment, heads },
        };
      };
      const stage = speaks ? stageAt(plan, calendar, due, now) : undefined;
      const later = waits ? stageAt(plan, calendar, due, begins) : undefined;
      return [
        ...(stage ? [row(stage, false)] : []),
        ...(later && later.offset !== stage?.offset ? [row(later, true)] : []),
      ];
    });
}

const plannerSql = `
  with ${standingSql},
  lacking as (
    select plan_id, unit_id, duty, occurrence, last_day from standing where status in ('missing', 'overdue')),
  speaking as (select * from jsonb_to_recordset($6::jsonb) as p(plan_id int, zone text)),
  serving as (
    select unit_id, person_id, role, since from membership
    where role in ('liaison', 'head') and since <= $4 and (until is null or until > $4)),
  climbed as (
    select l.plan_id, l.unit_id, l.duty, l.occurrence, l.last_day, r.stage, r.offset_days, s.person_id, r.soon
    from lacking l
    join jsonb_to_recordset($5::jsonb) as r(plan_id int, duty text, occurrence text, last_day date, stage text,
      offset_days int, moment timestamptz, heads boolean, soon boolean) using (plan_id, duty, occurrence, last_day)
    join serving s on s.unit_id = l.unit_id and s.since < r.moment and (s.role = 'liaison' or r.heads)
    where not exists (
      select 1 from nudge n
      where n.plan_id = l.plan_id and n.duty = l.duty and n.occurrence = l.occurrence and n.unit_id = l.unit_id
        and n.last_day = l.last_day and n.person_id = s.person_id and n.offset_days >= r.offset_days)),
  asked as (
    update snooze s set planned_at = $4
    where planned_at is null and remind_at <= $4
      and exists (select 1 from nudge n join speaking using (plan_id) where n.delivery_id = s.delivery_id)
    returning delivery_id, remind_at),
  reminded as (
    select n.plan_id, n.unit_id, n.duty, n.occurrence, l.last_day,
      'again-' || to_char(a.remind_at at time zone (select min(zone) from speaking), 'YYYY-MM-DD') as stage,
      null::int as offset_days, n.person_id
    from asked a
    join nudge n on n.delivery_id = a.delivery_id
    join lacking l
      on l.plan_id = n.plan_id and l.unit_id = n.unit_id and l.duty = n.duty and l.occurrence = n.occurrence
    join serving s on s.unit_id = n.unit_id and s.person_id = n.person_id),
  again as (
    select distinct * from reminded r
    where not exists (
      select 1 from nudge n
      where n.plan_id = r.plan_id and n.duty = r.duty and n.occurrence = r.occurrence and n.unit_id = r.unit_id
        and n.last_day = r.last_day and n.stage = r.stage and n.person_id = r.person_id)),
  told_now as (select person_id from climbed where not soon union select person_id from again),
  fresh as (
    -- Of the stage reached and the one that begins later today, the later.
    (select distinct on (plan_id, unit_id, duty, occurrence, last_day, person_id)
       plan_id, unit_id, duty, occurrence, last_day, stage, offset_days, person_id
     from climbed join told_now using (person_id)
     order by plan_id, unit_id, duty, occurrence, last_day, person_id, offset_days desc)
    union all
    select * from again),
  made as (
    insert into delivery (key, person_id, kind, created_at)
    select 'nudge:' || person_id || ':'
        || md5(string_agg(concat_ws(':', plan_id, duty, occurrence, unit_id, last_day, stage), ' '
          order by plan_id, duty, occurrence, unit_id, last_day, stage)),
      person_id, 'nudge', $4
    from fresh group by person_id
    returning id, person_id),
  told as (
    insert into nudge (plan_id, duty, occurrence, unit_id, last_day, stage, offset_days, person_id, created_at, delivery_id)
    select f.plan_id, f.duty, f.occurrence, f.unit_id, f.last_day, f.stage, f.offset_days, f.person_id, $4, m.id
    from fresh f join made m using (person_id))
  select count(*)::int as deliveries from made`;
