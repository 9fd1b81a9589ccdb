import { findRegistrationDuty } from '../duties/kinds/index.ts';
import { listOwedDuties } from '../duties/owed.ts';
import { localDate } from '../plan/calendar.ts';
import { type Occurrence, oneOff, periodOf } from '../plan/occurrence.ts';
import type { LoadedPlan, Quota } from '../plan/plan.ts';
import { compareWithQuota, quotaOfUnit } from '../plan/quota.ts';
import type { Sql } from '../store/sql.ts';
import { findSummaryDuty, type UnitLine } from './by-unit-columns.ts';
import { type RegistrationStandingRow, registrationStandingSql } from './registration-standing.sql.ts';
import type { ReportRequest } from './report.ts';
import { reportDay } from './report-day.ts';
import { decideTimeliness } from './timeliness.ts';

const noQuota: Quota = { min: 0, max: null, expected: null };

/** Finds the years whose registrations count in the report of `year`: the plan's up to it. */
export function findYearsCounted(plan: LoadedPlan, year: number): { from: number; to: number } {
  return { from: Math.min(plan.period.from, year), to: year };
}

/** The year, the units and the moment of the lines. */
export type UnitLinesScope = Pick<ReportRequest, 'year' | 'unitIds' | 'now'>;

/** Builds the parameters of `registrationStandingSql`. */
export function buildRegistrationParameters(
  plan: LoadedPlan,
  { year, unitIds, now }: UnitLinesScope,
): unknown[] {
  const { from, to } = findYearsCounted(plan, year);
  const kinds = plan.unitKinds.map(({ code }) => code);
  const minimums = plan.unitKinds.map(({ quota }) => quota.min);
  const summary = findSummaryDuty(plan)?.code ?? null;
  return [from, to, unitIds ?? null, kinds, minimums, summary, plan.id, reportDay(plan, year, now)];
}

/** Reads every unit compared with its quota, as *Tổng hợp theo đơn vị* shows them, by kind. */
export async function readUnitLines(sql: Sql, plan: LoadedPlan, scope: UnitLinesScope): Promise<UnitLine[]> {
  const { rows } = await sql.query<RegistrationStandingRow>(
    registrationStandingSql,
    buildRegistrationParameters(plan, scope),
  );
  let number = 0;
  return rows.map((row, index) => {
    number = rows[index - 1]?.kind === row.kind ? number + 1 : 1;
    return describeUnitLine(plan, row, number, scope);
  });
}

/** Describes a unit as a line: its quota, how many are missing, whether it is late. */
export function describeUnitLine(
  plan: LoadedPlan,
  row: RegistrationStandingRow,
  number: number,
  { year, now }: Pick<ReportRequest, 'year' | 'now'>,
): UnitLine {
  const occurrence = findOccurrence(plan, year, now);
  const { kind, ownMin: min, ownMax: max } = row;
  const known = row.active && plan.unitKinds.some(({ code }) => code === kind);
  const quota = known ? quotaOfUnit(plan, { kind, min, max }) : noQuota;
  const { missing, over } = compareWithQuota(quota, row.counted);
  return {
    ...row,
    number,
    name: row.active ? row.name : `${row.name} (không còn theo dõi)`,
    min: quota.min,
    max: quota.max,
    missing,
    over,
    filedOn: row.filedAt && localDate(row.filedAt, plan.zone),
    timeliness: row.active ? decideTimeliness(plan, { ...row, occurrence, missing }, now) : undefined,
  };
}

/**
 * The occurrence of the registration that a report of the year speaks of: the last that has begun.
 */
function findOccurrence(plan: LoadedPlan, year: number, now: Date): Occurrence {
  const duty = findRegistrationDuty(plan);
  const begun = listOwedDuties(plan, now).filter(
    (one) => one.duty === duty?.code && (periodOf(one.occurrence)?.year ?? year) <= year,
  );
  return begun.at(-1)?.occurrence ?? oneOff;
}
