import { evaluationQuestions } from '../../evaluations/questions.ts';
import { EvaluationResult } from '../../store/generated/enums.ts';
import { reportDay } from '../report-day.ts';
import { createTableReport } from '../table-report.ts';
import { resultWords } from '../unit-report/words.ts';
import { buildYearColumns, type YearLine } from './columns.ts';
import { type YearRow, yearResultsSql } from './rows.sql.ts';

/** The counts that no column adds up. */
interface YearCount {
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

/**
 * The report *Kết quả năm* (Plan 101, IV.3): approved exemplars with their evaluation of a year. It
 * shows their activities and award proposals too.
 */
export const yearResults = createTableReport<YearRow, YearLine, YearCount>({
  code: 'ketqua',
  name: 'report-year-results',
  words: ['kết quả năm', 'đánh giá năm', 'kết quả đánh giá', 'year results'],
  right: 'report',
  scopes: ['all', 'unit'],
  file: 'ket-qua',
  sheet: 'Kết quả năm',
  title: (period) => `KẾT QUẢ ĐÁNH GIÁ ĐIỂN HÌNH TIÊN TIẾN ${period}`,
  period: (_plan, { year }) => `Năm ${year}`,
  under: ({ period, scope, at }) => `${period}. ${scope}. Số liệu lúc ${at}.`,
  columns: buildYearColumns,
  labelColumn: 'name',
  frozenColumns: 3,
  textSize: 10,
  vertical: 'top',
  emptyText: 'Chưa có điển hình nào được duyệt.',
  query: {
    sql: yearResultsSql,
    parameters: (plan, { year, unitIds, now }) => [
      year,
      reportDay(plan, { year }, now),
      unitIds ?? null,
      plan.unitKinds.map(({ code }) => code),
      plan.zone,
      plan.id,
      JSON.stringify(fieldsByColumn),
    ],
  },
  unitOf: ({ unitId, unit }) => ({ id: unitId, name: unit }),
  line: (row, number) => ({ ...row, number }),
  lineWord: 'điển hình',
  startCount: () => ({
    evaluated: 0,
    proposed: 0,
    results: { kept: 0, spread: 0, declined: 0, stopped: 0 },
    add({ evaluation, proposals }) {
      this.proposed += proposals.length;
      const result = Object.values(EvaluationResult).find((one) => one === evaluation?.result);
      if (!result) return;
      this.evaluated += 1;
      this.results[result] += 1;
    },
  }),
  notes: ({ count: { results, evaluated }, lines }) => [
    {
      label: 'Kết quả đánh giá',
      text: `${Object.values(EvaluationResult)
        .map((result) => `${results[result]} ${resultWords[result]}`)
        .join('; ')}; chưa đánh giá ${lines - evaluated}.`,
    },
    {
      label: 'Hoạt động',
      text: 'Hoạt động trong năm có điển hình đó; một hoạt động của nhiều điển hình được tính cho từng điển hình.',
    },
  ],
  figures: ({ lines, count: { evaluated, proposed, results } }) => [
    ['report-figure-publicity-exemplars', lines],
    ['report-figure-evaluated', evaluated],
    ['report-figure-spread', results.spread],
    ['report-figure-proposed', proposed],
  ],
});
