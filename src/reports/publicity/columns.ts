import type { Column } from '../columns.ts';
import type { PublicityRow } from './rows.sql.ts';

/** An exemplar as a line of the report, numbered within its unit. */
export interface PublicityLine extends PublicityRow {
  number: number;
}

function column(
  key: string,
  mark: string,
  heading: string,
  width: number,
  value: Column<PublicityLine>['value'],
  more: Partial<Column<PublicityLine>> = {},
): Column<PublicityLine> {
  return { key, heading, mark, width, kind: 'number', value, total: 'sum', ...more };
}

/** Builds the columns of *Tuyên truyền điển hình* (Plan 101, II.4, V.2). */
export function buildPublicityColumns(): Column<PublicityLine>[] {
  const text = { kind: 'text', total: 'none' } as const;
  return [
    column('number', 'A', 'TT', 5, (row) => row.number, { total: 'none' }),
    column('code', 'B', 'Mã', 21.5, (row) => row.code, { kind: 'code', total: 'count' }),
    column('name', 'C', 'Điển hình', 30, (row) => row.name, text),
    column('approvedOn', '1', 'Ngày duyệt', 11, (row) => row.approvedOn, { kind: 'date', total: 'none' }),
    column('times', '2', 'Số lần tuyên truyền', 9, (row) => row.times),
    column('media', '3', 'Phương tiện', 27, (row) => row.media, text),
    column('broadcasts', '4', 'Số lượt phát', 8.5, (row) => row.broadcasts),
    column('minutes', '5', 'Số phút phát', 8.5, (row) => row.minutes),
    column('reached', '6', 'Số người', 9.5, (row) => row.reached),
    column('lastOn', '7', 'Lần gần nhất', 11, (row) => row.lastOn, { kind: 'date', total: 'none' }),
    column('never', '8', 'Chưa lần nào', 8, (row) => (row.ever ? null : 1), { kind: 'mark' }),
  ];
}
