import { nameDuty } from '../duties/say.ts';
import { t } from '../i18n.ts';
import { formatInstant, instantOf } from '../plan/calendar.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import type { DeliveryStatus } from '../store/generated/enums.ts';
import { capitalise, lettersOf } from '../text/letters.ts';
import type { Column } from './columns.ts';
import { kindsParameter } from './filter/filter-sql.ts';
import { deliveryStates } from './filter/report-filter.ts';
import type { Note } from './notes-sheet.ts';
import { type NudgeRow, nudgeLogSql } from './nudge-log.sql.ts';
import type { ReportRequest } from './report.ts';
import { endOfSpan, type ReportPeriod, sayAsOf, sayReportPeriod, spanOf } from './report-period.ts';
import { createTableReport } from './table-report.ts';

/** A nudge as a line. */
interface NudgeLine {
  number: number;
  at: string;
  units: string;
  person: string;
  channel: string;
  duties: string;
  stages: string;
  status: DeliveryStatus;
}

/** The words for the fate of a message. */
export const nudgeOutcomeWords: Record<DeliveryStatus, string> = {
  sent: 'Đã gửi',
  blocked: 'Bị chặn',
  unconnected: 'Chưa kết nối',
  failed: 'Không gửi được',
  dropped: 'Thôi gửi, việc đã xong',
  pending: 'Chờ gửi',
};

const sheetName = 'Đôn đốc';

/** Builds the parameters of `nudgeLogSql`. */
export function buildNudgeParameters(
  plan: LoadedPlan,
  { unitIds, filter, ...period }: Pick<ReportRequest, 'unitIds' | 'filter'> & ReportPeriod,
): unknown[] {
  return [
    ...[plan.id, unitIds ?? null, plan.unitKinds.map(({ code }) => code)],
    ...[instantOf(spanOf(plan, period).from, '00:00', plan.zone), endOfSpan(plan, period)],
    kindsParameter(filter),
  ];
}

/**
 * The report *Đôn đốc*: every message that reminded a person of duties, and its fate (Plan 101,
 * V.3).
 */
export const nudgeLog = createTableReport<NudgeRow, NudgeLine, OutcomeCount>({
  code: 'dondoc',
  name: 'report-nudge-log',
  words: ['đôn đốc', 'nhật ký đôn đốc', 'nhắc việc', 'nudges'],
  periods: 'any',
  filters: { kinds: true, states: deliveryStates },
  filterSql: { kinds: 'own', states: { rows: 'status::text = ANY (?)' } },
  right: 'report',
  scopes: ['all', 'unit'],
  file: 'don-doc',
  sheet: sheetName,
  title: (period) => `NHẬT KÝ ĐÔN ĐỐC ${period}`,
  period: (plan, period) => `${capitalise(sayReportPeriod(plan, period))}${sayAsOf(period)}`,
  under: ({ scope, at }) => `${scope}. Số liệu lúc ${at}.`,
  columns: () => columns,
  labelColumn: 'units',
  frozenColumns: 3,
  textSize: 10,
  vertical: 'middle',
  emptyText: 'Chưa có tin nhắc nào trong kỳ.',
  query: {
    sql: nudgeLogSql,
    parameters: buildNudgeParameters,
  },
  line: (row, number, { plan }) => describeLine(plan, row, number),
  lineWord: 'tin nhắc',
  startCount() {
    const outcomes = new Map<DeliveryStatus, number>();
    return {
      add: ({ status }) => outcomes.set(status, (outcomes.get(status) ?? 0) + 1),
      of: (status) => outcomes.get(status) ?? 0,
    };
  },
  notes: ({ count }) => [...countingNotes, ...listOutcomes(count)],
  figures: ({ lines, count }) => [
    ['report-figure-nudges', lines],
    ['report-figure-nudges-sent', count.of('sent')],
    ['report-figure-nudges-blocked', count.of('blocked')],
    ['report-figure-nudges-unconnected', count.of('unconnected')],
    ['report-figure-nudges-failed', count.of('failed')],
  ],
});

/** The number of messages with a fate. */
interface OutcomeCount {
  of(status: DeliveryStatus): number;
}

function describeLine(plan: LoadedPlan, row: NudgeRow, number: number): NudgeLine {
  const { at, about, person, channel, status, byHand } = row;
  const once = (all: string[]) => [...new Set(all)].join('; ');
  return {
    number,
    at: formatInstant(at, plan.zone),
    units: once(about.map(({ unit }) => unit)),
    person: person ?? '–',
    channel: channel === null ? '–' : t('vi', `channel-${channel}`),
    duties: once(about.map((one) => nameDuty(plan, 'vi', one))),
    stages: once(about.map(({ offset }) => sayStage(offset, byHand))),
    status,
  };
}

/** Says the step of the ladder: `Trước hạn 3 ngày`, `Ngày cuối`, `Sau hạn 7 ngày`. */
function sayStage(offset: number | null, byHand: boolean): string {
  if (byHand) return 'Đôn đốc bằng tay';
  if (offset === null) return 'Nhắc lại theo yêu cầu';
  if (offset === 0) return 'Ngày cuối';
  return offset < 0 ? `Trước hạn ${-offset} ngày` : `Sau hạn ${offset} ngày`;
}

function column(
  key: string,
  mark: string,
  heading: string,
  width: number,
  value: Column<NudgeLine>['value'],
  more: Partial<Column<NudgeLine>> = {},
): Column<NudgeLine> {
  return { key, heading, mark, width, kind: 'text', value, total: 'none', ...more };
}

const center = { align: 'center' } as const;
const columns: Column<NudgeLine>[] = [
  column('number', 'A', 'TT', 5.5, (line) => line.number, { kind: 'number' }),
  column('at', 'B', 'Lúc', 15, (line) => line.at, center),
  column('units', '1', 'Đơn vị', 26, (line) => line.units),
  column('person', '2', 'Người nhận', 22, (line) => line.person),
  column('channel', '3', 'Kênh', 10, (line) => line.channel, center),
  column('duties', '4', 'Việc', 34, (line) => line.duties),
  column('stages', '5', 'Mức', 18, (line) => line.stages),
  column('outcome', '6', 'Kết quả', 15, (line) => nudgeOutcomeWords[line.status], {
    ...center,
    total: 'count',
  }),
];

function listOutcomes(count: OutcomeCount): Note[] {
  const at = lettersOf(columns.findIndex(({ key }) => key === 'outcome') + 1);
  return (['sent', 'blocked', 'unconnected', 'failed', 'dropped', 'pending'] as const).map((status) => {
    const label = nudgeOutcomeWords[status];
    const formula = `COUNTIF('${sheetName}'!${at}:${at},"${label}")`;
    return { label: `Số tin “${label}”`, text: { formula, result: count.of(status) } };
  });
}

const countingNotes: Note[] = [
  {
    label: 'Tin nhắc',
    text: 'Mỗi dòng là một tin gửi cho một người; một tin có thể nhắc nhiều việc của nhiều đơn vị. Dòng thuộc nhóm của đơn vị đầu tiên trong tin.',
  },
  {
    label: 'Cột B',
    text: 'Lúc biết kết quả gửi; tin chưa gửi thì là lúc được ghi. Kỳ báo cáo tính theo ngày tin được ghi.',
  },
  {
    label: 'Cột 5',
    text: 'Mốc trong lịch nhắc của kế hoạch; “Đôn đốc bằng tay”: cán bộ gửi; “Nhắc lại theo yêu cầu”: người nhận đã chọn nhắc lại.',
  },
  {
    label: 'Dòng Cộng, Tổng cộng',
    text: 'Cột 6 là số tin. Là công thức; khi lọc bảng thì tính theo những dòng đang hiện.',
  },
];
