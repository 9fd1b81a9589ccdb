import type { LoadedPlan } from '../../plan/plan.ts';
import { capitalise } from '../../text/letters.ts';
import { categoryOfExemplar, kindsParameter } from '../filter/filter-sql.ts';
import type { Note } from '../notes-sheet.ts';
import type { ReportRequest } from '../report.ts';
import { reportDay } from '../report-day.ts';
import { type ReportPeriod, sayAsOf, sayReportPeriod, spanOf } from '../report-period.ts';
import { createTableReport } from '../table-report.ts';
import { buildPublicityColumns, type PublicityLine } from './columns.ts';
import { type PublicityRow, publicitySql } from './rows.sql.ts';

/** Builds the parameters of `publicitySql`. */
export function buildPublicityParameters(
  plan: LoadedPlan,
  { unitIds, now, filter, ...period }: Pick<ReportRequest, 'unitIds' | 'now' | 'filter'> & ReportPeriod,
): unknown[] {
  const last = reportDay(plan, period, now);
  const kinds = plan.unitKinds.map(({ code }) => code);
  return [
    ...[spanOf(plan, period).from, last, unitIds ?? null, kinds, plan.zone, plan.id, last],
    kindsParameter(filter),
  ];
}

/**
 * The report *Tuyên truyền điển hình*: publicity about each approved exemplar in a year. It marks
 * those never publicised (Plan 101, II.4, V.2).
 */
export const publicity = createTableReport<PublicityRow, PublicityLine, Publicised>({
  code: 'tuyentruyen',
  name: 'report-publicity',
  words: ['tuyên truyền', 'tuyên truyền điển hình', 'publicity'],
  filters: { kinds: true, categories: true },
  filterSql: { kinds: 'own', categories: categoryOfExemplar },
  right: 'reportPublicity',
  scopes: ['all', 'unit'],
  file: 'tuyen-truyen',
  sheet: 'Tuyên truyền',
  periods: 'any',
  title: (period) => `KẾT QUẢ TUYÊN TRUYỀN ĐIỂN HÌNH TIÊN TIẾN ${period}`,
  period: (plan, period) => `${capitalise(sayReportPeriod(plan, period))}${sayAsOf(period)}`,
  under: ({ period, scope, at }) => `${period}. ${scope}. Số liệu lúc ${at}.`,
  columns: buildPublicityColumns,
  labelColumn: 'name',
  frozenColumns: 3,
  textSize: 10,
  vertical: 'middle',
  emptyText: 'Chưa có điển hình nào được duyệt.',
  query: {
    sql: publicitySql,
    parameters: buildPublicityParameters,
  },
  unitOf: ({ unitId, unit }) => ({ id: unitId, name: unit }),
  line: (row, number) => ({ ...row, number }),
  lineWord: 'điển hình',
  startCount: () => ({
    times: 0,
    broadcasts: 0,
    minutes: 0,
    reached: 0,
    never: 0,
    add(row) {
      this.times += row.ownTimes;
      this.broadcasts += row.ownBroadcasts;
      this.minutes += row.ownMinutes;
      this.reached += row.ownReached;
      if (!row.ever) this.never += 1;
    },
  }),
  notes: ({ plan, count, request }) => [
    ...countingNotes,
    {
      label: `${capitalise(sayReportPeriod(plan, request))}, mỗi hoạt động tính một lần`,
      text: `${count.times} lần tuyên truyền, ${count.broadcasts} lượt phát, ${count.minutes} phút, ${count.reached} người.`,
    },
  ],
  figures: ({ lines, count }) => [
    ['report-figure-publicity-exemplars', lines],
    ['report-figure-never-publicised', count.never],
    ['report-figure-publicity-times', count.times],
    ['report-figure-broadcasts', count.broadcasts],
    ['report-figure-minutes', count.minutes],
  ],
});

/** Publicity of all exemplars of the report, each activity counted once. */
interface Publicised {
  times: number;
  broadcasts: number;
  minutes: number;
  reached: number;
  /** Exemplars that were never publicised. */
  never: number;
}

const countingNotes: Note[] = [
  {
    label: 'Điển hình trong danh sách',
    text: 'Điển hình đang ở trạng thái đã duyệt, được duyệt đến hết năm báo cáo (đến lúc lập báo cáo nếu năm chưa hết).',
  },
  {
    label: 'Cột 2 đến cột 7',
    text: 'Hoạt động loại “Tuyên truyền” có ngày trong năm, do đơn vị, cơ quan hay cán bộ tuyên truyền ghi; hoạt động đã rút không tính. Ô trống: không có số.',
  },
  {
    label: 'Một hoạt động nhiều điển hình',
    text: 'Được ghi ở dòng của từng điển hình, nên dòng Cộng, Tổng cộng là số của các điển hình cộng lại; số thực của cả năm, mỗi hoạt động tính một lần, ở dòng dưới.',
  },
  {
    label: 'Cột 8',
    text: 'Dấu x: đến hết kỳ báo cáo chưa được tuyên truyền lần nào, kể cả các năm trước. Dòng cộng là số điển hình có dấu x.',
  },
  {
    label: 'Dòng Cộng, Tổng cộng',
    text: 'Là công thức; khi lọc bảng, các dòng này tính theo những dòng đang hiện.',
  },
];
