import { appliesTo, type Fact } from '../exemplars/facts/fact.ts';
import { facts } from '../exemplars/facts/facts.ts';
import { sayFact } from '../exemplars/facts/say.ts';
import { type Args, t } from '../i18n.ts';
import type { Plan } from '../plan/plan.ts';
import type { CellValue, Column } from './columns.ts';
import { type ExemplarListRow, listedFacts } from './exemplar-list.sql.ts';

/** An exemplar with its number within its unit. */
export interface DetailLine extends ExemplarListRow {
  number: number;
}

/** The status of an exemplar in the words of the sheet. */
export const statusWords: Record<ExemplarListRow['status'], string> = {
  submitted: 'Đã gửi',
  approved: 'Đã duyệt',
  returned: 'Trả lại',
  rejected: 'Không duyệt',
  withdrawn: 'Đã rút',
};

function column(
  key: string,
  mark: string,
  heading: string,
  width: number,
  value: Column<DetailLine>['value'],
  more: Partial<Column<DetailLine>> = {},
): Column<DetailLine> {
  return { key, heading, mark, width, kind: 'text', value, total: 'none', ...more };
}

/** A column of a fact; facts that share it are asked of other subjects. */
function factColumn(plan: Plan, fact: Fact, mark: number): Column<DetailLine>[] {
  const { sheet, key, field, kind } = fact;
  if (!sheet || 'with' in sheet) return [];
  const reader = { locale: 'vi', plan, t: (key: string, args?: Args) => t('vi', key, args) } as const;
  const shared = listedFacts.filter(
    (one) => one === fact || (one.sheet && 'with' in one.sheet && one.sheet.with === key),
  );
  const value = (row: DetailLine): CellValue => {
    const given = shared.find((one) => appliesTo(one, row.subject));
    if (!given) return null;
    const inRow = row[given.field];
    return kind.cell
      ? kind.cell.value(inRow)
      : sayFact(given, inRow, reader, {
          category: row.category,
          nameOf: () => undefined,
          ownWords: () => undefined,
        });
  };
  const more = kind.cell && {
    kind: kind.cell.kind,
    ...(kind.cell.kind === 'mark' && { total: 'sum' as const }),
  };
  return [column(field, String(mark), sheet.heading, sheet.width, value, more)];
}

/** Builds the columns of *Danh sách chi tiết*; names of subjects and categories are the plan's. */
export function buildDetailColumns(plan: Plan): Column<DetailLine>[] {
  const number = { kind: 'number' } as const;
  const date = { kind: 'date' } as const;
  const listed = facts.filter(({ sheet }) => sheet && !('with' in sheet));
  const ofFacts = listed.filter(({ inPlan }) => !inPlan).flatMap((fact, i) => factColumn(plan, fact, i + 1));
  const mark = (n: number) => String(ofFacts.length + n);
  // Columns that only some plans have stand last: the others keep their numbers.
  const ofSomePlans = listed
    .filter(({ inPlan }) => inPlan?.(plan))
    .flatMap((fact, i) => factColumn(plan, fact, ofFacts.length + 5 + i));
  return [
    column('number', 'A', 'TT', 4.5, (row) => row.number, number),
    column('code', 'B', 'Mã', 20.5, (row) => row.code, { kind: 'code', total: 'count' }),
    column('name', 'C', 'Tên', 22, (row) => row.name),
    ...ofFacts,
    column('status', mark(1), 'Trạng thái', 9.5, (row) => statusWords[row.status]),
    column('submittedOn', mark(2), 'Ngày gửi', 11, (row) => row.submittedOn, date),
    column('approvedOn', mark(3), 'Ngày duyệt', 11, (row) => row.approvedOn, date),
    column('submittedBy', mark(4), 'Người gửi', 12, (row) => row.submittedBy),
    ...ofSomePlans,
  ];
}
