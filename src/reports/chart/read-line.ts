import type { Plan } from '../../plan/plan.ts';
import { withoutEverything } from '../../text/all-units.ts';
import { withoutCourtesy } from '../../text/courtesy.ts';
import { fold } from '../../text/fold.ts';
import { yearsInWords } from '../../text/years-in-words.ts';
import { narrowStates, takeFilterInWords } from '../filter/filter-in-words.ts';
import { completeTime, saysTime, takePeriod } from '../period-in-words.ts';
import type { TimeLine } from '../read-line.ts';
import { type Chart, charts } from './charts.ts';

/** A request such as `lĩnh vực năm 2021 xã glar`, as read. */
export interface ChartLine extends TimeLine {
  /** Undefined: the words name no picture. */
  chart: Chart | undefined;
  /** Words that are left: they mean a unit. */
  unitWords: string;
}

const asides =
  /(?<!\p{L})(?:biểu đồ|bieu do|hình|hinh|ảnh|picture|chart|giúp (?:em|tôi)|cho (?:em|tôi))(?!\p{L})/giu;

/** The name of a picture right before a day: "theo ngày 15/9/2021" is that picture of that day. */
const byDayOf = /(?<=(?<!\p{L})theo )(?=(?:ngày|ngay) \d)/giu;

/** Reads picture, time, filter and unit from one line, in any order, courtesy aside. */
export function readChartLine(typed: string, thisYear: number, plan: Plan): ChartLine {
  const taken = takePeriod(typed.normalize('NFC').replace(byDayOf, 'ngày '));
  const { years, openYear, rest } = yearsInWords(taken.rest.replace(asides, ' '), thisYear);
  // Before courtesy is taken off: "chi tieu" without accents begins like "chị".
  const { filter, rest: unfiltered } = takeFilterInWords(plan, rest);
  const { chart, others } = takeChart(unfiltered);
  const { rest: unitWords } = withoutEverything(withoutCourtesy(others.join(' ')));
  return {
    ...{ chart, years, openYear: openYear && !saysTime(taken), unitWords },
    ...completeTime(taken, years, thisYear),
    filter: chart ? narrowStates(filter, chart.filters.states) : filter,
  };
}

/** The longest run of words that names a picture, and the others. */
function takeChart(words: string[]): { chart: Chart | undefined; others: string[] } {
  for (let length = words.length; length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const said = fold(words.slice(from, from + length).join(' '));
      const chart = charts.find(({ code, words: named }) =>
        [code, ...named].some((each) => fold(each) === said),
      );
      if (chart) return { chart, others: words.toSpliced(from, length) };
    }
  }
  return { chart: undefined, others: words };
}
