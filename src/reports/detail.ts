import { capitalise, lettersOf } from '../text/letters.ts';
import type { Column } from './columns.ts';
import { halfParameters } from './counted-times.ts';
import { buildDetailColumns, type DetailLine, statusWords } from './detail-columns.ts';
import { type ExemplarListRow, exemplarListSql } from './exemplar-list.sql.ts';
import { kindOfRow } from './filter/filter-sql.ts';
import { exemplarStates, isFiltering } from './filter/report-filter.ts';
import { sayReportFilter } from './filter/say-filter.ts';
import type { Note } from './notes-sheet.ts';
import { reportDay } from './report-day.ts';
import { sayAsOf, sayReportPeriod, spanOf } from './report-period.ts';
import { continuedMark } from './split-line.ts';
import { createTableReport } from './table-report.ts';

const sheetName = 'Danh sách chi tiết';

/**
 * The report *Danh sách chi tiết*: every exemplar registered in a year, by kind and unit, with any
 * status.
 */
export const detail = createTableReport<ExemplarListRow, DetailLine, StatusCount>({
  code: 'danhsach',
  name: 'report-detail',
  words: ['danh sách', 'danh sách chi tiết', 'chi tiết', 'detailed list', 'list of exemplars'],
  wordsAlone: ['danh sách chi tiết'],
  filters: { kinds: true, categories: true, states: exemplarStates },
  filterSql: {
    kinds: kindOfRow,
    categories: { rows: "subject || '.' || category = ANY (?)" },
    states: { rows: 'status = ANY (?)' },
  },
  right: 'report',
  scopes: ['all', 'unit'],
  file: 'danh-sach',
  sheet: sheetName,
  periods: 'any',
  title: (period) => `DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN ĐĂNG KÝ ${period}`,
  period: (plan, period) => `${capitalise(sayReportPeriod(plan, period))}${sayAsOf(period)}`,
  under: ({ scope, at }) => `${scope}. Số liệu lúc ${at}.`,
  columns: buildDetailColumns,
  labelColumn: 'name',
  frozenColumns: 3,
  paper: 'a3',
  textSize: 9,
  vertical: 'top',
  emptyText: 'Chưa có điển hình nào được đăng ký.',
  query: {
    sql: exemplarListSql,
    parameters: (plan, { unitIds, now, ...period }) => [
      spanOf(plan, period).fromYear,
      ...[unitIds ?? null, plan.unitKinds.map(({ code }) => code), plan.zone, plan.id],
      ...[reportDay(plan, period, now), period.year, ...halfParameters(plan, period)],
    ],
  },
  unitOf: ({ unitId, unit }) => ({ id: unitId, name: unit }),
  line: (row, number) => ({ ...row, number }),
  lineWord: 'điển hình',
  startCount() {
    const statuses = new Map<string, number>();
    return {
      add: ({ status }) => statuses.set(status, (statuses.get(status) ?? 0) + 1),
      of: (status) => statuses.get(status) ?? 0,
    };
  },
  notes({ plan, request, lines, count }) {
    const columns = buildDetailColumns(plan);
    const statusAt = lettersOf(columns.findIndex(({ key }) => key === 'status') + 1);
    return [
      ...countingNotes(columns),
      {
        label: 'So với Tổng hợp theo đơn vị',
        text:
          request.filter && isFiltering(request.filter)
            ? `Danh sách này chỉ gồm: ${sayReportFilter('vi', plan, request.filter)}. Trong đó “Đã gửi” và “Đã duyệt”: ${counted(count)}.`
            : `Tổng cộng của danh sách này là ${lines} điển hình ở mọi trạng thái, gửi lần đầu trong ${sayReportPeriod(plan, request)}. Cột 3 của Tổng hợp theo đơn vị chỉ tính “Đã gửi” và “Đã duyệt” (ở danh sách này: ${counted(count)}), lũy kế từ năm đầu giai đoạn.`,
      },
      ...Object.entries(statusWords).map(([status, label]) => ({
        label: `Số điển hình “${label}”`,
        text: {
          formula: `COUNTIF('${sheetName}'!${statusAt}:${statusAt},"${label}")`,
          result: count.of(status),
        },
      })),
    ];
  },
  figures: ({ request, lines, count, total }) => [
    [request.filter?.states.length ? 'report-figure-exemplars-filtered' : 'report-figure-exemplars', lines],
    ['report-figure-counted', counted(count)],
    ['report-figure-approved', count.of('approved')],
    ['report-figure-difficult-area', total('difficultArea')],
    ['report-figure-direct-labour', total('directLabour')],
  ],
});

/** The number of exemplars with a status. */
interface StatusCount {
  of(status: string): number;
}

const counted = (count: StatusCount) => count.of('submitted') + count.of('approved');

function countingNotes(columns: Column<DetailLine>[]): Note[] {
  const markOf = (one: string) => columns.find(({ key }) => key === one)?.mark ?? '';
  const marks = columns.filter(({ kind }) => kind === 'mark').map(({ mark }) => `cột ${mark}`);
  return [
    {
      label: 'Điển hình trong danh sách',
      text: `Mọi điển hình mà đơn vị đã gửi trong năm, kể cả điển hình bị trả lại, không duyệt hoặc đã rút (xem cột ${markOf('status')}); không gồm bản nháp. Khi tính chỉ tiêu chỉ tính “Đã gửi” và “Đã duyệt”. Năm của điển hình là năm gửi lần đầu, ghi trong mã.`,
    },
    {
      label: capitalise(marks.join(', ')),
      text: 'Đánh dấu x; dòng cộng là số điển hình có dấu x.',
    },
    {
      label: `Cột ${markOf('criteria')}`,
      text: 'Số tiêu chí của kế hoạch mà điển hình đạt, không gồm tiêu chí riêng của đơn vị.',
    },
    {
      label: 'Dòng nối tiếp',
      text: `Nội dung dài được viết tiếp ở dòng ngay dưới, ghi “${continuedMark}” ở cột A; dòng này không phải là một điển hình khác.`,
    },
    {
      label: 'Dòng Cộng, Tổng cộng',
      text: 'Cột B là số điển hình. Là công thức; khi lọc bảng, các dòng này tính theo những dòng đang hiện.',
    },
  ];
}
