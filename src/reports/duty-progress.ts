import { nameDuty } from '../duties/say.ts';
import type { DutyStatus } from '../duties/standing.ts';
import { buildStandingParameters } from '../duties/standing-sql.ts';
import { daysBetween, localDate } from '../plan/calendar.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import { capitalise, lettersOf } from '../text/letters.ts';
import type { Column } from './columns.ts';
import { listDutiesOfPeriod } from './duties-of-period.ts';
import { type DutyProgressRow, dutyProgressSql } from './duty-progress.sql.ts';
import { dutyOfRow, kindOfRow } from './filter/filter-sql.ts';
import { dutyStates } from './filter/report-filter.ts';
import type { Note } from './notes-sheet.ts';
import type { ReportRequest } from './report.ts';
import { sayAsOf, sayReportPeriod } from './report-period.ts';
import { createTableReport } from './table-report.ts';

/** A duty of a unit as a line. */
interface DutyLine extends DutyProgressRow {
  number: number;
  name: string;
  state: string;
  /** Days after the last day: until it was done, or until the day of the report. */
  daysLate: number | null;
}

/** The words for each status. */
export const dutyStatusWords: Record<DutyStatus, string> = {
  done: 'Đã xong',
  doneLate: 'Nộp chậm',
  overdue: 'Quá hạn',
  missing: 'Chưa xong',
  unset: 'Chưa ấn định',
  optional: 'Không phát sinh',
};

const sheetName = 'Tiến độ nộp';

/**
 * The report *Tiến độ nộp*: every duty of every unit in the period (Plan 101, V.1, V.3). It shows
 * when it was handed in, how late, and how often the unit was reminded.
 */
export const dutyProgress = createTableReport<DutyProgressRow, DutyLine, StatusCount>({
  code: 'tiendo',
  name: 'report-duty-progress',
  words: ['tiến độ', 'tiến độ nộp', 'progress'],
  periods: 'any',
  filters: { kinds: true, states: dutyStates, duties: true },
  filterSql: { kinds: kindOfRow, states: { rows: 'status = ANY (?)' }, duties: dutyOfRow },
  pictures: ['ngay'],
  right: 'report',
  scopes: ['all', 'unit'],
  file: 'tien-do',
  sheet: sheetName,
  title: (period) => `TIẾN ĐỘ NỘP CỦA CÁC ĐƠN VỊ ${period}`,
  period: (plan, period) => `${capitalise(sayReportPeriod(plan, period))}${sayAsOf(period)}`,
  under: ({ scope, at }) => `${scope}. Số liệu lúc ${at}.`,
  columns: buildColumns,
  labelColumn: 'duty',
  frozenColumns: 2,
  textSize: 10,
  vertical: 'middle',
  emptyText: 'Không có việc nào trong kỳ.',
  query: { sql: dutyProgressSql, parameters },
  unitOf: ({ unitId, unit }) => ({ id: unitId, name: unit }),
  line: (row, number, { plan, request }) => describeLine(plan, row, number, request),
  lineWord: 'việc của đơn vị',
  startCount() {
    const found = new Map<DutyStatus, number>();
    return {
      add: ({ status }) => found.set(status, (found.get(status) ?? 0) + 1),
      of: (status) => found.get(status) ?? 0,
    };
  },
  notes: ({ plan, request, count }) => [
    ...countingNotes,
    ...listStatuses(buildColumns(plan, request)).map(({ status, label, formula }) => ({
      label: `Số việc “${label}”`,
      text: { formula, result: count.of(status) },
    })),
  ],
  figures: ({ lines, count, total }) => [
    ['report-figure-duties', lines],
    ['report-figure-duties-done', count.of('done')],
    ['report-figure-duties-late', count.of('doneLate')],
    ['report-figure-duties-overdue', count.of('overdue')],
    ['report-figure-duties-missing', count.of('missing')],
    ['report-figure-duties-unset', count.of('unset')],
    ['report-figure-duties-optional', count.of('optional')],
    ['report-figure-duties-nudges', total('nudges')],
  ],
});

/** The number of duties with a status. */
interface StatusCount {
  of(status: DutyStatus): number;
}

function parameters(plan: LoadedPlan, request: ReportRequest): unknown[] {
  const duties = listDutiesOfPeriod(plan, request);
  const places = duties.map(({ duty, occurrence }, place) => ({ duty, occurrence, place }));
  return [
    ...buildStandingParameters(plan, duties, request.unitIds, request.now),
    ...[JSON.stringify(places), plan.unitKinds.map(({ code }) => code), plan.zone, plan.id],
  ];
}

function describeLine(
  plan: LoadedPlan,
  row: DutyProgressRow,
  number: number,
  { now }: Pick<ReportRequest, 'now'>,
): DutyLine {
  const { status, lastDay, doneOn, supplemented } = row;
  const until = status === 'doneLate' ? doneOn : status === 'overdue' ? localDate(now, plan.zone) : null;
  return {
    ...row,
    number,
    name: nameDuty(plan, 'vi', row),
    state: supplemented ? `${dutyStatusWords[status]} (bổ sung sau hạn)` : dutyStatusWords[status],
    daysLate: lastDay !== null && until !== null ? daysBetween(lastDay, until) : null,
  };
}

function buildColumns(_plan: LoadedPlan, { phones = false }: ReportRequest): Column<DutyLine>[] {
  const column = (
    key: string,
    mark: string,
    heading: string,
    width: number,
    value: Column<DutyLine>['value'],
    more: Partial<Column<DutyLine>> = {},
  ): Column<DutyLine> => ({ key, mark, heading, width, kind: 'text', value, total: 'none', ...more });
  return [
    column('number', 'A', 'TT', 5, (line) => line.number, { kind: 'number' }),
    column('duty', 'B', 'Việc phải nộp', 38, (line) => line.name),
    column('due', '1', 'Hạn nộp', 11.5, (line) => line.lastDay, { kind: 'date' }),
    column('state', '2', 'Trạng thái', 17.5, (line) => line.state, { align: 'center' }),
    column('doneOn', '3', 'Ngày nộp', 11.5, (line) => line.doneOn, { kind: 'date' }),
    column('daysLate', '4', 'Số ngày trễ', 8.5, (line) => line.daysLate, { kind: 'number', total: 'sum' }),
    column('nudges', '5', 'Số lần nhắc', 8.5, (line) => line.nudges, { kind: 'number', total: 'sum' }),
    column('nudgedOn', '6', 'Lần nhắc cuối', 11.5, (line) => line.nudgedOn, { kind: 'date' }),
    column('liaisons', '7', 'Cán bộ đầu mối', 24, (line) => line.liaisons),
    ...(phones
      ? [column('phones', '8', 'Số điện thoại', 14, (line) => line.phones, { align: 'center' })]
      : []),
  ];
}

function listStatuses(columns: Column<DutyLine>[]) {
  const at = lettersOf(columns.findIndex(({ key }) => key === 'state') + 1);
  return (['done', 'doneLate', 'overdue', 'missing', 'unset', 'optional'] as const).map((status) => {
    const label = dutyStatusWords[status];
    return { status, label, formula: `COUNTIF('${sheetName}'!${at}:${at},"${label}*")` };
  });
}

const countingNotes: Note[] = [
  {
    label: 'Việc trong kỳ',
    text: 'Việc định kỳ có kỳ nằm trong thời gian báo cáo và đã bắt đầu; việc làm một lần có hạn trong thời gian đó, hoặc chưa ấn định hạn.',
  },
  {
    label: 'Cột 1',
    text: 'Ngày cuối cùng còn đúng hạn của đơn vị, kể cả hạn đã được sửa, gia hạn.',
  },
  {
    label: 'Cột 2',
    text: 'Chậm hay không tính theo lần gửi đầu. “Nộp chậm”: đã xong sau hạn. “Quá hạn”: qua hạn mà chưa xong. “Bổ sung sau hạn”: nộp lần đầu đúng hạn, nộp lại sau hạn. “Không phát sinh”: văn bản chỉ nộp khi có việc.',
  },
  {
    label: 'Cột 3',
    text: 'Ngày gửi lần đầu của văn bản; với đăng ký là ngày gửi điển hình làm đủ chỉ tiêu tối thiểu.',
  },
  {
    label: 'Cột 4',
    text: 'Từ ngày sau hạn đến ngày nộp; chưa xong thì đến ngày của báo cáo. Dòng cộng là tổng số ngày.',
  },
  {
    label: 'Cột 5, cột 6',
    text: 'Tin nhắc về việc này đã đến được người của đơn vị, tự động và bằng tay. Một tin có thể nhắc nhiều việc: mỗi việc tính một lần.',
  },
  {
    label: 'Dòng Cộng, Tổng cộng',
    text: 'Là công thức; khi lọc bảng, các dòng này tính theo những dòng đang hiện.',
  },
];
