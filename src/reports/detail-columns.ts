import type { Plan } from '../plan/plan.ts';
import type { Column } from './columns.ts';
import type { ExemplarListRow } from './exemplar-list.sql.ts';

/** An exemplar with its number within its unit. */
export interface ExemplarLine extends ExemplarListRow {
  number: number;
}

/** What became of an exemplar, in the words of the sheet. */
export const statusWords: Record<ExemplarListRow['status'], string> = {
  submitted: 'Đã gửi',
  approved: 'Đã duyệt',
  returned: 'Trả lại',
  rejected: 'Không duyệt',
  withdrawn: 'Đã rút',
};

const sexWords: Record<string, string> = { male: 'Nam', female: 'Nữ' };

function column(
  key: string,
  mark: string,
  heading: string,
  width: number,
  value: Column<ExemplarLine>['value'],
  more: Partial<Column<ExemplarLine>> = {},
): Column<ExemplarLine> {
  return { key, heading, mark, width, kind: 'text', value, total: 'none', ...more };
}

/** Columns of *Danh sách chi tiết*; names of subjects and categories are the plan's. */
export function detailColumns(plan: Plan): Column<ExemplarLine>[] {
  const categories = new Map(plan.categories.map(({ code, name }) => [code, name.vi]));
  const number = { kind: 'number' } as const;
  const date = { kind: 'date' } as const;
  const mark = { kind: 'mark', total: 'sum' } as const;
  return [
    column('number', 'A', 'TT', 4.5, (row) => row.number, number),
    column('code', 'B', 'Mã', 11, (row) => row.code, { total: 'count' }),
    column('name', 'C', 'Tên', 19, (row) => row.name),
    column('subject', '1', 'Đối tượng', 8, (row) => plan.subjects[row.subject].name.vi),
    column('category', '2', 'Lĩnh vực', 15, (row) => categories.get(row.category) ?? row.category),
    column('birthYear', '3', 'Năm sinh', 6, (row) => row.birthYear, { kind: 'year' }),
    column('sex', '4', 'Giới tính', 5.5, (row) => row.sex && (sexWords[row.sex] ?? row.sex)),
    column('ethnicity', '5', 'Dân tộc', 7.5, (row) => row.ethnicity),
    column('position', '6', 'Chức vụ / người đại diện', 14, (row) =>
      row.subject === 'collective' ? row.representative : row.position,
    ),
    column('place', '7', 'Địa bàn', 12, (row) => row.place),
    column('difficultArea', '8', 'Vùng khó khăn', 6, (row) => (row.difficultArea ? 1 : null), mark),
    column('directLabour', '9', 'Lao động trực tiếp', 6, (row) => (row.directLabour ? 1 : null), mark),
    column('summary', '10', 'Tóm tắt thành tích', 44, (row) => row.summary),
    column('criteria', '11', 'Số tiêu chí', 5, (row) => row.criteria, number),
    column('status', '12', 'Trạng thái', 9.5, (row) => statusWords[row.status]),
    column('submittedOn', '13', 'Ngày gửi', 11, (row) => row.submittedOn, date),
    column('approvedOn', '14', 'Ngày duyệt', 11, (row) => row.approvedOn, date),
    column('submittedBy', '15', 'Người gửi', 12, (row) => row.submittedBy),
  ];
}
