import { endOfDay, formatDate, isDate, localDate } from '../plan/calendar.ts';
import type { LoadedPlan, LocalDate } from '../plan/plan.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { snapshotAsOf } from './as-of-day.ts';
import { readPast } from './read-past.ts';
import type { ReportRequest } from './report.ts';
import type { ReportPeriod } from './report-period.ts';
import { findPeriodTrouble } from './years.ts';

// "Cùng kỳ năm trước": the figures that the same report of the year before showed on the same day
// a year before, as a report "tính đến ngày" shows them.

/** The counts of the year before, by the key of a line. */
export interface LastYear {
  /** The day of which they are. */
  day: LocalDate;
  year: number;
  counts: ReadonlyMap<string, number>;
}

/**
 * Finds the period to compare a report with: the same of the year before, as of the same day.
 * Undefined where the plan had none that day; a report of the whole period has none.
 */
export function findLastYear(
  plan: LoadedPlan,
  { now, year, half, whole }: Pick<ReportRequest, 'now'> & ReportPeriod,
): (ReportPeriod & { asOf: LocalDate }) | undefined {
  const asOf = aYearBefore(localDate(now, plan.zone));
  const period = { year: year - 1, ...(half && { half }), asOf };
  if (whole || asOf < plan.issuedOn || findPeriodTrouble(plan, now, period)) return undefined;
  return period;
}

/**
 * Reads the counts of the year before. `read` gets the database, the plan and the request of that
 * day; undefined where there was none.
 */
export async function readLastYear(
  snapshot: Snapshot,
  plan: LoadedPlan,
  request: ReportRequest,
  read: (then: Snapshot, plan: LoadedPlan, request: ReportRequest) => Promise<Map<string, number>>,
): Promise<LastYear | undefined> {
  const period = findLastYear(plan, request);
  if (!period) return undefined;
  const { asOf: day, year } = period;
  const moment = endOfDay(day, plan.zone);
  const { half: _half, whole: _whole, ...rest } = request;
  const { plan: then, unitIds } = await readPast(snapshot.sql, plan, {
    ...{ moment, now: request.madeAt ?? request.now, unitIds: request.unitIds },
  });
  const counts = await read(snapshotAsOf(snapshot, { moment, day }), then, {
    ...rest,
    ...period,
    ...(unitIds && { unitIds }),
    now: moment,
  });
  return { day, year, counts };
}

/** Says for the notes of a report which figures its column of the year before shows. */
export function sayLastYear({ day, year }: LastYear, report: string): string {
  return `Số của báo cáo ${report} năm ${year} cùng kỳ, tính đến hết ngày ${formatDate(day)}: trạng thái hồ sơ, đơn vị như của ngày đó.`;
}

/** Lists the figure of the year before with the change, for a caption: `30 (+12)`. */
export function listChange(
  lastYear: LastYear | undefined,
  total: (key: string) => number,
  key: string,
): [label: string, value: string, args: { day: string }][] {
  if (!lastYear) return [];
  const [before, change] = [total('lastYear'), total(key) - total('lastYear')];
  const value = `${before} (${change > 0 ? '+' : ''}${change})`;
  return [['report-figure-last-year', value, { day: formatDate(lastYear.day) }]];
}

/** The same day of the year before; the last of February for a leap day. */
function aYearBefore(day: LocalDate): LocalDate {
  const same = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return isDate(same) ? same : same.replace('-02-29', '-02-28');
}
