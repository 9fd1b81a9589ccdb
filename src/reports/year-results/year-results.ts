import { evaluationQuestions } from '../../evaluations/questions.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import { EvaluationResult } from '../../store/generated/enums.ts';
import { capitalise } from '../../text/letters.ts';
import { categoryOfExemplar, kindOfRow } from '../filter/filter-sql.ts';
import type { ReportRequest } from '../report.ts';
import { reportDay } from '../report-day.ts';
import { type ReportPeriod, sayAsOf, sayReportPeriod, spanOf } from '../report-period.ts';
import { createTableReport } from '../table-report.ts';
import { resultWords } from '../unit-report/words.ts';
import { buildYearColumns, type YearLine } from './columns.ts';
import { type YearRow, yearResultsSql } from './rows.sql.ts';

/** The counts that no column adds up. */
interface YearCount {
  /** Codes of the exemplars: in a report of several years each has a line a year. */
  exemplars: Set<string>;
  evaluated: number;
  proposed: number;
  results: Record<EvaluationResult, number>;
}

/** Fields of evaluations by their columns in the database. */
const fieldsByColumn = Object.fromEntries(
  evaluationQuestions
    .filter(({ stored }) => stored !== false)
    .map(({ field }) => [field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), field]),
);

/** Builds the parameters of `yearResultsSql`. */
export function buildYearParameters(
  plan: LoadedPlan,
  { unitIds, now, ...period }: Pick<ReportRequest, 'unitIds' | 'now'> & ReportPeriod,
): unknown[] {
  const { from, fromYear, toYear } = spanOf(plan, period);
  return [
    ...[from, reportDay(plan, period, now), unitIds ?? null, plan.unitKinds.map(({ code }) => code)],
    ...[plan.zone, plan.id, JSON.stringify(fieldsByColumn), fromYear, toYear],
    period.half !== undefined,
  ];
}

/**
 * The report *Kết quả năm* (Plan 101, IV.3): approved exemplars with their evaluation of a year. It
 * shows their activities and award proposals too.
 */
export const yearResults = createTableReport<YearRow, YearLine, YearCount>({
  code: 'ketqua',
  name: 'report-year-results',
  words: ['kết quả năm', 'đánh giá năm', 'kết quả đánh giá', 'year results'],
  wordsAlone: ['kết quả năm', 'kết quả đánh giá'],
  filters: { kinds: true, categories: true },
  filterSql: { kinds: kindOfRow, categories: categoryOfExemplar },
  right: 'report',
  scopes: ['all', 'unit'],
  file: 'ket-qua',
  sheet: 'Kết quả năm',
  title: (period) => `KẾT QUẢ ĐÁNH GIÁ ĐIỂN HÌNH TIÊN TIẾN ${period}`,
  periods: 'any',
  period: (plan, period) => `${capitalise(sayReportPeriod(plan, period))}${sayAsOf(period)}`,
  under: ({ period, scope, at }) => `${period}. ${scope}. Số liệu lúc ${at}.`,
  columns: buildYearColumns,
  labelColumn: 'name',
  frozenColumns: 3,
  paper: 'a3',
  textSize: 10,
  vertical: 'top',
  emptyText: 'Chưa có điển hình nào được duyệt.',
  query: {
    sql: yearResultsSql,
    parameters: (plan, request) => buildYearParameters(plan, request),
  },
  unitOf: ({ unitId, unit }) => ({ id: unitId, name: unit }),
  line: (row, number) => ({ ...row, number }),
  lineWord: 'điển hình',
  startCount: () => ({
    exemplars: new Set(),
    evaluated: 0,
    proposed: 0,
    results: { kept: 0, spread: 0, declined: 0, stopped: 0 },
    add({ code, evaluation, proposals }) {
      this.exemplars.add(code);
      this.proposed += proposals.length;
      const result = Object.values(EvaluationResult).find((one) => one === evaluation?.result);
      if (!result) return;
      this.evaluated += 1;
      this.results[result] += 1;
    },
  }),
  notes: ({ request, count: { results, evaluated }, lines }) => [
    {
      label: 'Kết quả đánh giá',
      text: `${Object.values(EvaluationResult)
        .map((result) => `${results[result]} ${resultWords[result]}`)
        .join('; ')}; chưa đánh giá ${lines - evaluated}.`,
    },
    ...(request.half
      ? [
          {
            label: 'Nửa năm',
            text: 'Đánh giá và đề nghị khen thưởng của năm được làm trong nửa năm này.',
          },
        ]
      : []),
    ...(request.whole
      ? [{ label: 'Nhiều năm', text: 'Mỗi điển hình có một dòng cho từng năm, từ năm được duyệt.' }]
      : []),
    {
      label: 'Hoạt động',
      text: 'Hoạt động trong kỳ có điển hình đó; một hoạt động của nhiều điển hình được tính cho từng điển hình.',
    },
  ],
  figures: ({ count: { exemplars, evaluated, proposed, results } }) => [
    ['report-figure-publicity-exemplars', exemplars.size],
    ['report-figure-evaluated', evaluated],
    ['report-figure-spread', results.spread],
    ['report-figure-proposed', proposed],
  ],
});
