import { yearOf } from '../../../plan/calendar.ts';
import type { LocalDate } from '../../../plan/plan.ts';
import { completeTime, takePeriod } from '../../../reports/period-in-words.ts';
import type { ReportPeriod } from '../../../reports/report-period.ts';
import { withoutEverything } from '../../../text/all-units.ts';
import { withoutCourtesy } from '../../../text/courtesy.ts';
import { yearsInWords } from '../../../text/years-in-words.ts';

/** A request for progress, as read. */
export interface ProgressLine {
  /** Another time than now; undefined: now. Year 0 is the latest of the plan. */
  period: ReportPeriod | undefined;
  /** Further years that were named. */
  moreYears: number[];
  /** A part of a year that nothing shows, as typed: "quý này". */
  part: string | undefined;
  /** Words that are left: they mean a list or a unit. */
  words: string;
}

/** Reads of which time progress is asked: this year and this day are now. */
export function readProgressTime(typed: string, today: LocalDate): ProgressLine {
  const thisYear = yearOf(today);
  const taken = takePeriod(typed.normalize('NFC'));
  const { years, rest } = yearsInWords(withoutCourtesy(taken.rest), thisYear);
  const { half, whole, asOf, period: part } = completeTime(taken, years, thisYear);
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
