import type { LoadedPlan } from '../../plan/plan.ts';
import type { Sql } from '../../store/sql.ts';
import { reportDay } from '../report-day.ts';
import { spanOf } from '../report-period.ts';
import { bestExemplarsSql } from './best-exemplars.sql.ts';
import { findEvaluatedPeriod } from './evaluated-period.ts';
import type { BestExemplar, OfficeFigures, UnitWords } from './figures.ts';
import type { OfficeScope } from './read-registrations.ts';

/** Reads what stands in words: the exemplars to name, units' texts, requests for help. */
export async function readUnitWords(
  sql: Sql,
  plan: LoadedPlan,
  { now, ...period }: OfficeScope,
): Promise<Pick<OfficeFigures, 'best' | 'words' | 'help'>> {
  const { from } = spanOf(plan, period);
  const day = reportDay(plan, period, now);
  const year = findEvaluatedPeriod(plan, period)?.year ?? period.year - 1;
  const { rows: best } = await sql.query<BestExemplar>(bestExemplarsSql, [plan.id, day, plan.zone, year]);
  const { rows: units } = await sql.query<UnitWords['units'][number]>(unitWordsSql, [plan.id, year]);
  const { rows: help } = await sql.query<OfficeFigures['help']>(helpSql, [plan.id, plan.zone, from, day]);
  return {
    best,
    words: units.length > 0 ? { year, units } : undefined,
    help: help[0] ?? { asked: 0, closed: 0 },
  };
}

/**
 * Lists the texts of units' annual reports: the newest version of each that was not returned. Only
 * their beginnings: the report quotes a sentence or two.
 */
const unitWordsSql = `
  SELECT name AS unit, left(results, 600) AS results, left(difficulties, 600) AS difficulties,
         left(proposals, 600) AS proposals, left(directions, 600) AS directions
  FROM (
    SELECT DISTINCT ON (a.unit_id) u.name, a.*
    FROM annual_report a JOIN filing f ON f.id = a.filing_id JOIN unit u ON u.id = a.unit_id
    WHERE a.plan_id = $1 AND a.year = $2 AND f.status <> 'returned'
    ORDER BY a.unit_id, a.filing_id DESC) newest
  LEFT JOIN plan_unit pu ON pu.plan_id = $1 AND pu.unit_id = newest.unit_id
  ORDER BY pu.position, newest.unit_id`;

const helpSql = `
  SELECT count(*)::int AS asked, (count(*) FILTER (WHERE state = 'closed'))::int AS closed
  FROM help_request
  WHERE plan_id = $1 AND (asked_at AT TIME ZONE $2)::date BETWEEN $3::date AND $4::date`;
