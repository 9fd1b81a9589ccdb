import { t } from '../../i18n.ts';
import { nameAward, nameAwardLevel } from '../../plan/awards.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import { capitalise } from '../../text/letters.ts';
import type { Column } from '../columns.ts';
import type { ReportPeriod } from '../report-period.ts';
import type { AwardListRow } from './rows.sql.ts';

/** A proposal as a line of the list, numbered within its level. */
export interface AwardLine extends AwardListRow {
  place: number;
}

function column(
  key: string,
  heading: string,
  width: number,
  value: Column<AwardLine>['value'],
  more: Partial<Column<AwardLine>> = {},
): Omit<Column<AwardLine>, 'mark'> {
  return { key, heading, width, kind: 'text', value, total: 'none', ...more };
}

/** Builds the columns of *Đề nghị khen thưởng*: forms and titles stand apart. */
export function buildAwardColumns(plan: LoadedPlan, { whole }: ReportPeriod): Column<AwardLine>[] {
  const name = (code: string | null) => (code === null ? '' : nameAward(plan, 'vi', code));
  const numbered = [
    column('position', 'Chức vụ / người đại diện', 20, (row) => row.position ?? ''),
    column('unit', 'Đơn vị', 18, (row) => row.unit),
    ...(whole ? [column('year', 'Năm', 7, (row) => row.year, { kind: 'year' })] : []),
    column('form', 'Hình thức khen thưởng', 15, (row) => name(row.form), { total: 'count' }),
    column('title', 'Danh hiệu thi đua', 16, (row) => name(row.title), { total: 'count' }),
    column('level', 'Cấp', 11, (row) => nameAwardLevel(plan, 'vi', row.level)),
    column('grounds', 'Tóm tắt thành tích', 44, (row) => row.grounds),
    column('state', 'Kết quả', 13, (row) => capitalise(t('vi', `proposal-state-${row.state}`))),
    column('decision', 'Số quyết định', 15, (row) => row.number ?? ''),
    column('decidedOn', 'Ngày quyết định', 13, (row) => row.decidedOn, { kind: 'date' }),
    column('reason', 'Lý do', 18, (row) => row.reason ?? ''),
  ];
  return [
    { ...column('number', 'TT', 5, (row) => row.place, { kind: 'number' }), mark: 'A' },
    { ...column('name', 'Họ tên / tên tập thể', 26, (row) => row.name), mark: 'B' },
    ...numbered.map((one, i) => ({ ...one, mark: String(i + 1) })),
  ];
}
