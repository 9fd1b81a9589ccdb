import type { Column } from '../columns.ts';
import type { SignedLine } from './lines.ts';

const column = (
  key: keyof SignedLine,
  mark: string,
  heading: string,
  width: number,
  more: Partial<Column<SignedLine>> = {},
): Column<SignedLine> => ({
  key,
  mark,
  heading,
  width,
  kind: 'text',
  value: (line) => line[key],
  total: 'none',
  ...more,
});

/** The columns of the list, on the sheet and on the page. */
export const signedListColumns: Column<SignedLine>[] = [
  column('number', 'A', 'TT', 6.5, { kind: 'number' }),
  column('name', 'B', 'Họ tên / tên tập thể', 24),
  column('birthYear', '1', 'Năm sinh', 8, { kind: 'year' }),
  column('ethnicity', '2', 'Dân tộc', 9),
  column('position', '3', 'Chức vụ / người đại diện', 20),
  column('place', '4', 'Địa bàn', 15),
  column('category', '5', 'Lĩnh vực', 18, { total: 'count' }),
  column('summary', '6', 'Tóm tắt thành tích', 50),
  column('remarks', '7', 'Ghi chú', 12),
];
