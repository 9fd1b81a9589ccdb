import { findRegistrationDuty } from '../../duties/kinds/index.ts';
import { listOwedDuties } from '../../duties/owed.ts';
import type { Locale } from '../../i18n.ts';
import { localDate } from '../../plan/calendar.ts';
import type { LoadedPlan, SubjectCode } from '../../plan/plan.ts';
import type { Sql } from '../../store/sql.ts';
import { countedInSql, findYearsCounted, timesParameter } from '../counted-times.ts';
import { readUnitLines } from '../unit-lines.ts';
import type { BarGroup, CategoryCount, DayCount, DaySpan } from './chart-data.ts';

/** The exemplars of a picture: registered up to the end of a year, by all units or one. */
export interface ChartScope {
  year: number;
  /** Null: every unit. */
  unitId: number | null;
  now: Date;
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
  const lines = await readUnitLines(sql, plan, {
    year: scope.year,
    now: scope.now,
    ...(scope.unitId === null ? {} : { unitIds: [scope.unitId] }),
  });
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
  const { rows } = await sql.query<DayCount>(
    `WITH counting AS (
       SELECT to_char(submitted_at AT TIME ZONE $5, 'YYYY-MM-DD') AS came, status,
              to_char(decided_at AT TIME ZONE $5, 'YYYY-MM-DD') AS decided
       FROM exemplar
       WHERE ${countedInSql('$1', '$2', '$6')} AND status IN ('submitted', 'approved') AND ($3::int IS NULL OR unit_id = $3) AND plan_id = $4)
     SELECT day, count(*) FILTER (WHERE what = 'came')::int AS submitted,
            count(*) FILTER (WHERE what = 'approved')::int AS approved
     FROM (SELECT came AS day, 'came' AS what FROM counting
           UNION ALL SELECT decided, 'approved' FROM counting WHERE status = 'approved') AS events
     GROUP BY day ORDER BY day`,
    [...parametersOf(plan, scope), plan.zone, timesParameter(plan, scope, scope.now)],
  );
  const bars = (await readUnitBars(sql, plan, scope, 'vi')).flatMap((group) => group.bars);
  const duty = findRegistrationDuty(plan);
  const lastDay = listOwedDuties(plan, scope.now).find((one) => one.duty === duty?.code)?.due?.lastDay;
  const from = earliest([plan.issuedOn, ...rows.map(({ day }) => day)]);
  const today = earliest([localDate(scope.now, plan.zone), `${scope.year}-12-31`]);
  const to = latest([
    from,
    today,
    ...(lastDay && lastDay <= `${scope.year}-12-31` ? [lastDay] : []),
    ...rows.map(({ day }) => day),
  ]);
  return {
    counts: rows,
    from,
    to,
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
  const { rows } = await sql.query<{ subject: SubjectCode; category: string; count: number }>(
    `SELECT subject::text, category, count(*)::int AS count FROM exemplar
     WHERE ${countedInSql('$1', '$2', '$5')} AND status IN ('submitted', 'approved') AND ($3::int IS NULL OR unit_id = $3) AND plan_id = $4
     GROUP BY subject, category`,
    [...parametersOf(plan, scope), timesParameter(plan, scope, scope.now)],
  );
  const known = plan.categories.map(({ code, subject, name }) => ({
    subject,
    category: name[locale],
    count: rows.find((row) => row.category === code && row.subject === subject)?.count ?? 0,
  }));
  // A category that the plan no longer has keeps its code, so that the sum holds.
  const others = rows.filter(
    ({ category, subject }) =>
      !plan.categories.some((one) => one.code === category && one.subject === subject),
  );
  return [...known, ...others];
}

function parametersOf(
  plan: LoadedPlan,
  { year, unitId }: ChartScope,
): [number, number, number | null, number] {
  const { from, to } = findYearsCounted(plan, { year });
  return [from, to, unitId, plan.id];
}

const earliest = (days: string[]): string => days.toSorted().at(0) ?? '';
const latest = (days: string[]): string => days.toSorted().at(-1) ?? '';
