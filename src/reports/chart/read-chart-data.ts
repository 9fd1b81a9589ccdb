import { findRegistrationDuty } from '../../duties/kinds/index.ts';
import { listOwedDuties } from '../../duties/owed.ts';
import type { Locale } from '../../i18n.ts';
import { localDate } from '../../plan/calendar.ts';
import type { LoadedPlan, Quota, SubjectCode } from '../../plan/plan.ts';
import { quotaOfUnit } from '../../plan/quota.ts';
import type { Sql } from '../../store/sql.ts';
import type { BarGroup, CategoryCount, DayCount, DaySpan } from './chart-data.ts';

/** The exemplars of a picture: registered up to the end of a year, by all units or one. */
export interface ChartScope {
  year: number;
  /** Null: every unit. */
  unitId: number | null;
  now: Date;
}

const none: Quota = { min: 0, max: null, expected: null };

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
  const { rows } = await sql.query<{
    unit: string;
    kind: string;
    active: boolean;
    min: number | null;
    max: number | null;
    approved: number;
    waiting: number;
  }>(
    `SELECT u.short AS unit, coalesce(pu.kind, '') AS kind, pu.min, pu.max,
            u.active AND pu.unit_id IS NOT NULL AS active,
            count(e.id) FILTER (WHERE e.status = 'approved')::int AS approved,
            count(e.id) FILTER (WHERE e.status = 'submitted')::int AS waiting
     FROM unit u
     LEFT JOIN plan_unit pu ON pu.plan_id = $4 AND pu.unit_id = u.id
     LEFT JOIN exemplar e ON e.plan_id = $4 AND e.unit_id = u.id AND e.year BETWEEN $1 AND $2
          AND e.status IN ('submitted', 'approved')
     WHERE $3::int IS NULL OR u.id = $3
     GROUP BY u.id, pu.plan_id, pu.unit_id
     HAVING u.active AND pu.unit_id IS NOT NULL OR count(e.id) > 0
     ORDER BY pu.position NULLS LAST, u.id`,
    parametersOf(plan, scope),
  );
  const order = plan.unitKinds.map(({ code }) => code);
  const kinds = [...new Set(rows.map(({ kind }) => kind))].sort(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  );
  return kinds.map((kind) => ({
    kind: plan.unitKinds.find(({ code }) => code === kind)?.name[locale] ?? kind,
    bars: rows
      .filter((row) => row.kind === kind)
      .map(({ unit, active, approved, waiting, ...own }) => ({
        unit,
        approved,
        waiting,
        quota: active ? quotaOfUnit(plan, own) : none,
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
       WHERE year BETWEEN $1 AND $2 AND status IN ('submitted', 'approved') AND ($3::int IS NULL OR unit_id = $3) AND plan_id = $4)
     SELECT day, count(*) FILTER (WHERE what = 'came')::int AS submitted,
            count(*) FILTER (WHERE what = 'approved')::int AS approved
     FROM (SELECT came AS day, 'came' AS what FROM counting
           UNION ALL SELECT decided, 'approved' FROM counting WHERE status = 'approved') AS events
     GROUP BY day ORDER BY day`,
    [...parametersOf(plan, scope), plan.zone],
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
     WHERE year BETWEEN $1 AND $2 AND status IN ('submitted', 'approved') AND ($3::int IS NULL OR unit_id = $3) AND plan_id = $4
     GROUP BY subject, category`,
    parametersOf(plan, scope),
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
  return [Math.min(plan.period.from, year), year, unitId, plan.id];
}

const earliest = (days: string[]): string => days.toSorted().at(0) ?? '';
const latest = (days: string[]): string => days.toSorted().at(-1) ?? '';
