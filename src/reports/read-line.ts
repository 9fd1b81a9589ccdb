import { isDate } from '../plan/calendar.ts';
import type { LocalDate } from '../plan/plan.ts';
import { withoutEverything } from '../text/all-units.ts';
import { withoutCourtesy } from '../text/courtesy.ts';
import { fold } from '../text/fold.ts';
import { yearsInWords } from '../text/years-in-words.ts';
import { findReport } from './index.ts';
import { takePeriod } from './period-in-words.ts';
import type { Report } from './report.ts';

/** A request such as `tonghop năm nay xã glar`, as read. */
export interface ReportLine {
  /** Undefined: the words name no report. */
  report: Report | undefined;
  /** Every year named, in the order typed; also one that no report can have. */
  years: number[];
  /** `năm` stands there without saying which. */
  openYear: boolean;
  /** A part of a year that no report has, as typed: "quý này". */
  period: string | undefined;
  half?: 1 | 2;
  whole?: true;
  /** The day of which the figures are asked. */
  asOf?: LocalDate;
  /** Words such as "toàn huyện" ask for every unit. */
  all: boolean;
  /** Words that are left: they mean a unit. */
  unitWords: string;
}

/** Between the words that count: "giúp em", "cho tôi", and what every report is. */
const asides =
  /(?<!\p{L})(?:(?:giúp|giup|cho|giùm|gium|dùm|hộ) (?:tôi|toi|em|mình|minh|anh|chị|chi|chú|bác|cháu)|file|excel|xlsx|bảng|bang|mẫu|cái|bản|số liệu|so lieu|(?:các |cac )?(?:điển hình|dien hinh)(?: tiên tiến| tien tien)?|báo cáo|bao cao|report)(?!\p{L})/giu;

/**
 * Reads report, years and unit from one line, in any order, courtesy aside: "tổng hợp giúp em năm
 * 2021 xã Glar", "năm nay danh sách toàn huyện".
 */
export function readReportLine(typed: string, thisYear: number): ReportLine {
  const { period, half, whole, day, rest: wholeYear } = takePeriod(typed.normalize('NFC'));
  const line = withoutCourtesy(wholeYear.replace(asides, ' '));
  const { years, openYear, rest } = yearsInWords(line, thisYear);
  const { report, others } = takeReport(rest);
  const { all, rest: unitWords } = withoutEverything(others.join(' '));
  const asOf = day && `${day.year ?? years[0] ?? thisYear}-${day.monthAndDay}`;
  return {
    ...{ report, years, openYear: openYear && !day && !whole, all, unitWords },
    // 29/2 of a year that has none.
    period: asOf && !isDate(asOf) ? asOf : period,
    ...(half && { half }),
    ...(whole && { whole }),
    ...(asOf && isDate(asOf) && { asOf }),
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
