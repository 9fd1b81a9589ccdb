import { endOfDay } from '../../plan/calendar.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import { readPlanAsOf } from '../../plans/plans.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import type { Sql } from '../../store/sql.ts';
import { snapshotAsOf } from '../as-of-day.ts';
import { nameCategory } from '../by-category.ts';
import type { UnitLine } from '../by-unit-columns.ts';
import { type CategoryRow, categoryCountsSql } from '../category-counts.sql.ts';
import { buildCategoryParameters } from '../category-rows.ts';
import { countedInSql, findYearsCounted, halfParameters, timesParameter } from '../counted-times.ts';
import { findLastYear } from '../last-year.ts';
import type { ReportPeriod } from '../report-period.ts';
import { readUnitLines } from '../unit-lines.ts';
import type { CategoryTotal, EarlierFigures } from './figures.ts';

/** The period of a report, and the moment whose figures it shows. */
export type OfficeScope = ReportPeriod & { now: Date };

/**
 * Reads the registrations at the same time a year earlier, as they stood then. The workbooks
 * compare with the same. Undefined where there was none.
 */
export async function readEarlier(
  snapshot: Snapshot,
  plan: LoadedPlan,
  scope: OfficeScope,
): Promise<EarlierFigures | undefined> {
  const period = findLastYear(plan, scope);
  if (!period) return undefined;
  const { asOf: day } = period;
  const moment = endOfDay(day, plan.zone);
  const then = snapshotAsOf(snapshot, { moment, day });
  const words = (await readPlanAsOf(snapshot.sql, plan.id, moment)) ?? plan;
  const lines = await readUnitLines(then.sql, words, { ...period, now: moment });
  const { counted, own, met } = sumUpLines(lines);
  return { day, counted, own, met };
}

/** The registrations of all units together. */
export interface LineTotals {
  counted: number;
  /** Registered in the period itself. */
  own: number;
  approved: number;
  collective: number;
  individual: number;
  /** The sum of the minimums, and how many are missing to reach them. */
  wanted: number;
  missing: number;
  /** Units with a quota, and those that have reached it. */
  asked: number;
  met: number;
}

/** Adds up units as *Tổng hợp theo đơn vị* does. */
export function sumUpLines(lines: UnitLine[]): LineTotals {
  const sum = (of: (line: UnitLine) => number) => lines.reduce((total, line) => total + of(line), 0);
  return {
    counted: sum((line) => line.counted),
    own: sum((line) => line.countedThisYear),
    approved: sum((line) => line.approved),
    collective: sum((line) => line.collective),
    individual: sum((line) => line.individual),
    wanted: sum((line) => line.min),
    missing: sum((line) => line.missing),
    asked: lines.filter(({ active }) => active).length,
    met: lines.filter(({ active, missing }) => active && missing === 0).length,
  };
}

/** Reads the exemplars of each category, as *Theo lĩnh vực* counts them. */
export async function readCategoryTotals(
  sql: Sql,
  plan: LoadedPlan,
  scope: OfficeScope,
): Promise<CategoryTotal[]> {
  const { rows } = await sql.query<CategoryRow>(categoryCountsSql, buildCategoryParameters(plan, scope));
  return rows.map((row) => ({
    subject: row.kind,
    name: nameCategory(plan, row),
    count: Object.values(row.counts).reduce((sum, n) => sum + n, 0),
  }));
}

/** Counts the exemplars of direct labour and of difficult areas (Plan 101, I.2). */
export async function readTraits(
  sql: Sql,
  plan: LoadedPlan,
  { now, ...period }: OfficeScope,
): Promise<{ directLabour: number; difficultArea: number }> {
  const { from, to } = findYearsCounted(plan, period);
  const { rows } = await sql.query<{ directLabour: number; difficultArea: number }>(traitsSql, [
    ...[plan.id, from, to, timesParameter(plan, period, now), halfParameters(plan, period)[1]],
  ]);
  return rows[0] ?? { directLabour: 0, difficultArea: 0 };
}

const traitsSql = `
  SELECT (count(*) FILTER (WHERE direct_labour))::int AS "directLabour",
         (count(*) FILTER (WHERE difficult_area))::int AS "difficultArea"
  FROM exemplar
  WHERE plan_id = $1 AND ${countedInSql('$2', '$3', '$4')} AND status IN ('submitted', 'approved')
    AND ($5::timestamptz IS NULL OR year < $3 OR submitted_at <= $5)`;
