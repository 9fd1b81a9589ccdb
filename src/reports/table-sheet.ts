import { lettersOf } from '../text/letters.ts';
import { looksLikeFormula } from './cell-text.ts';
import { type CellValue, type Column, fillFormula } from './columns.ts';
import { buildHeadBlock, buildSignatureBlock } from './head-rows.ts';
import { buildHeadingBlock } from './heading-rows.ts';
import { fitWidths, measurePage } from './page.ts';
import { measureRows, openPages } from './sheet-pages.ts';
import {
  type CellStyle,
  createStyle,
  formatInVietnamese,
  type Horizontal,
  textFormat,
} from './sheet-style.ts';
import { splitLine } from './split-line.ts';
import type { TableForm } from './table-form.ts';
import { startTally, type Tally } from './tally.ts';
import { findLineStarts, measureColumn, measureLines, measureText, widthOfText } from './text-size.ts';
import type { SheetCell, SheetValue, Workbook } from './workbook.ts';

/** A report's table, written from the top down. */
export interface TableSheet<Row> {
  /** Number of lines so far. */
  readonly lines: number;
  /**
   * Writes a row that names the group of the following lines, numbered `mark` (II, 3); groups may
   * be nested.
   */
  openGroup(mark: string, label: string): void;
  /** Writes a row that names what the next lines have in common, without a total of its own. */
  heading(mark: string, label: string): void;
  /** Writes a line. Await it: it holds lines back when the file is slower than they are. */
  line(row: Row): Promise<void>;
  /** Writes the *Cộng* row of the innermost open group. */
  closeGroup(label: string): void;
  /**
   * Writes *Tổng cộng* and the signature block; no lines may follow. Returns the grand totals by
   * column.
   */
  finish(label: string): (key: string) => CellValue;
}

/** How many lines may be under way to the file at once. */
const linesAtOnce = 500;

const alignments: Record<Column<never>['kind'], Horizontal> = {
  text: 'left',
  code: 'left',
  number: 'center',
  percent: 'center',
  year: 'center',
  date: 'center',
  mark: 'center',
};
const formats: Record<Column<never>['kind'], string | undefined> = {
  text: undefined,
  code: undefined,
  number: formatInVietnamese('#,##0'),
  percent: formatInVietnamese('0.0%'),
  year: '0',
  date: 'dd/mm/yyyy',
  mark: '"x";;',
};

/** Opens the data sheet of a report and writes its head, title and headings. */
export function openTable<Row>(book: Workbook, form: TableForm<Row>): TableSheet<Row> {
  const { paper = 'a4', textSize: size } = form;
  const page = measurePage(paper, 'landscape');
  const widths = fitWidths(
    form.columns.map(({ width }) => width),
    page.width,
    form.columns.map((column) => measureLeastWidth(column, size)),
  );
  const columns = form.columns.map((column, at) => ({ ...column, width: widths[at] ?? column.width }));
  const head = buildHeadBlock(form.head, form.title, form.under, widths);
  const headings = buildHeadingBlock(columns, size);
  const keyRow = head.rows.length + headings.rows.length;
  const sheet = book.sheet({
    name: form.name,
    paper,
    orientation: 'landscape',
    columnWidths: widths,
    frozen: { rows: keyRow, columns: form.frozenColumns },
    repeatedRows: { from: head.rows.length + 1, to: keyRow },
  });
  const pages = openPages(sheet, { height: page.height, repeated: measureRows(headings.rows) });
  pages.write(head, 'withNext');
  pages.write(headings, 'withNext');

  const shapes = columns.map(({ width, kind }) => ({
    points: measureColumn(width),
    wrapped: kind === 'text',
  }));
  const plain = lineStyles(columns, { size, vertical: form.vertical });
  const label = columns.findIndex((column) => column.key === form.labelColumn);
  const band = bandStyles(columns.length, label, size);
  const longBand = createStyle({ size, bold: true, align: 'left', boxed: 'around' });
  const totals = totalStyles(columns, size);
  // A line higher than this continues in the next row: Excel draws no row higher than 409 points,
  // and a row higher than the rest of a page moves to the next and leaves a gap.
  const tallest = Math.min(400, page.height * 0.35);
  const groups: Tally<Row>[] = [];
  const all = startTally(columns, pages.next);
  let lines = 0;

  function totalRow(text: string, tally: Tally<Row>): void {
    const at = pages.next;
    const rows = { from: tally.from, to: at - 1 };
    const cells = columns.map((_, index) => {
      const value = index === label ? text : totalCell(columns, index, at, rows, tally);
      return { value, style: totals[index] ?? createStyle({ size }) };
    });
    const count = findLineStarts(text, shapes[label]?.points ?? 0, { size, bold: true }).length;
    pages.write({ rows: [{ cells, height: measureLines(count, { size }) }], merges: [] }, 'withPrevious');
  }

  const bandWidth = widths.slice(label).reduce((sum, width) => sum + measureColumn(width), 0);

  function heading(mark: string, text: string): void {
    const count = findLineStarts(text, bandWidth, { size, bold: true }).length;
    // A name of one line is not merged, so that the table can be sorted.
    const merges = count > 1 ? [{ top: 0, left: label + 1, bottom: 0, right: columns.length }] : [];
    const cells = band.map((style, index) => ({
      value: index === label ? text : index === 0 ? mark : null,
      style: count > 1 && index === label ? longBand : style,
    }));
    pages.write({ rows: [{ cells, height: measureLines(count, { size }) }], merges }, 'withNext');
  }

  return {
    heading,
    get lines() {
      return lines;
    },
    openGroup(mark, text) {
      heading(mark, text);
      groups.push(startTally(columns, pages.next));
    },
    async line(row) {
      lines++;
      all.add(row);
      for (const tally of groups) tally.add(row);
      const at = pages.next;
      const values = columns.map((column) => column.value(row));
      for (const { values: piece, height, continued } of splitLine(values, shapes, { size }, tallest)) {
        const cells = piece.map((value, index): SheetCell | undefined => {
          const column = columns[index];
          const styles = plain[index];
          if (!column || !styles) return undefined;
          const typed = typeof value === 'string' && isText(column) && looksLikeFormula(value);
          return {
            value: continued ? value : lineValue(column, value, columns, at),
            style: typed ? styles.typed : styles.usual,
          };
        });
        pages.write({ rows: [{ cells, height }], merges: [] }, 'free');
      }
      if (lines % linesAtOnce === 0) await sheet.drained();
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
          style: createStyle({ size, italic: true, align: 'center', boxed: 'around' }),
        }));
        const merge = { top: 0, left: 1, bottom: 0, right: columns.length };
        pages.write({ rows: [{ cells, height: measureLines(1, { size }) + 6 }], merges: [merge] }, 'free');
      }
      const filter = { from: keyRow, to: pages.next - 1 };
      totalRow(text, all);
      pages.write(buildSignatureBlock(form.signers, widths), 'withPrevious');
      pages.finish();
      sheet.finish({ filter });
      return (key) => all.total(key);
    },
  };
}

/** Whether a column holds text as people typed it. */
function isText<Row>({ kind }: Column<Row>): boolean {
  return kind === 'text' || kind === 'code';
}

interface LineStyles {
  usual: CellStyle;
  /** For text that looks like a formula. */
  typed: CellStyle;
}

function lineStyles<Row>(
  columns: Column<Row>[],
  look: { size: number; vertical: 'top' | 'middle' },
): LineStyles[] {
  return columns.map(({ kind, align }) => {
    const all = {
      ...look,
      align: align ?? alignments[kind],
      boxed: 'around',
      format: formats[kind],
      // A number that does not fit would be shown as ###.
      shrink: kind !== 'text',
    } as const;
    return { usual: createStyle(all), typed: createStyle({ ...all, format: textFormat }) };
  });
}

/** Long values that columns are sure to show in full size. */
const usualValues: Partial<Record<Column<never>['kind'], string>> = {
  date: '30/12/2021',
  percent: '100,0%',
  number: '1.000',
  year: '2021',
};

/** In characters: the width at which words of the heading and usual values stay whole. */
function measureLeastWidth<Row>({ heading, kind, mark, widest }: Column<Row>, size: number): number {
  const words = heading.split(/\s+/).map((word) => measureText(word, { size, bold: true }));
  const usual = measureText(usualValues[kind] ?? mark, { size, bold: true });
  const value = measureText(widest ?? '', { size });
  return widthOfText(Math.max(...words, usual, value, measureText(mark, { size })));
}

/** A group's name extends over the empty cells next to it, without lines between them. */
function bandStyles(columns: number, label: number, size: number): CellStyle[] {
  return Array.from({ length: columns }, (_, index) => {
    const align = index < label ? 'center' : 'left';
    const boxed =
      index < label ? 'around' : index === label ? 'start' : index < columns - 1 ? 'middle' : 'end';
    return createStyle({ size, bold: true, wrap: false, align, boxed });
  });
}

function totalStyles<Row>(columns: Column<Row>[], size: number): CellStyle[] {
  return columns.map(({ kind, total }) => {
    const number = kind === 'percent' ? formats.percent : formats.number;
    const align = total === 'none' ? 'left' : 'center';
    return createStyle({
      size,
      bold: true,
      align,
      boxed: 'around',
      shrink: total !== 'none',
      format: total === 'none' ? undefined : number,
    });
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

/**
 * SUBTOTAL leaves out the totals inside its range, so one formula serves groups, nested groups and
 * the whole.
 */
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
  const letters = lettersOf(index + 1);
  const range = `${letters}${rows.from}:${letters}${rows.to}`;
  if (typeof column.total === 'object') {
    return { formula: fillFormula(column.total.formula, columns, at), result };
  }
  return { formula: `SUBTOTAL(${column.total === 'count' ? 3 : 9},${range})`, result };
}
