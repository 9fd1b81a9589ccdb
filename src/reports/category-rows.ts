import type { LoadedPlan } from '../plan/plan.ts';
import type { Sql } from '../store/sql.ts';
import { type CategoryRow, categoryCountsSql } from './category-counts.sql.ts';
import { sumOf } from './chart/sum-of.ts';
import { findYearsCounted, halfParameters, timesParameter } from './counted-times.ts';
import { type FilterSql, filterStatement, kindsParameter } from './filter/filter-sql.ts';
import { keyOfCategory } from './filter/report-filter.ts';
import type { ReportRequest } from './report.ts';
import { reportDay } from './report-day.ts';
import type { ReportPeriod } from './report-period.ts';

/** Builds the parameters of `categoryCountsSql`. `alsoShown`: categories that have a line too. */
export function buildCategoryParameters(
  plan: LoadedPlan,
  { unitIds, now, filter, ...period }: Pick<ReportRequest, 'unitIds' | 'now' | 'filter'> & ReportPeriod,
  alsoShown: string[] = [],
): unknown[] {
  const planned = plan.categories.map(keyOfCategory);
  const shown = [...planned, ...alsoShown.filter((key) => !planned.includes(key))];
  return [
    ...Object.values(findYearsCounted(plan, period)),
    ...[unitIds ?? null, plan.id, reportDay(plan, period, now), timesParameter(plan, period, now)],
    halfParameters(plan, period)[1],
    shown.map((key) => key.split('.', 1)[0]),
    shown.map((key) => key.slice(key.indexOf('.') + 1)),
    kindsParameter(filter),
  ];
}

/** How a filter limits `categoryCountsSql`. */
export const categoryFilterSql: FilterSql = {
  kinds: 'own',
  categories: { rows: "kind || '.' || category = ANY (?)" },
  states: { exemplars: 'status::text = ANY (?)' },
};

/** The units, the period and the filter of the categories. */
type CategoryScope = Pick<ReportRequest, 'unitIds' | 'now' | 'filter'> & ReportPeriod;

/** Reads the exemplars of each category, as *Theo lĩnh vực* counts them. */
export async function readCategoryRows(
  sql: Sql,
  plan: LoadedPlan,
  scope: CategoryScope,
): Promise<CategoryRow[]> {
  const parameters = buildCategoryParameters(plan, scope);
  const query = filterStatement({ sql: categoryCountsSql, parameters }, scope.filter, categoryFilterSql);
  return (await sql.query<CategoryRow>(query.sql, query.parameters)).rows;
}

/** Reads the categories that have exemplars, with their number by `keyOfCategoryRow`. */
export async function readCategoryNumbers(
  sql: Sql,
  plan: LoadedPlan,
  scope: CategoryScope,
): Promise<Map<string, number>> {
  const rows = await readCategoryRows(sql, plan, scope);
  const counted = rows.map(
    (row) => [keyOfCategoryRow(row), sumOf(Object.values(row.counts), (n) => n)] as const,
  );
  return new Map(counted.filter(([, count]) => count > 0));
}

/** Names the category of a row in a filter. */
export function keyOfCategoryRow({ kind, category }: CategoryRow): string {
  return keyOfCategory({ subject: kind, code: category });
}
