import { looksLikeFormula } from './cell-text.ts';
import { type CellValue, type Column, columnLetters, fillFormula } from './columns.ts';
import { headBlock, signatureBlock } from './head-rows.ts';
import { headingBlock } from './heading-rows.ts';
import { printable, printScale, sheetSize } from './page.ts';
import { type CellStyle, type Horizontal, style, textFormat } from './sheet-style.ts';
import { splitLine } from './split-line.ts';
import type { TableForm } from './table-form.ts';
import { startTally, type Tally } from './tally.ts';
import { columnPoints, lineStarts, linesHeight } from './text-size.ts';
import type { Book, SheetCell, SheetValue } from './workbook.ts';

/** A report's table being written from the top down. */
export interface TableSheet<Row> {
  /** Lines so far. */
  readonly lines: number;
  /** A row that names the group whose lines follow, numbered `mark` (II, 3); groups may stand in groups. */
  openGroup(mark: string, label: string): void;
  line(row: Row): void;
  /** The *Cộng* row of the innermost open group. */
  closeGroup(label: string): void;
  /** Writes *Tổng cộng* and the signature block; no more lines after it. Returns the grand totals by column. */
  finish(label: string): (key: string) => CellValue;
}

const alignments: Record<Column<never>['kind'], Horizontal> = {
  text: 'left',
  number: 'center',
  percent: 'center',
  date: 'center',
  mark: 'center',
};
const formats: Record<Column<never>['kind'], string | undefined> = {
  text: undefined,
  number: '#,##0',
  percent: '0.0%',
  date: 'dd/mm/yyyy',
  mark: '"x";;',
};

/** Opens the data sheet of a report: head, title and headings are written at once. */
export function openTable<Row>(book: Book, form: TableForm<Row>): TableSheet<Row> {
  const { columns } = form;
  const widths = columns.map((column) => column.width);
  const scale = printScale(widths, printable.landscape.width);
  const size = sheetSize(form.textSize, scale);
  const head = headBlock(form.head, form.title, form.under, widths, scale);
  const heading = headingBlock(columns, size);
  const keyRow = head.rows.length + heading.rows.length;
  const sheet = book.sheet({
    name: form.name,
    orientation: 'landscape',
    columnWidths: widths,
    scale,
    frozen: { rows: keyRow, columns: form.frozenColumns },
    repeatedRows: { from: head.rows.length + 1, to: keyRow },
  });
  sheet.block(head.rows, head.merges);
  sheet.block(heading.rows, heading.merges);

  const points = columns.map((column) => columnPoints(column.width));
  const plain = lineStyles(columns, { size, vertical: form.vertical });
  const bold = lineStyles(columns, { size, bold: true, vertical: 'middle' });
  const label = columns.findIndex((column) => column.key === form.labelColumn);
  // A line higher than this is continued in the next row: Excel draws no row higher than 409 points, and one that is
  // higher than the page would be cut by it.
  const tallest = Math.min(400, (printable.landscape.height / scale) * 0.6);
  const groups: Tally<Row>[] = [];
  const all = startTally(columns, sheet.next);
  let lines = 0;

  function totalRow(text: string, tally: Tally<Row>): void {
    const at = sheet.next;
    const rows = { from: tally.from, to: at - 1 };
    const cells = columns.map((_, index) => {
      const value = index === label ? text : totalCell(columns, index, at, rows, tally);
      return { value, style: bold[index]?.usual ?? style({ size }) };
    });
    const count = lineStarts(text, points[label] ?? 0, { size, bold: true }).length;
    sheet.block([{ cells, height: linesHeight(count, { size }) }]);
  }

  return {
    get lines() {
      return lines;
    },
    openGroup(mark, text) {
      const cells = columns.map((_, index) => ({
        value: index === label ? text : index === 0 ? mark : null,
        style: bold[index]?.single ?? style({ size }),
      }));
      sheet.block([{ cells, height: linesHeight(1, { size }) }]);
      groups.push(startTally(columns, sheet.next));
    },
    line(row) {
      lines++;
      all.add(row);
      for (const tally of groups) tally.add(row);
      const at = sheet.next;
      const values = columns.map((column) => column.value(row));
      const pieces = splitLine(values, points, { size }, tallest);
      sheet.block(
        pieces.map(({ values, height, continued }) => ({
          height,
          cells: values.map((value, index): SheetCell | undefined => {
            const column = columns[index];
            const styles = plain[index];
            if (!column || !styles) return undefined;
            const typed = typeof value === 'string' && column.kind === 'text' && looksLikeFormula(value);
            return {
              value: continued ? value : lineValue(column, value, columns, at),
              style: typed ? styles.typed : styles.usual,
            };
          }),
        })),
      );
    },
    closeGroup(text) {
      const tally = groups.pop();
      if (!tally) throw new Error('no group is open');
      totalRow(text, tally);
    },
    finish(text) {
      if (lines === 0) {
        const cells = columns.map((_, index) => ({
          value: index === 0 ? form.emptyText : null,
          style: style({ size, italic: true, align: 'center', boxed: true }),
        }));
        const merge = { top: 0, left: 1, bottom: 0, right: columns.length };
        sheet.block([{ cells, height: linesHeight(1, { size }) + 6 }], [merge]);
      }
      const filter = { from: keyRow, to: sheet.next - 1 };
      totalRow(text, all);
      const signature = signatureBlock(form.signers, widths, scale);
      sheet.block(signature.rows, signature.merges);
      sheet.finish({ filter });
      return (key) => all.total(key);
    },
  };
}

interface LineStyles {
  usual: CellStyle;
  /** Not wrapped: a group's name may run over the empty cells beside it. */
  single: CellStyle;
  /** For text that looks like a formula. */
  typed: CellStyle;
}

function lineStyles<Row>(
  columns: Column<Row>[],
  look: { size: number; bold?: boolean; vertical: 'top' | 'middle' },
): LineStyles[] {
  return columns.map(({ kind }, index) => {
    // The first column holds the lines' numbers.
    const align = index === 0 ? 'center' : alignments[kind];
    const format = formats[kind];
    const of = (more: { wrap?: boolean; format?: string }) =>
      style({ ...look, align, boxed: true, format, ...more });
    return { usual: of({}), single: of({ wrap: false }), typed: of({ format: textFormat }) };
  });
}

function lineValue<Row>(
  column: Column<Row>,
  value: CellValue,
  columns: Column<Row>[],
  at: number,
): SheetValue {
  if (column.formula) return { formula: fillFormula(column.formula, columns, at), result: value ?? '' };
  if (value !== null && column.kind === 'date') return { date: String(value) };
  return value;
}

/** SUBTOTAL leaves out the totals inside its range, so that one formula serves groups, groups of groups and the whole. */
function totalCell<Row>(
  columns: Column<Row>[],
  index: number,
  at: number,
  rows: { from: number; to: number },
  tally: Tally<Row>,
): SheetValue {
  const column = columns[index];
  if (!column) return null;
  const result = tally.total(column.key);
  if (result === null) return null;
  const letters = columnLetters(index + 1);
  const range = `${letters}${rows.from}:${letters}${rows.to}`;
  if (typeof column.total === 'object') {
    return { formula: fillFormula(column.total.formula, columns, at), result };
  }
  return { formula: `SUBTOTAL(${column.total === 'count' ? 3 : 9},${range})`, result };
}
