import type { EvaluationQuestion } from '../../evaluations/question.ts';
import { evaluationQuestions, sayEvaluation } from '../../evaluations/questions.ts';
import { t } from '../../i18n.ts';
import { nameAward, nameAwardLevel } from '../../plan/awards.ts';
import { formatDate } from '../../plan/calendar.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import type { ProposalState } from '../../store/generated/enums.ts';
import type { Column } from '../columns.ts';
import type { ReportPeriod } from '../report-period.ts';
import type { YearRow } from './rows.sql.ts';

/** An exemplar as a line of the report, numbered within its unit. */
export interface YearLine extends YearRow {
  number: number;
}

/** The fates of award proposals as the report names them; those that wait have none. */
const outcomeWords: Partial<Record<ProposalState, string>> = {
  forwarded: 'đã trình',
  not_forwarded: 'không trình',
  granted: 'đã khen thưởng',
  refused: 'không được khen thưởng',
};

/** Says the fate of a proposal with the decision that granted it. */
function sayOutcome({ state, number, decidedOn }: YearRow['proposals'][number]): string {
  const paper = state === 'granted' && number !== null && decidedOn !== null;
  return `${outcomeWords[state] ?? ''}${paper ? ` (QĐ ${number}, ${formatDate(decidedOn)})` : ''}`;
}

const text = { kind: 'text', total: 'none' } as const;

function column(
  key: string,
  heading: string,
  width: number,
  value: Column<YearLine>['value'],
  more: Partial<Column<YearLine>> = {},
): Omit<Column<YearLine>, 'mark'> {
  return { key, heading, width, kind: 'number', value, total: 'sum', ...more };
}

/**
 * Builds the columns of *Kết quả năm* (Plan 101, IV.3): those of the evaluation follow its
 * questions. In a report of the whole period each line names its year.
 */
export function buildYearColumns(plan: LoadedPlan, { whole }: ReportPeriod): Column<YearLine>[] {
  const award = ({ form, title, level }: YearRow['proposals'][number]) =>
    `${nameAward(plan, 'vi', form ?? title ?? '')} (${nameAwardLevel(plan, 'vi', level).toLocaleLowerCase('vi')})`;
  const numbered = [
    ...(whole ? [column('year', 'Năm', 6, (row) => row.year, { kind: 'year', total: 'none' })] : []),
    ...evaluationQuestions.filter((question) => question.column).map((question) => columnOf(plan, question)),
    column('publicity', 'Tuyên truyền', 9, (row) => row.publicity, { over: 'Hoạt động' }),
    column('visits', 'Tham quan', 8, (row) => row.visits, { over: 'Hoạt động' }),
    column('experience', 'Báo cáo kinh nghiệm', 9.5, (row) => row.experience, { over: 'Hoạt động' }),
    column('proposals', 'Đề nghị khen thưởng', 20, (row) => row.proposals.map(award).join('; '), text),
    column(
      'outcomes',
      'Kết quả khen thưởng',
      16,
      (row) =>
        row.proposals
          .flatMap((one) => (outcomeWords[one.state] ? [`${award(one)}: ${sayOutcome(one)}`] : []))
          .join('; '),
      text,
    ),
    column('nominated', 'Giới thiệu dự Hội nghị', 8.5, (row) => (row.nominated ? 1 : null), { kind: 'mark' }),
  ];
  return [
    { ...column('number', 'TT', 5, (row) => row.number, { total: 'none' }), mark: 'A' },
    { ...column('code', 'Mã', 21, (row) => row.code, { kind: 'code', total: 'count' }), mark: 'B' },
    { ...column('name', 'Điển hình', 26, (row) => row.name, text), mark: 'C' },
    ...numbered.map((one, i) => ({ ...one, mark: String(i + 1) })),
  ];
}

/** The column of a question: its number as a number, other answers in words. */
function columnOf(plan: LoadedPlan, question: EvaluationQuestion): Omit<Column<YearLine>, 'mark'> {
  const { field, kind, column: given } = question;
  const reader = { plan, locale: 'vi', t: (key: string, args = {}) => t('vi', key, args) } as const;
  const heading = given?.heading ?? field;
  const isNumber = kind.cell?.kind === 'number';
  return column(
    field,
    heading,
    Math.round((given?.share ?? 0) * 0.9) + (isNumber ? 1 : 0),
    ({ evaluation }) =>
      isNumber
        ? (kind.cell?.value(evaluation?.[field]) ?? null)
        : (sayEvaluation(question, evaluation?.[field], reader) ?? ''),
    isNumber ? {} : text,
  );
}
