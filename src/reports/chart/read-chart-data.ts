import { findRegistrationDuty } from '../../duties/kinds/index.ts';
import { listOwedDuties } from '../../duties/owed.ts';
import type { Locale } from '../../i18n.ts';
import { localDate } from '../../plan/calendar.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import type { Sql } from '../../store/sql.ts';
import { readCategoryRows } from '../category-rows.ts';
import { countedInSql, findYearsCounted, halfParameters, timesParameter } from '../counted-times.ts';
import { kindsParameter } from '../filter/filter-sql.ts';
import { noFilter, type ReportFilter } from '../filter/report-filter.ts';
import { reportDay } from '../report-day.ts';
import { type ReportPeriod, spanOf } from '../report-period.ts';
import { readUnitLines } from '../unit-lines.ts';
import type { BarGroup, CategoryCount, DayCount, DaySpan } from './chart-data.ts';
import { sumOf } from './sum-of.ts';

/** The exemplars of a picture: registered up to the end of a period, by all units or some. */
export interface ChartScope extends ReportPeriod {
  /** Null: every unit, or those of `unitIds`. */
  unitId: number | null;
  unitIds?: number[] | undefined;
  filter?: ReportFilter | undefined;
  now: Date;
}

/** Takes the period, the units and the filter of a picture as those of a report. */
function asReportScope({ unitId, unitIds, ...scope }: ChartScope) {
  const units = unitIds ?? (unitId === null ? undefined : [unitId]);
  return { ...scope, ...(units && { unitIds: units }) };
}

/**
 * Reads the units with the exemplars that count, grouped by kind. Years are counted as in *Tổng hợp
 * theo đơn vị*: from the first of the plan.
 */
export async function readUnitBars(
  sql: Sql,
  plan: LoadedPlan,
  scope: ChartScope,
  locale: Locale,
): Promise<BarGroup[]> {
  const { filter = noFilter } = scope;
  const all = await readUnitLines(sql, plan, asReportScope(scope));
  const lines = all.filter(({ kind }) => filter.kinds.length === 0 || filter.kinds.includes(kind));
  const { rows: names } = await sql.query<{ id: number; short: string }>(
    'SELECT id, short FROM unit WHERE id = ANY ($1)',
    [lines.map(({ unitId }) => unitId)],
  );
  const shortOf = new Map(names.map(({ id, short }) => [id, short]));
  return [...Map.groupBy(lines, ({ kind }) => kind)].map(([kind, units]) => ({
    kind: plan.unitKinds.find(({ code }) => code === kind)?.name[locale] ?? kind,
    bars: units.map(({ unitId, name, counted, approved, min, max }) => ({
      unit: shortOf.get(unitId) ?? name,
      approved,
      waiting: counted - approved,
      quota: { min, max, expected: null },
    })),
  }));
}

/** Reads how many exemplars came and were approved on each day, in the plan's zone. */
export async function readDaySpan(sql: Sql, plan: LoadedPlan, scope: ChartScope): Promise<DaySpan> {
  const { from, to } = findYearsCounted(plan, scope);
  const { rows } = await sql.query<DayCount>(
    `WITH counting AS (
       SELECT to_char(submitted_at AT TIME ZONE $5, 'YYYY-MM-DD') AS came, status,
              to_char(decided_at AT TIME ZONE $5, 'YYYY-MM-DD') AS decided
       FROM exemplar
       WHERE ${countedInSql('$1', '$2', '$6')} AND status IN ('submitted', 'approved') AND plan_id = $4
         AND ($3::int[] IS NULL OR coalesce(counts_for_id, unit_id) = ANY ($3))
         AND ($7::timestamptz IS NULL OR year < $2 OR submitted_at <= $7)
         AND ($8::text[] IS NULL OR EXISTS (SELECT 1 FROM plan_unit pu WHERE pu.plan_id = $4 AND pu.kind = ANY ($8)
           AND pu.unit_id = CASE WHEN origin_unit_id IS NULL THEN exemplar.unit_id
             ELSE unit_on_way(origin_unit_id, coalesce(counts_for_id, exemplar.unit_id), $9) END)))
     SELECT day, count(*) FILTER (WHERE what = 'came')::int AS submitted,
            count(*) FILTER (WHERE what = 'approved')::int AS approved
     FROM (SELECT came AS day, 'came' AS what FROM counting
           UNION ALL SELECT decided, 'approved' FROM counting WHERE status = 'approved') AS events
     GROUP BY day ORDER BY day`,
    [
      ...[from, to, asReportScope(scope).unitIds ?? null, plan.id, plan.zone],
      ...[timesParameter(plan, scope, scope.now), halfParameters(plan, scope)[1]],
      ...[kindsParameter(scope.filter), reportDay(plan, scope, scope.now)],
    ],
  );
  const bars = (await readUnitBars(sql, plan, scope, 'vi')).flatMap((group) => group.bars);
  const duty = findRegistrationDuty(plan);
  const lastDay = listOwedDuties(plan, scope.now).find((one) => one.duty === duty?.code)?.due?.lastDay;
  const first = earliest([plan.issuedOn, ...rows.map(({ day }) => day)]);
  const end = spanOf(plan, scope).to;
  const last = latest([
    first,
    earliest([localDate(scope.now, plan.zone), end]),
    ...(lastDay && lastDay <= end ? [lastDay] : []),
    ...rows.map(({ day }) => day),
  ]);
  return {
    counts: rows,
    from: first,
    to: last,
    lastDay,
    wanted: bars.reduce((sum, { quota }) => sum + quota.min, 0),
  };
}

/** Counts the exemplars of every category of the plan, also of those without any. */
export async function readCategoryCounts(
  sql: Sql,
  plan: LoadedPlan,
  scope: ChartScope,
  locale: Locale,
): Promise<CategoryCount[]> {
  const rows = await readCategoryRows(sql, plan, asReportScope(scope));
  // A category that the plan no longer has keeps its code, so that the sum holds.
  return rows.map(({ kind: subject, category, counts }) => ({
    subject,
    category:
      plan.categories.find((one) => one.code === category && one.subject === subject)?.name[locale] ??
      category,
    count: sumOf(Object.values(counts), (n) => n),
  }));
}

const earliest = (days: string[]): string => days.toSorted().at(0) ?? '';
const latest = (days: string[]): string => days.toSorted().at(-1) ?? '';
