import { listDuesOf, listNudgedDuties } from '../duties/owed.ts';
import { buildStandingParameters } from '../duties/standing-sql.ts';
import { formatDate, formatInstant } from '../plan/calendar.ts';
import { stageAt } from '../plan/ladder.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import type { WorkingCalendar } from '../plan/working-calendar.ts';
import { kindOfRow } from './filter/filter-sql.ts';
import type { Note } from './notes-sheet.ts';
import { type PhoneRow, phoneListSql, type Unreached } from './phone-list.sql.ts';
import { buildPhoneListColumns, type PhoneLine, unreachedWords } from './phone-list-columns.ts';
import type { ReportRequest } from './report.ts';
import { createTableReport } from './table-report.ts';

/**
 * The report *Cần gọi điện*: people whom no nudge reaches while their unit owes a duty, and units
 * without people. It is for Plan 101, V.3. It shows the state of now or of a day, one line a unit
 * and person with all duties of the unit: one call each.
 */
export const phoneList = createTableReport<PhoneRow, PhoneLine, Count>({
  code: 'goidien',
  name: 'report-phone-list',
  words: [
    ...['gọi điện', 'cần gọi điện', 'danh sách gọi điện', 'phone list'],
    ...['danh sách cần gọi', 'danh sách cần gọi điện', 'danh sách phải gọi'],
  ],
  wordsAlone: [
    ...[
      'danh sách gọi điện',
      'phone list',
      'danh sách cần gọi',
      'danh sách cần gọi điện',
      'danh sách phải gọi',
    ],
  ],
  ofNow: true,
  // The report shows phone numbers.
  right: 'reportPhones',
  filters: { kinds: true },
  filterSql: { kinds: kindOfRow },
  scopes: ['all', 'unit'],
  file: 'goi-dien',
  sheet: 'Cần gọi điện',
  title: () => 'DANH SÁCH CẦN GỌI ĐIỆN ĐÔN ĐỐC',
  period: (plan, { now, asOf }) =>
    asOf ? `Tình hình hết ngày ${formatDate(asOf)}` : `Tình hình lúc ${formatInstant(now, plan.zone)}`,
  under: ({ period, scope }) => `${period}. ${scope}.`,
  columns: buildPhoneListColumns,
  labelColumn: 'unit',
  frozenColumns: 2,
  textSize: 11,
  vertical: 'middle',
  emptyText: 'Không phải gọi điện cho ai.',
  query: { sql: phoneListSql, parameters },
  line: (row, number) => ({ ...row, number }),
  lineWord: 'dòng',
  startCount,
  notes: ({ request: { asOf } }) => (asOf ? [...countingNotes, noteOfDay] : countingNotes),
  figures: ({ lines, count }) => [
    ['report-figure-phone-lines', lines],
    ['report-figure-phone-units', count.units()],
    ['report-figure-phone-people', count.people()],
    ['report-figure-phone-blocked', count.lines('blocked')],
    ['report-figure-phone-unconnected', count.lines('unconnected')],
    ['report-figure-phone-failed', count.lines('failed')],
    ['report-figure-phone-nobody', count.lines('nobody')],
  ],
});

function parameters(plan: LoadedPlan, { now, unitIds }: ReportRequest, calendar: WorkingCalendar): unknown[] {
  const owed = listNudgedDuties(plan, now);
  const dated = owed.flatMap((one, place) =>
    listDuesOf(plan, one).map((due) => {
      const { duty, occurrence, lastDay: last_day } = due;
      const stage = stageAt(plan, calendar, due, now);
      const heads = stage?.heads ?? false;
      return { plan_id: plan.id, duty, occurrence, last_day, begun: stage !== undefined, heads, place };
    }),
  );
  const kinds = plan.unitKinds.map(({ code }) => code);
  return [
    ...buildStandingParameters(plan, owed, unitIds, now),
    JSON.stringify(dated),
    kinds,
    plan.zone,
    plan.id,
  ];
}

interface Count {
  add(row: PhoneRow): void;
  units(): number;
  people(): number;
  lines(why: Unreached): number;
}

function startCount(): Count {
  const units = new Set<number>();
  const people = new Set<number>();
  const reasons = new Map<Unreached, number>();
  return {
    add({ unitId, personId, why }) {
      units.add(unitId);
      if (personId !== null) people.add(personId);
      reasons.set(why, (reasons.get(why) ?? 0) + 1);
    },
    units: () => units.size,
    people: () => people.size,
    lines: (why) => reasons.get(why) ?? 0,
  };
}

/** Accounts keep no history of who blocked the bot. */
const noteOfDay: Note = {
  label: 'Của một ngày đã qua',
  text: 'Họ tên, số điện thoại là của lúc lập; đã chặn hay chưa là theo tin gửi gần nhất đến hết ngày đó.',
};

const countingNotes: Note[] = [
  {
    label: 'Ai có trong danh sách',
    text: 'Cán bộ đầu mối của đơn vị còn việc chưa xong mà kế hoạch đã bắt đầu nhắc, hoặc đã được đôn đốc bằng tay (và thủ trưởng, từ mốc mà kế hoạch nhắc cả thủ trưởng) mà tin nhắc không đến được; đơn vị chưa có ai để nhắc. Mỗi đơn vị, mỗi người một dòng.',
  },
  {
    label: 'Cột 5, cột 6',
    text: 'Mọi việc như vậy của đơn vị, còn trong hạn hay đã quá hạn; cột 6 là hạn sớm nhất của các việc đó.',
  },
  {
    label: 'Cột 7',
    text: `“${unreachedWords.blocked}”: đã chặn bot ở mọi kênh. “${unreachedWords.unconnected}”: chưa kết nối kênh nào. “${unreachedWords.failed}”: tin nhắc gần nhất gửi không được. Dòng cộng là số dòng.`,
  },
  {
    label: 'Cột 8',
    text: 'Ngày tin nhắc về đơn vị đến được người đó lần cuối; để trống khi chưa có tin nào đến.',
  },
  { label: 'Số điện thoại', text: 'Chỉ dành cho cán bộ của cơ quan đôn đốc; không gửi tệp này ra ngoài.' },
];
