import type { Plan } from '../plan/plan.ts';
import { withoutEverything } from '../text/all-units.ts';
import { withoutCourtesy } from '../text/courtesy.ts';
import { fold } from '../text/fold.ts';
import { yearsInWords } from '../text/years-in-words.ts';
import { narrowStates, takeFilterInWords } from './filter/filter-in-words.ts';
import type { ReportFilter } from './filter/report-filter.ts';
import { findReport } from './index.ts';
import { type AskedTime, completeTime, saysTime, takePeriod } from './period-in-words.ts';
import type { Report } from './report.ts';

/** The time of a request with its years, and the filter that it names. */
export interface TimeLine extends AskedTime {
  /** Every year named, in the order typed; also one that no report can have. */
  years: number[];
  /** `năm` stands there without saying which. */
  openYear: boolean;
  /** Kinds, categories and states that were named. */
  filter: ReportFilter;
}

/** A request such as `tonghop năm nay xã glar`, as read. */
export interface ReportLine extends TimeLine {
  /** Undefined: the words name no report. */
  report: Report | undefined;
  /** Words such as "toàn huyện" ask for every unit, and so do kinds of units. */
  all: boolean;
  /** Words that are left: they mean a unit. */
  unitWords: string;
}

/** Between the words that count: "giúp em", "cho tôi", and what every report is. */
const asides =
  /(?<!\p{L})(?:(?:giúp|giup|cho|giùm|gium|dùm|hộ) (?:tôi|toi|em|mình|minh|anh|chị|chi|chú|bác|cháu)|file|excel|xlsx|bảng|bang|mẫu|(?:các |cac |những )?(?:hồ sơ|ho so)|cái|bản|số liệu|so lieu|(?:các |cac )?(?:điển hình|dien hinh)(?: tiên tiến| tien tien)?|báo cáo|bao cao|report)(?!\p{L})/giu;

/**
 * Reads report, years, filter and unit from one line, in any order, courtesy aside: "tổng hợp giúp
 * em năm 2021 xã Glar", "danh sách các xã đã duyệt". Kinds and categories are those of the plan.
 */
export function readReportLine(typed: string, thisYear: number, plan: Plan): ReportLine {
  const taken = takePeriod(typed.normalize('NFC'));
  const line = withoutCourtesy(taken.rest.replace(asides, ' '));
  const { years, openYear, rest } = yearsInWords(line, thisYear);
  const { filter, rest: unfiltered } = takeFilterInWords(plan, rest);
  const { report, others } = takeReport(unfiltered);
  const { all, rest: unitWords } = withoutEverything(others.join(' '));
  return {
    ...{ report, years, openYear: openYear && !saysTime(taken), unitWords },
    ...completeTime(taken, years, thisYear),
    filter: report ? narrowStates(filter, report.filters?.states) : filter,
    all: all || (filter.kinds.length > 0 && unitWords === ''),
  };
}

/** The longest run of words that names a report, and the others. */
function takeReport(words: string[]): { report: Report | undefined; others: string[] } {
  for (let length = words.length; length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const report = findReport(fold(words.slice(from, from + length).join(' ')));
      if (report) return { report, others: words.toSpliced(from, length) };
    }
  }
  return { report: undefined, others: words };
}
