import type { LocalDate, Plan } from '../../plan/plan.ts';
import { withoutEverything } from '../../text/all-units.ts';
import { withoutCourtesy } from '../../text/courtesy.ts';
import { fold } from '../../text/fold.ts';
import { takeRun } from '../../text/take-run.ts';
import { narrowStates, takeFilterInWords } from '../filter/filter-in-words.ts';
import type { ReportFilter } from '../filter/report-filter.ts';
import { withoutComparison } from '../time-in-words/comparison.ts';
import { readTime, type TimeOfLine } from '../time-in-words/read-time.ts';
import { type Chart, charts } from './charts.ts';

/** A request such as `lĩnh vực năm 2021 xã glar`, as read. */
export interface ChartLine extends TimeOfLine {
  /** Undefined: the words name no picture, or several. */
  chart: Chart | undefined;
  /** Kinds, categories and states that were named. */
  filter: ReportFilter;
  /** Words such as "toàn huyện" ask for every unit. */
  all: boolean;
  /** Words that are left: they mean a unit. */
  unitWords: string;
}

const asides =
  /(?<!\p{L})(?:biểu đồ|bieu do|hình|hinh|ảnh|vẽ|so sánh|so sanh|picture|chart|giúp (?:em|tôi)|cho (?:em|tôi|anh|chị|chú))(?!\p{L})/giu;

/** The shape that is wanted, and what every picture is of: "hình tròn", "đăng ký điển hình". */
const shapes =
  /(?:^\s*|(?<!\p{L})(?:(?:biểu đồ|bieu do|hình|hinh|dạng|dang|kiểu|kieu)\s+)+)(?:tròn|tron|cột|cot|quạt|quat|bánh|banh|đường)(?!\p{L})/giu;
const subject =
  /(?<!\p{L})(?:(?:tình hình|tinh hinh|số liệu|so lieu|kết quả|ket qua) ?)?(?:đăng ký|đăng kí|dang ky|dang ki)(?!\p{L})|(?<!\p{L})(?:tình hình|tinh hinh|số liệu|so lieu|(?:các |cac )?(?:điển hình|dien hinh)(?: tiên tiến| tien tien)?)(?!\p{L})/giu;

/** The name of a picture right before a day: "theo ngày 15/9/2021" is that picture of that day. */
const byDayOf =
  /(?<=(?<!\p{L})theo )(?:(?=(?:ngày|ngay) \d)|(?:ngày|ngay)(?= (?:tính|tinh|đến|den|tới|toi|hết|het)(?!\p{L})))/giu;

/** Reads picture, time, filter and unit from one line, in any order, courtesy aside. */
export function readChartLine(typed: string, today: LocalDate, plan: Plan): ChartLine {
  // Courtesy is taken off last: "chi tieu" without accents begins like "chị".
  const { rest: compared, kept } = withoutComparison(typed);
  const line = compared
    .replace(byDayOf, 'thời gian ')
    .replace(shapes, ' ')
    .replace(subject, ' ')
    .replace(asides, ' ');
  const { rest: words, ...time } = readTime(line, today, plan, (rest) => rest);
  const { filter, rest: unfiltered } = takeFilterInWords(plan, words);
  const named = takeCharts(unfiltered);
  const chart = named.charts.length > 1 ? undefined : named.charts[0];
  const { all, rest: others } = withoutEverything(withoutCourtesy(named.rest.join(' ')));
  const unitWords = [...kept(false), others].join(' ').trim();
  return {
    ...time,
    ...{ chart, all, unitWords },
    filter: chart ? narrowStates(filter, chart.filters.states) : filter,
  };
}

/** Takes all pictures out of words, the longest run of words first. */
function takeCharts(words: string[]): { charts: Chart[]; rest: string[] } {
  const found = takeRun(words, (said) =>
    charts.find(({ code, words: named }) => [code, ...named].some((each) => fold(each) === said)),
  );
  if (!found) return { charts: [], rest: words };
  const others = takeCharts(found.rest);
  return { charts: [...new Set([found.meant, ...others.charts])], rest: others.rest };
}
