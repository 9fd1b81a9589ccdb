import type { SummaryYears } from '../../period-summaries/summary-years.ts';
import type { Plan } from '../../plan/plan.ts';
import type { EvaluationResult } from '../../store/generated/enums.ts';
import { resultWords, sayApproved } from '../unit-report/words.ts';
import type { SummaryContent, SummaryFigures, SummedExemplar } from './content.ts';

/** Says the years of a summary: `giai đoạn 2021 – 2025`, `năm 2021`. */
export function sayYears({ from, to }: SummaryYears): string {
  return from === to ? `năm ${from}` : `giai đoạn ${from} – ${to}`;
}

/** Names a summary: `sơ kết` of a stage, `tổng kết` of the period. */
export function nameSummary({ interim }: Pick<SummaryContent, 'interim'>): string {
  return interim ? 'sơ kết' : 'tổng kết';
}

/** Returns the newest result of an exemplar; undefined: it was never evaluated. */
export function newestResult({ results }: Pick<SummedExemplar, 'results'>): EvaluationResult | undefined {
  return results.at(-1)?.result;
}

/** Lists the exemplars whose newest result is one of these. */
export function listByResult(
  { exemplars }: Pick<SummaryFigures, 'exemplars'>,
  ...wanted: EvaluationResult[]
): SummedExemplar[] {
  return exemplars.filter((one) => wanted.some((result) => newestResult(one) === result));
}

/** Lists the exemplars that were replicated in any of the years. */
export function listReplicated({ exemplars }: Pick<SummaryFigures, 'exemplars'>): SummedExemplar[] {
  return exemplars.filter(({ results }) => results.some(({ result }) => result === 'spread'));
}

/** Says the results of an exemplar by year: `2021: duy trì tốt; 2022: giảm sút`. */
export function sayResultsByYear({ results }: Pick<SummedExemplar, 'results'>): string {
  return results.map(({ year, result }) => `${year}: ${resultWords[result]}`).join('; ');
}

/** Says how many exemplars were registered and approved, year by year. */
export function sayRegisteredByYear(plan: Plan, { exemplars }: SummaryFigures, years: SummaryYears): string {
  const count = (is: (one: SummedExemplar) => boolean) => exemplars.filter(is).length;
  const earlier = count(({ year }) => year < years.from);
  const byYear = Array.from({ length: years.to - years.from + 1 }, (_, i) => years.from + i)
    .map((year) => ({ year, added: count((one) => one.year === year) }))
    .filter(({ added }) => added > 0)
    .map(({ year, added }) => `năm ${year}: ${added}`);
  const told = [...byYear, ...(earlier > 0 ? [`chuyển tiếp từ trước: ${earlier}`] : [])];
  return `Đến nay, ${sayApproved(plan, exemplars)}${told.length > 0 ? ` Đăng ký theo năm: ${told.join('; ')}.` : ''}`;
}

/** Says how many of the proposed awards were granted: `3 lượt được khen thưởng`. */
export function sayGranted({ granted }: Pick<SummaryFigures, 'granted'>): string {
  return granted > 0 ? `${granted} lượt được khen thưởng` : 'chưa lượt nào được khen thưởng';
}
