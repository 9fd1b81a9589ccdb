import { yearOf } from '../../../plan/calendar.ts';
import type { LocalDate, Plan } from '../../../plan/plan.ts';
import type { ReportPeriod } from '../../../reports/report-period.ts';
import { readTime } from '../../../reports/time-in-words/read-time.ts';
import { withoutEverything } from '../../../text/all-units.ts';
import { withoutCourtesy } from '../../../text/courtesy.ts';

/** A request for progress, as read. */
export interface ProgressLine {
  /** Another time than now; undefined: now. Year 0 is the latest of the plan. */
  period: ReportPeriod | undefined;
  /** Further years that were named. */
  moreYears: number[];
  /** A time that nothing shows, as typed: "quý này", "từ 5/8 đến 9/8". */
  part: string | undefined;
  /** Words that are left: they mean a list or a unit. */
  words: string;
}

/** Reads of which time progress is asked: this year and this day are now. */
export function readProgressTime(typed: string, today: LocalDate, plan: Plan): ProgressLine {
  const thisYear = yearOf(today);
  const time = readTime(typed, today, plan, withoutCourtesy);
  const { years, half, whole, asOf, rest, period: part = time.unclear } = time;
  const [year, ...moreYears] = new Set(years);
  const day = asOf === today ? undefined : asOf;
  const isNow = !half && !whole && !day && moreYears.length === 0 && (year ?? thisYear) === thisYear;
  const period: ReportPeriod = {
    year: year ?? (day ? yearOf(day) : whole ? 0 : thisYear),
    ...(half && { half }),
    ...(whole && { whole }),
    ...(day && { asOf: day }),
  };
  const words = rest.join(' ');
  const { all, rest: bare } = withoutEverything(words);
  return { period: isNow ? undefined : period, moreYears, part, words: all ? words : bare };
}
