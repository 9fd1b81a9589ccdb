import { yearOf } from '../../../plan/calendar.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import { isFiltering, type ReportFilter } from '../../../reports/filter/report-filter.ts';
import { writeReportFilter } from '../../../reports/filter/write-filter.ts';
import type { ReportPeriod } from '../../../reports/report-period.ts';
import type { TimeOfLine } from '../../../reports/time-in-words/read-time.ts';

/** Tells whether a line says more of the time than a year. */
export function hasPart({ half, whole, asOf }: TimeOfLine): boolean {
  return half !== undefined || whole !== undefined || asOf !== undefined;
}

/** Tells whether a line says another time than a day, which reports of the present have. */
export function saysOtherThanDay(line: TimeOfLine): boolean {
  const { half, whole, openYear, years, unclear } = line;
  const day = yearAsked(line);
  if (half !== undefined || whole !== undefined || openYear || unclear !== undefined) return true;
  return years.some((year) => year !== day);
}

/** Returns what a line says of the time apart from the year. */
export function partAsked({ half, whole, asOf }: TimeOfLine): Pick<ReportPeriod, 'half' | 'whole' | 'asOf'> {
  return { ...(half && { half }), ...(whole && { whole }), ...(asOf && { asOf }) };
}

/** Returns the year of the day that was asked, where no year was. */
export function yearAsked({ asOf }: TimeOfLine): number | undefined {
  return asOf === undefined ? undefined : yearOf(asOf);
}

/** Writes the filter that a line asks for; undefined where it asks for none. */
export function filteredBy(plan: LoadedPlan, { filter }: { filter: ReportFilter }): string | undefined {
  return isFiltering(filter) ? writeReportFilter(plan, filter) : undefined;
}

/** Builds the period that a line asks for. Without a year it is that of its day, or the latest. */
export function periodAsked(
  plan: LoadedPlan,
  line: TimeOfLine & { filter: ReportFilter },
  latest: number,
): ReportPeriod {
  const filtered = filteredBy(plan, line);
  return {
    year: line.years[0] ?? yearAsked(line) ?? latest,
    ...partAsked(line),
    ...(filtered && { filtered }),
  };
}

/** Asks for the whole of a plan that was named as a period, unless a time within it was said. */
export function askForWhole<Line extends TimeOfLine>(line: Line): Line {
  return line.years.length > 0 || hasPart(line) ? line : { ...line, whole: true };
}
