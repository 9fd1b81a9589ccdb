import { localDate } from '../plan/calendar.ts';
import type { LoadedPlan, Quota } from '../plan/plan.ts';
import { compareWithQuota, quotaOfUnit } from '../plan/quota.ts';
import type { Sql } from '../store/sql.ts';
import { findSummaryDuty, type UnitLine } from './by-unit-columns.ts';
import { sumOf } from './chart/sum-of.ts';
import {
  findYearsCounted,
  halfParameters,
  listTimesCounted,
  owesTime,
  timesParameter,
} from './counted-times.ts';
import { type RegistrationStandingRow, registrationStandingSql } from './registration-standing.sql.ts';
import type { ReportRequest } from './report.ts';
import { reportDay } from './report-day.ts';
import { type ReportPeriod, spanOf } from './report-period.ts';
import { decideTimeliness, worstTimeliness } from './timeliness.ts';

const noQuota: Quota = { min: 0, max: null, expected: null };

/** The year, the units and the moment of the lines. */
export type UnitLinesScope = ReportPeriod & Pick<ReportRequest, 'unitIds' | 'now'>;

/** Builds the parameters of `registrationStandingSql`; `alsoShown`: units listed in any case. */
export function buildRegistrationParameters(
  plan: LoadedPlan,
  { unitIds, now, ...period }: UnitLinesScope,
  alsoShown: number[] = [],
): unknown[] {
  const { from, to } = findYearsCounted(plan, period);
  const kinds = plan.unitKinds.map(({ code }) => code);
  const minimums = plan.unitKinds.map(({ quota }) => quota.min);
  const summary = findSummaryDuty(plan)?.code ?? null;
  return [
    ...[from, to, unitIds ?? null, kinds, minimums, summary, plan.id, reportDay(plan, period, now)],
    ...[timesParameter(plan, period, now), spanOf(plan, period).fromYear, ...halfParameters(plan, period)],
    alsoShown,
  ];
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
  { now, ...period }: ReportPeriod & Pick<ReportRequest, 'now'>,
): UnitLine {
  const { kind, ownMin: min, ownMax: max } = row;
  const known = row.active && plan.unitKinds.some(({ code }) => code === kind);
  const quota = known ? quotaOfUnit(plan, { kind, min, max }) : noQuota;
  // Each occurrence has the quota: one that has too many does not make up for another.
  const times = listTimesCounted(plan, period, now).map((occurrence) => {
    const found = row.times.find((one) => one.occurrence === occurrence);
    const { counted = 0, reachedAt = null } = found ?? {};
    const owed = owesTime(plan, row, occurrence);
    const { missing, over } = compareWithQuota(owed ? quota : { ...quota, min: 0 }, counted);
    const state = { unitId: row.unitId, kind, occurrence, counted, missing };
    const reached = reachedAt === null ? null : new Date(reachedAt);
    return {
      ...{ owed, missing, over },
      timeliness: owed ? decideTimeliness(plan, { ...state, reachedAt: reached }, now) : undefined,
    };
  });
  const owed = times.filter((time) => time.owed);
  return {
    ...row,
    number,
    name: row.active ? row.name : `${row.name} (không còn theo dõi)`,
    min: quota.min * owed.length,
    // The most that a unit may register holds for what it does not owe too.
    max: quota.max === null ? null : quota.max * times.length,
    missing: sumOf(times, (time) => time.missing),
    over: sumOf(times, (time) => time.over),
    filedOn: row.filedAt && localDate(row.filedAt, plan.zone),
    timeliness: row.active ? worstTimeliness(times.flatMap((time) => time.timeliness ?? [])) : undefined,
  };
}
