import { localDate } from '../../plan/calendar.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import type { Sql } from '../../store/sql.ts';
import { approvedInSql } from '../approved-sql.ts';
import { buildPublicityParameters } from '../publicity/publicity.ts';
import { publicitySql } from '../publicity/rows.sql.ts';
import { reportDay } from '../report-day.ts';
import { spanOf } from '../report-period.ts';
import type { ActivityCount, FosteringFigures, OfficeFigures } from './figures.ts';
import type { OfficeScope } from './read-registrations.ts';

/**
 * Reads the steps of fostering plans that are due in the period, by kind (Plan 101, IV.2). Those of
 * an exemplar that is approved no more count only if they were done.
 */
export async function readFostering(
  sql: Sql,
  plan: LoadedPlan,
  { now, ...period }: OfficeScope,
): Promise<FosteringFigures> {
  const { from, to } = spanOf(plan, period);
  const { rows: kinds } = await sql.query<FosteringFigures['kinds'][number]>(stepsSql, [
    ...[plan.id, from, to, localDate(now, plan.zone)],
  ]);
  const { rows } = await sql.query<{ units: number }>(
    `SELECT count(*)::int AS units FROM fostering_plan
     WHERE plan_id = $1 AND (saved_at AT TIME ZONE $2)::date <= $3::date`,
    [plan.id, plan.zone, reportDay(plan, period, now)],
  );
  return { units: rows[0]?.units ?? 0, kinds };
}

const stepsSql = `
  SELECT s.kind, count(*)::int AS planned, count(s.done_on)::int AS done,
         (count(*) FILTER (WHERE s.done_on IS NULL AND s.due_on < $4::date))::int AS overdue
  FROM fostering_plan p JOIN fostering_step s ON s.fostering_plan_id = p.id
  LEFT JOIN exemplar e ON e.id = s.exemplar_id
  WHERE p.plan_id = $1 AND s.dropped_at IS NULL AND s.due_on BETWEEN $2::date AND $3::date
    AND (s.exemplar_id IS NULL OR e.status = 'approved' OR s.done_on IS NOT NULL)
  GROUP BY s.kind ORDER BY s.kind`;

/**
 * Counts the activities of the period with approved exemplars, each once, as *Tuyên truyền điển
 * hình* does. Counts the exemplars that were never publicised too.
 */
export async function readActivities(
  sql: Sql,
  plan: LoadedPlan,
  { now, ...period }: OfficeScope,
): Promise<Pick<OfficeFigures, 'activities' | 'neverPublicised'>> {
  const { from } = spanOf(plan, period);
  const { rows: activities } = await sql.query<ActivityCount>(activitiesSql, [
    ...[from, reportDay(plan, period, now), plan.zone, plan.id],
  ]);
  const { rows } = await sql.query<{ never: number }>(
    `SELECT (count(*) FILTER (WHERE NOT ever))::int AS never FROM (${publicitySql}) listed`,
    buildPublicityParameters(plan, { now, ...period }),
  );
  return { activities, neverPublicised: rows[0]?.never ?? 0 };
}

const activitiesSql = `
  WITH told AS (
    SELECT DISTINCT a.id, a.kind, a.reached, a.broadcasts, a.minutes
    FROM activity a JOIN activity_exemplar ae ON ae.activity_id = a.id JOIN exemplar e ON e.id = ae.exemplar_id
    WHERE a.withdrawn_at IS NULL AND a.held_on BETWEEN $1::date AND $2::date
      AND ${approvedInSql({ plan: '$4', zone: '$3', day: '$2::date' })}
  )
  SELECT kind, count(*)::int AS count, coalesce(sum(reached), 0)::float8 AS reached,
         coalesce(sum(broadcasts), 0)::int AS broadcasts, coalesce(sum(minutes), 0)::int AS minutes
  FROM told GROUP BY kind ORDER BY kind`;
