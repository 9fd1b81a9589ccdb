import type { LoadedPlan } from '../plan/plan.ts';
import { capitalise } from '../text/letters.ts';
import { buildByUnitColumns, findSummaryDuty, keyOfTimeliness, type UnitLine } from './by-unit-columns.ts';
import {
  findYearsCounted,
  hasRecurringRegistration,
  listTimesCounted,
  sayTimesCounted,
} from './counted-times.ts';
import { kindOfRow } from './filter/filter-sql.ts';
import { listChange, sayLastYear } from './last-year.ts';
import type { Note } from './notes-sheet.ts';
import { type RegistrationStandingRow, registrationStandingSql } from './registration-standing.sql.ts';
import { sayAsOf, sayReportPeriod } from './report-period.ts';
import { createTableReport } from './table-report.ts';
import { statesOfTimeliness, timelinessWords } from './timeliness.ts';
import { buildRegistrationParameters, describeUnitLine } from './unit-lines.ts';
import { readUnitsBefore } from './units-before.ts';

/**
 * The report *Tổng hợp theo đơn vị*: every unit compared with its quota (Plan 101, IV.1, V.1). The
 * quota is one for the whole period, so the report of a year counts from the period's first year to
 * the end of that year.
 */
export const byUnit = createTableReport<RegistrationStandingRow, UnitLine, UnitCount>({
  code: 'tonghop',
  name: 'report-by-unit',
  words: [
    ...['tổng hợp', 'tổng hợp theo đơn vị', 'theo đơn vị', 'summary', 'summary by unit'],
    ...['kết quả đăng ký', 'tình hình đăng ký'],
  ],
  wordsAlone: ['tonghop', 'tổng hợp', 'tổng hợp theo đơn vị', 'bảng tổng hợp'],
  filters: { kinds: true, states: ['done', 'doneLate', 'overdue', 'missing'] },
  filterSql: { kinds: kindOfRow },
  keeps: ({ timeliness }, { states }) =>
    states.length === 0 || (timeliness !== undefined && states.includes(statesOfTimeliness[timeliness])),
  pictures: ['donvi', 'ngay'],
  right: 'report',
  scopes: ['all', 'unit'],
  file: 'tong-hop',
  sheet: 'Tổng hợp theo đơn vị',
  periods: 'any',
  title: (period) => `TỔNG HỢP ĐĂNG KÝ ĐIỂN HÌNH TIÊN TIẾN THEO ĐƠN VỊ ${period}`,
  period(plan, { now, ...period }) {
    if (hasRecurringRegistration(plan))
      return `Tính từng kỳ: ${sayTimesCounted(listTimesCounted(plan, period, now))}`;
    const { from, to } = findYearsCounted(plan, period);
    const until = period.half ? `6 tháng ${period.half === 1 ? 'đầu' : 'cuối'} năm ${to}` : `năm ${to}`;
    return `${from === to ? capitalise(until) : `Lũy kế từ năm ${from} đến hết ${until}`}${sayAsOf(period)}`;
  },
  under: ({ period, scope, at }) => `${period}. ${scope}. Số liệu lúc ${at}.`,
  columns: (plan, _request, lastYear) => buildByUnitColumns(plan, lastYear !== undefined),
  labelColumn: 'unit',
  frozenColumns: 2,
  textSize: 10,
  vertical: 'middle',
  emptyText: 'Không có đơn vị nào.',
  query: {
    sql: registrationStandingSql,
    parameters: (plan, request, _calendar, lastYear) =>
      buildRegistrationParameters(plan, request, [...(lastYear?.counts.keys() ?? [])].map(Number)),
  },
  readBefore: readUnitsBefore,
  line: (row, number, { plan, request, lastYear }) => ({
    ...describeUnitLine(plan, row, number, request),
    lastYear: lastYear?.counts.get(String(row.unitId)) ?? 0,
  }),
  lineWord: 'đơn vị',
  startCount: () => ({
    met: 0,
    thisYear: 0,
    add(row, { missing }) {
      if (row.active && missing === 0) this.met++;
      this.thisYear += row.countedThisYear;
    },
  }),
  notes: ({ plan, request, count, lastYear }) => [
    { label: 'Chỉ tiêu của kế hoạch', text: quoteQuotas(plan) },
    ...(hasRecurringRegistration(plan) ? listRecurringNotes(plan) : countingNotes),
    ...listColumnNotes(plan),
    ...listFilingNotes(plan),
    ...(lastYear
      ? [
          {
            label: `Cột ${keyOfTimeliness(plan) + 1}, cột ${keyOfTimeliness(plan) + 2}`,
            text: `${sayLastYear(lastYear, 'Tổng hợp theo đơn vị')} Số của đơn vị đã sáp nhập tính vào đơn vị nay tiếp nhận.`,
          },
        ]
      : []),
    ...(request.filter?.states.length
      ? []
      : [
          {
            label: `Riêng ${sayReportPeriod(plan, request)}`,
            text: `${count.thisYear} điển hình được tính, bằng số “Đã gửi” cộng số “Đã duyệt” trong Danh sách chi tiết ${sayReportPeriod(plan, request)}.`,
          },
        ]),
  ],
  figures({ plan, request, count, lines, total, lastYear }) {
    const { from, to } = findYearsCounted(plan, request);
    return [
      ['report-figure-units-met', `${count.met}/${lines}`],
      ['report-figure-submitted', total('counted'), { years: from === to ? String(to) : `${from}–${to}` }],
      ['report-figure-approved', total('approved')],
      ['report-figure-returned', total('returned')],
      ['report-figure-missing', total('missing')],
      ['report-figure-units-late', total('late')],
      ['report-figure-units-overdue', total('overdue')],
      ...listChange(lastYear, total, 'counted'),
    ];
  },
});

interface UnitCount {
  /** Units that have reached their minimum. */
  met: number;
  /** Exemplars that count and were registered in the year itself. */
  thisYear: number;
}

/** The quotas in the plan's own words, with the number hoped for where there is one. */
function quoteQuotas({ unitKinds }: LoadedPlan): string {
  return `${unitKinds
    .map(({ name, words, quota }) =>
      quota.expected === null ? `${name.vi}: ${words}` : `${name.vi}: ${words} (mong muốn ${quota.expected})`,
    )
    .join('; ')}.`;
}

function listFilingNotes(plan: LoadedPlan): Note[] {
  const shown = findSummaryDuty(plan);
  return shown ? [{ label: 'Cột 11', text: `Ngày nộp lần đầu văn bản “${shown.name.vi}” của đơn vị.` }] : [];
}

const countingNotes: Note[] = [
  {
    label: 'Điển hình được tính',
    text: 'Điển hình đã gửi và điển hình đã duyệt. Bản nháp, điển hình bị trả lại, không duyệt hoặc đã rút không được tính; điển hình trả lại được tính lại khi đơn vị gửi lại.',
  },
  {
    label: 'Năm tính',
    text: 'Chỉ tiêu đăng ký là chung cho cả giai đoạn của kế hoạch. Vì vậy báo cáo của một năm tính lũy kế các điển hình đăng ký từ năm đầu giai đoạn đến hết năm đó; năm của điển hình là năm gửi lần đầu, ghi trong mã.',
  },
];

const listRecurringNotes = (plan: LoadedPlan): Note[] => [
  ...countingNotes.slice(0, 1),
  {
    label: 'Kỳ tính',
    text: 'Chỉ tiêu đăng ký đặt cho từng kỳ của kế hoạch. Báo cáo của một năm tính các kỳ của năm đó đã bắt đầu: mỗi kỳ so với chỉ tiêu của kỳ, rồi cộng các kỳ; kỳ vượt chỉ tiêu không bù cho kỳ còn thiếu. Điển hình tính vào kỳ mà đơn vị đăng ký, kể cả khi gửi sau năm đó.',
  },
  {
    label: `Cột ${keyOfTimeliness(plan)}`,
    text: 'Ghi tình trạng xấu nhất trong các kỳ: quá hạn chưa đủ, rồi đến nộp chậm.',
  },
];

const listColumnNotes = (plan: LoadedPlan): Note[] => [
  { label: 'Cột 2', text: 'Để trống khi kế hoạch không đặt mức tối đa; khi đó dòng cộng cũng để trống.' },
  { label: 'Cột 3', text: 'Tổng cột 6 và cột 7, gồm cả số đã duyệt ở cột 4. Cột 5 không nằm trong cột 3.' },
  { label: 'Cột 8, cột 9', text: 'Tính cho từng đơn vị; dòng cộng là tổng của các đơn vị.' },
  { label: 'Cột 10', text: 'Số đã gửi so với chỉ tiêu tối thiểu.' },
  {
    label: `Cột ${keyOfTimeliness(plan)}`,
    text: `“${timelinessWords.onTime}” hoặc “${timelinessWords.late}” theo lúc gửi lần đầu của điển hình làm đủ chỉ tiêu tối thiểu; “${timelinessWords.overdue}”: đã qua hạn mà chưa đủ tối thiểu, dù chưa gửi gì, đã gửi một phần đúng hạn hay gửi một phần sau hạn; còn trong hạn: “${timelinessWords.short}” khi đã gửi một phần, “${timelinessWords.none}” khi chưa gửi điển hình nào.`,
  },
  {
    label: `Cột ${keyOfTimeliness(plan)}a, cột ${keyOfTimeliness(plan)}b`,
    text: `Hai số khác nhau, không đơn vị nào ở cả hai cột. ${keyOfTimeliness(plan)}a: đơn vị nộp chậm, nay đã đủ. ${keyOfTimeliness(plan)}b: đơn vị quá hạn, đến lúc lập báo cáo vẫn chưa đủ. Đánh dấu x; dòng cộng là số đơn vị có dấu x.`,
  },
  {
    label: 'Dòng Cộng, Tổng cộng',
    text: 'Là công thức; khi lọc bảng, các dòng này tính theo những dòng đang hiện.',
  },
];
