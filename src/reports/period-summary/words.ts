import type { SummaryYears } from '../../period-summaries/summary-years.ts';
import { nameSubject } from '../../plan/name-subject.ts';
import type { Plan } from '../../plan/plan.ts';
import type { EvaluationResult } from '../../store/generated/enums.ts';
import { resultWords } from '../unit-report/words.ts';
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
    .map((year) => `năm ${year}: ${count((one) => one.year === year)}`)
    .join('; ');
  return (
    `Đến nay, đơn vị có ${exemplars.length} điển hình được duyệt ` +
    `(${count(({ subject }) => subject === 'collective')} ${nameSubject(plan, 'collective')}, ` +
    `${count(({ subject }) => subject === 'individual')} ${nameSubject(plan, 'individual')}), trong đó ` +
    `${count(({ directLabour }) => directLabour)} lao động trực tiếp, ` +
    `${count(({ difficultArea }) => difficultArea)} ở địa bàn khó khăn, vùng sâu, vùng xa. ` +
    `Đăng ký theo năm: ${byYear}${earlier > 0 ? `; chuyển tiếp từ trước: ${earlier}` : ''}.`
  );
}
