import type { Clock } from '../clock.ts';
import { listDuesOf, listNudgedDuties, type OwedDuty } from '../duties/owed.ts';
import { buildParametersOfPlans, standingSql } from '../duties/standing-sql.ts';
import { addDays, instantOf, localDate } from '../plan/calendar.ts';
import { isNudgingTime, type Stage, stageAt } from '../plan/ladder.ts';
import type { LoadedPlan, LocalDate } from '../plan/plan.ts';
import type { WorkingCalendar } from '../plan/working-calendar.ts';
import type { Database } from '../store/database.ts';
import { repeatConflicts } from '../store/repeat-conflicts.ts';
import { inTransaction } from '../store/sql.ts';
import { listLateDays } from './late-steps.ts';

/**
 * Records the nudges that are due now (Plan 101, V.3). For each unit and duty that is not done, it
 * takes the latest stage reached, and tells the unit's liaisons, and its heads where the stage says
 * so, if they had joined before that moment; and it adds reminders that people asked for. Overdue
 * steps of fostering plans climb the same ladder from their day (IV.2). Each
 * person gets one delivery for everything, for all plans: stages that another plan begins later on
 * the same day are told with it. On days off and outside the hours of every plan nothing is
 * written. Running it twice, late, or in several processes at once writes nothing twice. The new
 * deliveries must then be sent: see `sweepDeliveries`.
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
  return repeatConflicts(() =>
    inTransaction(db.pool, async (client) => {
      // A second planner waits here, and then sees what the first has written.
      await client.query(`select pg_advisory_xact_lock(hashtext('nudges'))`);
      const tomorrow = addDays(latestDate(plans, now), 1);
      const late = await listLateDays(
        client,
        plans.map(({ id }) => id),
        tomorrow,
      );
      const reachedSteps = plans.flatMap((plan) =>
        listReachedStepStages(plan, calendar, late, { now, speaks: speaking.includes(plan) }),
      );
      const { rows } = await client.query<{ deliveries: number }>(plannerSql, [
        ...buildParametersOfPlans(owing, undefined, now),
        JSON.stringify(reached),
        JSON.stringify(speaking.map(({ id, zone }) => ({ plan_id: id, zone }))),
        JSON.stringify(reachedSteps),
      ]);
      return { deliveries: rows[0]?.deliveries ?? 0 };
    }),
  );
}

/** A stage in the form that the statement reads. */
interface ReachedStage {
  stage: string;
  offset_days: number;
  moment: Date;
  heads: boolean;
  soon: boolean;
}

/** The moment of planning, and whether the plan speaks now. */
interface Speaking {
  now: Date;
  speaks: boolean;
}

/** Lists the stages that each due has reached: of every unit, and of units with their own. */
function listReachedStages(
  plan: LoadedPlan,
  calendar: WorkingCalendar,
  owed: OwedDuty[],
  speaking: Speaking,
) {
  return owed
    .flatMap((one) => listDuesOf(plan, one))
    .flatMap((due) => {
      const { duty, occurrence, lastDay: last_day } = due;
      return reachedBy(plan, calendar, due, speaking).map((reached) => ({
        ...{ plan_id: plan.id, duty, occurrence, last_day },
        ...reached,
      }));
    });
}

/** Lists the stages that overdue steps have reached. On their day and before it none is told. */
function listReachedStepStages(
  plan: LoadedPlan,
  calendar: WorkingCalendar,
  late: { planId: number; dueOn: LocalDate }[],
  speaking: Speaking,
) {
  return late
    .filter(({ planId }) => planId === plan.id)
    .flatMap(({ dueOn }) =>
      reachedBy(plan, calendar, { lastDay: dueOn }, speaking)
        .filter(({ offset_days }) => offset_days > 0)
        .map((reached) => ({ plan_id: plan.id, due_on: dueOn, ...reached })),
    );
}

/**
 * Lists the stage that one due has reached, and as `soon` the one that begins later today, told to
 * people who get a message now.
 */
function reachedBy(
  plan: LoadedPlan,
  calendar: WorkingCalendar,
  due: { lastDay: LocalDate },
  { now, speaks }: Speaking,
): ReachedStage[] {
  const today = localDate(now, plan.zone);
  const begins = instantOf(today, plan.ladder.at, plan.zone);
  const waits = now < begins && calendar.isWorkingDay(today);
  const row = ({ key, offset, moment, heads }: Stage, soon: boolean) => ({
    ...{ stage: key, offset_days: offset, moment, heads, soon },
  });
  const stage = speaks ? stageAt(plan, calendar, due, now) : undefined;
  const later = waits ? stageAt(plan, calendar, due, begins) : undefined;
  return [
    ...(stage ? [row(stage, false)] : []),
    ...(later && later.offset !== stage?.offset ? [row(later, true)] : []),
  ];
}

/** The latest of the plans' present days: their zones differ. */
function latestDate(plans: LoadedPlan[], now: Date): LocalDate {
  return (
    plans
      .map(({ zone }) => localDate(now, zone))
      .toSorted()
      .at(-1) ?? localDate(now, 'UTC')
  );
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
  step_stage as (
    select * from jsonb_to_recordset($7::jsonb) as r(plan_id int, due_on date, stage text, offset_days int,
      moment timestamptz, heads boolean, soon boolean)),
  late as (
    select p.plan_id, p.unit_id, s.id as step_id, s.due_on
    from fostering_step s join fostering_plan p on p.id = s.fostering_plan_id
    left join exemplar e on e.id = s.exemplar_id
    where s.done_on is null and s.dropped_at is null and (e.id is null or e.status = 'approved')
      and (p.plan_id, s.due_on) in (select plan_id, due_on from step_stage)),
  climbed_steps as (
    select l.step_id, l.due_on, r.stage, r.offset_days, s.person_id, r.soon
    from late l join step_stage r using (plan_id, due_on)
    join serving s on s.unit_id = l.unit_id and s.since < r.moment and (s.role = 'liaison' or r.heads)
    where not exists (
      select 1 from step_nudge n
      where n.step_id = l.step_id and n.due_on = l.due_on and n.person_id = s.person_id and n.offset_days >= r.offset_days)),
  asked as (
    update snooze s set planned_at = $4
    where planned_at is null and remind_at <= $4
      and (exists (select 1 from nudge n join speaking using (plan_id) where n.delivery_id = s.delivery_id)
        or exists (
          select 1 from step_nudge n join fostering_step f on f.id = n.step_id
          join fostering_plan p on p.id = f.fostering_plan_id join speaking using (plan_id)
          where n.delivery_id = s.delivery_id))
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
  again_steps as (
    select distinct n.step_id, n.due_on,
      'again-' || to_char(a.remind_at at time zone (select min(zone) from speaking), 'YYYY-MM-DD') as stage,
      null::int as offset_days, n.person_id
    from asked a
    join step_nudge n on n.delivery_id = a.delivery_id
    join late l using (step_id, due_on)
    join serving s on s.unit_id = l.unit_id and s.person_id = n.person_id
    where not exists (
      select 1 from step_nudge o
      where o.step_id = n.step_id and o.due_on = n.due_on and o.person_id = n.person_id
        and o.stage = 'again-' || to_char(a.remind_at at time zone (select min(zone) from speaking), 'YYYY-MM-DD'))),
  told_now as (
    select person_id from climbed where not soon union select person_id from again
    union select person_id from climbed_steps where not soon union select person_id from again_steps),
  fresh as (
    -- Of the stage reached and the one that begins later today, the later.
    (select distinct on (plan_id, unit_id, duty, occurrence, last_day, person_id)
       plan_id, unit_id, duty, occurrence, last_day, stage, offset_days, person_id
     from climbed join told_now using (person_id)
     order by plan_id, unit_id, duty, occurrence, last_day, person_id, offset_days desc)
    union all
    select * from again),
  fresh_steps as (
    (select distinct on (step_id, due_on, person_id) step_id, due_on, stage, offset_days, person_id
     from climbed_steps join told_now using (person_id)
     order by step_id, due_on, person_id, offset_days desc)
    union all
    select * from again_steps),
  told_about as (
    select person_id, concat_ws(':', plan_id, duty, occurrence, unit_id, last_day, stage) as what from fresh
    union all
    select person_id, concat_ws(':', 'step', step_id, due_on, stage) from fresh_steps),
  made as (
    insert into delivery (key, person_id, kind, created_at)
    select 'nudge:' || person_id || ':' || md5(string_agg(what, ' ' order by what)), person_id, 'nudge', $4
    from told_about group by person_id
    returning id, person_id),
  told_steps as (
    insert into step_nudge (step_id, due_on, stage, offset_days, person_id, created_at, delivery_id)
    select f.step_id, f.due_on, f.stage, f.offset_days, f.person_id, $4, m.id
    from fresh_steps f join made m using (person_id)),
  told as (
    insert into nudge (plan_id, duty, occurrence, unit_id, last_day, stage, offset_days, person_id, created_at, delivery_id)
    select f.plan_id, f.duty, f.occurrence, f.unit_id, f.last_day, f.stage, f.offset_days, f.person_id, $4, m.id
    from fresh f join made m using (person_id)
    order by f.plan_id, f.duty desc, f.occurrence, f.unit_id, f.person_id)
  select count(*)::int as deliveries from made`;
