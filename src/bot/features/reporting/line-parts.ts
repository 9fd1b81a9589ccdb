import { yearOf } from '../../../plan/calendar.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import { findCategories } from '../../../reports/filter/categories-in-words.ts';
import { isFiltering } from '../../../reports/filter/report-filter.ts';
import { writeReportFilter } from '../../../reports/filter/write-filter.ts';
import type { ReportLine, TimeLine } from '../../../reports/read-line.ts';
import type { ReportPeriod } from '../../../reports/report-period.ts';
import { matchUnits } from '../../../units/match-units.ts';
import type { Unit } from '../../../units/units.ts';

/** Tells whether a line says more of the time than a year. */
export function hasPart({ half, whole, asOf }: TimeLine): boolean {
  return half !== undefined || whole !== undefined || asOf !== undefined;
}

/** Returns what a line says of the time apart from the year. */
export function partAsked({ half, whole, asOf }: TimeLine): Pick<ReportPeriod, 'half' | 'whole' | 'asOf'> {
  return { ...(half && { half }), ...(whole && { whole }), ...(asOf && { asOf }) };
}

/** Returns the year of the day that was asked, where no year was. */
export function yearAsked({ asOf }: TimeLine): number | undefined {
  return asOf === undefined ? undefined : yearOf(asOf);
}

/** Writes the filter that a line asks for; undefined where it asks for none. */
export function filteredBy(plan: LoadedPlan, { filter }: TimeLine): string | undefined {
  return isFiltering(filter) ? writeReportFilter(plan, filter) : undefined;
}

/** Builds the period that a line asks for. Without a year it is that of its day, or the latest. */
export function periodAsked(plan: LoadedPlan, line: TimeLine, latest: number): ReportPeriod {
  const filtered = filteredBy(plan, line);
  return {
    year: line.years[0] ?? yearAsked(line) ?? latest,
    ...partAsked(line),
    ...(filtered && { filtered }),
  };
}

/** Words that mean no unit may mean a category: "danh sách nông thôn mới". */
export function readCategoryWords(plan: LoadedPlan, line: ReportLine, units: Unit[]): ReportLine {
  const { unitWords, report, filter } = line;
  if (unitWords === '' || (report && !report.filters?.categories)) return line;
  if (matchUnits(units, unitWords).length > 0) return line;
  const categories = findCategories(plan, unitWords);
  return categories.length > 0 ? { ...line, filter: { ...filter, categories }, unitWords: '' } : line;
}
