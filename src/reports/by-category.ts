import { nameSubject } from '../plan/name-subject.ts';
import type { LoadedPlan, Plan } from '../plan/plan.ts';
import { Subject } from '../store/generated/enums.ts';
import { capitalise } from '../text/letters.ts';
import { type CategoryRow, categoryCountsSql } from './category-counts.sql.ts';
import {
  buildCategoryParameters,
  categoryFilterSql,
  keyOfCategoryRow,
  readCategoryNumbers,
} from './category-rows.ts';
import { sumOf } from './chart/sum-of.ts';
import type { Column } from './columns.ts';
import { findYearsCounted, hasRecurringRegistration } from './counted-times.ts';
import { noFilter, type ReportFilter } from './filter/report-filter.ts';
import { type LastYear, listChange, sayLastYear } from './last-year.ts';
import type { Note } from './notes-sheet.ts';
import type { ReportRequest } from './report.ts';
import { sayAsOf, sayReportPeriod } from './report-period.ts';
import { createTableReport, type FigureOf } from './table-report.ts';

/** A category as a line. */
interface CategoryLine extends CategoryRow {
  number: number;
  name: string;
  total: number;
  /** Exemplars that counted a year before. */
  lastYear: number;
}

/**
 * The report *Theo lĩnh vực*: each category by kind of units, and its share (Plan 101, III.3). It
 * counts the exemplars that *Tổng hợp theo đơn vị* counts.
 */
export const byCategory = createTableReport<CategoryRow, CategoryLine, CategoryCount>({
  code: 'linhvuc',
  name: 'report-by-category',
  words: ['lĩnh vực', 'theo lĩnh vực', 'by category', 'category'],
  wordsAlone: ['theo lĩnh vực'],
  periods: 'any',
  filters: { kinds: true, categories: true, states: ['submitted', 'approved'] },
  filterSql: categoryFilterSql,
  pictures: ['linhvuc'],
  right: 'report',
  scopes: ['all', 'unit'],
  file: 'linh-vuc',
  sheet: 'Theo lĩnh vực',
  title: (period) => `TỔNG HỢP ĐIỂN HÌNH TIÊN TIẾN THEO LĨNH VỰC ${period}`,
  period(plan, period) {
    const { from, to } = findYearsCounted(plan, period);
    const said = sayReportPeriod(plan, period);
    const whole = from === to || period.whole || hasRecurringRegistration(plan);
    return `${whole ? capitalise(said) : `Lũy kế từ năm ${from} đến hết ${said}`}${sayAsOf(period)}`;
  },
  under: ({ period, scope, at }) => `${period}. ${scope}. Số liệu lúc ${at}.`,
  columns: buildColumns,
  nameGroup: (plan, subject) =>
    Object.values(Subject)
      .filter((one) => one === subject)
      .map((one) => plan.subjects[one].name.vi)
      .join(),
  labelColumn: 'name',
  frozenColumns: 2,
  textSize: 11,
  vertical: 'middle',
  emptyText: 'Kế hoạch không có lĩnh vực nào.',
  query: {
    sql: categoryCountsSql,
    parameters: (plan, request, _calendar, lastYear) =>
      buildCategoryParameters(plan, request, [...(lastYear?.counts.keys() ?? [])]),
  },
  readBefore: (then, plan, request) => readCategoryNumbers(then.sql, plan, request),
  line: (row, number, { plan, lastYear }) => ({
    ...row,
    number,
    name: nameCategory(plan, row),
    total: sumOf(Object.values(row.counts), (n) => n),
    lastYear: lastYear?.counts.get(keyOfCategoryRow(row)) ?? 0,
  }),
  lineWord: 'lĩnh vực',
  startCount() {
    let used = 0;
    return {
      add: (_row, { total }) => {
        if (total > 0) used += 1;
      },
      used: () => used,
    };
  },
  notes: ({ plan, request, lastYear }) => [
    ...countingNotes(listKindsShown(plan, request), request.filter),
    ...(lastYear ? [{ label: 'Cùng kỳ năm trước', text: sayLastYear(lastYear, 'Theo lĩnh vực') }] : []),
  ],
  figures: ({ plan, request, lines, count, total, lastYear }) => [
    ['report-figure-category-exemplars', total('total')],
    ...Object.values(Subject).map(
      (subject): FigureOf => [
        'report-figure-category-subject',
        total(subject),
        { subject: nameSubject(plan, subject, request.locale) },
      ],
    ),
    ['report-figure-categories-used', `${count.used()}/${lines}`],
    ...listChange(lastYear, total, 'total'),
  ],
});

const before = { over: 'Năm trước', width: 10 };

interface CategoryCount {
  /** Categories with at least one exemplar. */
  used(): number;
}

/** Names a category; one that the plan no longer has keeps its code, so that the sum holds. */
export function nameCategory(
  plan: Plan,
  { kind: subject, category }: Pick<CategoryRow, 'kind' | 'category'>,
): string {
  return plan.categories.find((one) => one.code === category && one.subject === subject)?.name.vi ?? category;
}

/** The kinds of units that have a column: those of the filter, or all. */
function listKindsShown({ unitKinds }: Plan, { filter = noFilter }: Pick<ReportRequest, 'filter'>) {
  return unitKinds.filter(({ code }) => filter.kinds.length === 0 || filter.kinds.includes(code));
}

function buildColumns(
  plan: LoadedPlan,
  request: ReportRequest,
  lastYear: LastYear | undefined,
): Column<CategoryLine>[] {
  const { subjects } = plan;
  const number = (
    key: string,
    mark: string,
    heading: string,
    value: (line: CategoryLine) => number,
    more: Partial<Column<CategoryLine>> = {},
  ): Column<CategoryLine> => ({
    key,
    mark,
    heading,
    width: 8.5,
    kind: 'number',
    value,
    total: 'sum',
    ...more,
  });
  const kinds = listKindsShown(plan, request).map(({ code, name }, i) =>
    number(`kind${i}`, String(i + 1), capitalise(name.vi), ({ counts }) => counts[code] ?? 0, {
      over: 'Nhóm đơn vị',
      width: 10.5,
    }),
  );
  const last = kinds.length;
  const total = String(last + 3);
  return [
    number('number', 'A', 'TT', (line) => line.number, { width: 5, total: 'none' }),
    {
      ...{ key: 'name', mark: 'B', heading: 'Lĩnh vực', width: 40, kind: 'text', total: 'none' },
      value: (line) => line.name,
    },
    ...kinds,
    ...Object.values(Subject).map((subject, i) =>
      number(subject, String(last + i + 1), subjects[subject].name.vi, (line) =>
        line.kind === subject ? line.total : 0,
      ),
    ),
    number('total', `${total}=${last + 1}+${last + 2}`, 'Cộng', (line) => line.total, {
      width: 10.5,
      formula: `{${Subject.collective}}+{${Subject.individual}}`,
    }),
    {
      ...{
        key: 'share',
        mark: String(last + 4),
        heading: 'Tỷ lệ %',
        width: 9,
        kind: 'percent',
        total: 'sum',
      },
      value: (line) => (line.whole === 0 ? 0 : line.total / line.whole),
    },
    ...(lastYear
      ? [
          number('lastYear', String(last + 5), 'Cùng kỳ', (line) => line.lastYear, before),
          number(
            'change',
            `${last + 6}=${total}-${last + 5}`,
            'Tăng, giảm',
            (line) => line.total - line.lastYear,
            { ...before, formula: '{total}-{lastYear}' },
          ),
        ]
      : []),
  ];
}

function countingNotes({ length: last }: unknown[], filter: ReportFilter = noFilter): Note[] {
  const { categories, states } = filter;
  const agreed =
    categories.length + states.length === 0
      ? ', như cột 3 của Tổng hợp theo đơn vị cùng kỳ: hai tổng cộng bằng nhau.'
      : ', theo bộ lọc ở trên.';
  return [
    { label: 'Điển hình được tính', text: `Điển hình đã gửi và điển hình đã duyệt${agreed}` },
    {
      label: `Cột 1 đến cột ${last}`,
      text: 'Theo loại của đơn vị có điển hình. Mỗi lĩnh vực của kế hoạch chỉ có một đối tượng, nên dòng Cộng của mỗi nhóm là số điển hình của đối tượng đó ở từng loại đơn vị.',
    },
    { label: `Cột ${last + 4}`, text: 'So với tổng số điển hình của mọi lĩnh vực.' },
    {
      label: 'Dòng Cộng, Tổng cộng',
      text: 'Là công thức; khi lọc bảng, các dòng này tính theo những dòng đang hiện.',
    },
  ];
}
