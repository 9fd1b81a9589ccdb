import type { Duty, Plan } from '../plan/plan.ts';
import type { Column } from './columns.ts';
import { hasRecurringRegistration } from './counted-times.ts';
import type { RegistrationStandingRow } from './registration-standing.sql.ts';
import { type Timeliness, timelinessWords } from './timeliness.ts';

/** A unit as a line of the report. */
export interface UnitLine extends RegistrationStandingRow {
  /** Within its kind. */
  number: number;
  min: number;
  max: number | null;
  missing: number;
  over: number;
  /** `YYYY-MM-DD` in the plan's zone. */
  filedOn: string | null;
  /** Undefined: the unit owes no list. */
  timeliness: Timeliness | undefined;
  /** Exemplars that counted a year before. */
  lastYear?: number;
}

const share = 'IF({min}=0,"",{counted}/{min})';

/** A column of numbers with a sum. */
function number(
  key: string,
  mark: string,
  heading: string,
  value: (unit: UnitLine) => number | null,
  more: Partial<Column<UnitLine>> = {},
): Column<UnitLine> {
  return { key, heading, mark, width: 8.5, kind: 'number', value, total: 'sum', ...more };
}

const quota = { over: 'Chỉ tiêu' };
const timeliness = { over: 'Đăng ký so với hạn' };
const before = { over: 'Năm trước', width: 10 };
const xColumn = { ...timeliness, kind: 'mark', width: 7.5 } as const;

/** Finds the duty whose document has a column of its own there; a plan has one at most. */
export function findSummaryDuty(plan: Plan): Duty | undefined {
  return plan.duties.find(({ inSummary }) => inSummary === true);
}

/**
 * Returns the key of the column *Đúng hạn / chậm / chưa nộp*. The column of the plan's document
 * stands before it, in a plan that has one.
 */
export function keyOfTimeliness(plan: Plan): number {
  return findSummaryDuty(plan) ? 12 : 11;
}

/**
 * Builds the columns of *Tổng hợp theo đơn vị*. The plan names the subjects and the duty shown.
 * `compared`: with the year before.
 */
export function buildByUnitColumns(plan: Plan, compared: boolean): Column<UnitLine>[] {
  const { collective, individual } = plan.subjects;
  // Of several occurrences each was compared by itself: no formula over the sums.
  const recurring = hasRecurringRegistration(plan);
  const shown = findSummaryDuty(plan);
  const key = keyOfTimeliness(plan);
  const filed: Column<UnitLine>[] = shown
    ? [
        {
          key: 'filedOn',
          heading: `${shown.name.vi} (ngày nộp)`,
          mark: '11',
          width: 13,
          kind: 'date',
          value: (unit) => unit.filedOn,
          total: 'none',
        },
      ]
    : [];
  return [
    number('number', 'A', 'TT', (unit) => unit.number, { width: 5, total: 'none' }),
    {
      key: 'unit',
      heading: 'Đơn vị',
      mark: 'B',
      width: 33,
      kind: 'text',
      value: (unit) => unit.name,
      total: 'none',
    },
    number('min', '1', 'Tối thiểu', (unit) => unit.min, quota),
    number('max', '2', 'Tối đa', (unit) => unit.max, { ...quota, total: 'sumIfAll' }),
    number('counted', '3=6+7', 'Đã gửi', (unit) => unit.counted),
    number('approved', '4', 'Đã duyệt', (unit) => unit.approved),
    number('returned', '5', 'Trả lại', (unit) => unit.returned),
    number('collective', '6', collective.name.vi, (unit) => unit.collective),
    number('individual', '7', individual.name.vi, (unit) => unit.individual),
    number('missing', recurring ? '8' : '8=1-3', 'Còn thiếu', (unit) => unit.missing, {
      ...(!recurring && { formula: 'MAX(0,{min}-{counted})' }),
    }),
    number('over', recurring ? '9' : '9=3-2', 'Vượt', (unit) => unit.over, {
      ...(!recurring && { formula: 'IF({max}="",0,MAX(0,{counted}-{max}))' }),
    }),
    {
      key: 'share',
      heading: 'Tỷ lệ %',
      mark: '10=3/1',
      width: 9,
      kind: 'percent',
      value: (unit) => (unit.min === 0 ? null : unit.counted / unit.min),
      formula: share,
      total: {
        formula: share,
        value: (total) => (total('min') === 0 ? '' : total('counted') / total('min')),
      },
    },
    ...filed,
    {
      key: 'timeliness',
      heading: 'Đúng hạn / chậm / chưa nộp',
      ...timeliness,
      mark: String(key),
      width: 12.5,
      kind: 'text',
      align: 'center',
      value: (unit) => (unit.timeliness ? timelinessWords[unit.timeliness] : null),
      total: 'none',
    },
    number('late', `${key}a`, timelinessWords.late, (unit) => marked(unit, 'late'), xColumn),
    number('overdue', `${key}b`, timelinessWords.overdue, (unit) => marked(unit, 'overdue'), xColumn),
    ...(compared
      ? [
          number('lastYear', String(key + 1), 'Cùng kỳ', ({ lastYear = 0 }) => lastYear, before),
          number(
            'change',
            `${key + 2}=3-${key + 1}`,
            'Tăng, giảm',
            ({ counted, lastYear = 0 }) => counted - lastYear,
            {
              ...before,
              formula: '{counted}-{lastYear}',
            },
          ),
        ]
      : []),
  ];
}

/** 1 is shown as `x`, and the totals count the units that have one. */
function marked(unit: UnitLine, state: Timeliness): 1 | null {
  return unit.timeliness === state ? 1 : null;
}
