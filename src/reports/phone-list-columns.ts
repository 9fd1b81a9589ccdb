import { nameDuty } from '../duties/say.ts';
import { t } from '../i18n.ts';
import type { Plan } from '../plan/plan.ts';
import type { Column } from './columns.ts';
import { nameKind } from './kind-groups.ts';
import type { PhoneRow, Unreached } from './phone-list.sql.ts';

/** A person to phone, with the number of the line within its kind of units. */
export interface PhoneLine extends PhoneRow {
  number: number;
}

/** Why no message reaches the person, in the words of the sheet. */
export const unreachedWords: Record<Unreached, string> = {
  blocked: 'Đã chặn bot',
  unconnected: 'Chưa kết nối',
  failed: 'Gửi không được',
  nobody: 'Chưa có cán bộ đầu mối',
};

function column(
  key: string,
  mark: string,
  heading: string,
  width: number,
  value: Column<PhoneLine>['value'],
  more: Partial<Column<PhoneLine>> = {},
): Column<PhoneLine> {
  return { key, heading, mark, width, kind: 'text', value, total: 'none', ...more };
}

/** Builds the columns of *Cần gọi điện*. Phone numbers are for officers only. */
export function buildPhoneListColumns(plan: Plan): Column<PhoneLine>[] {
  const center = { align: 'center' } as const;
  return [
    column('number', 'A', 'TT', 5, (row) => row.number, { kind: 'number' }),
    column('unit', 'B', 'Đơn vị', 25, (row) => row.unit),
    column('kind', '1', 'Nhóm đơn vị', 16, (row) => nameKind(plan, row.kind)),
    column('person', '2', 'Họ và tên', 19, (row) => row.name),
    column('role', '3', 'Vai trò', 13, (row) => row.role && t('vi', `role-${row.role}`)),
    column('phone', '4', 'Số điện thoại', 16, (row) => row.phone, center),
    column('duties', '5', 'Việc cần nhắc', 29, (row) =>
      row.duties.map((duty) => nameDuty(plan, 'vi', duty)).join('; '),
    ),
    column('due', '6', 'Hạn gần nhất', 11.5, (row) => row.due, { kind: 'date' }),
    column('why', '7', 'Lý do phải gọi', 14, (row) => unreachedWords[row.why], { ...center, total: 'count' }),
    column('nudgedOn', '8', 'Tin nhắc đến được lần cuối', 11.5, (row) => row.nudgedOn, { kind: 'date' }),
  ];
}
