import { Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx';
import { findLineStarts, measureText } from '../text-size.ts';
import { thinLines } from './borders.ts';
import { buildClosingRow } from './closing.ts';
import type { Closing, DocumentColumn, DocumentRow, DocumentTable } from './document.ts';
import { cellPadding, divideByShares, halveGrid } from './measures.ts';
import { buildParagraph, type ParagraphLook } from './paragraphs.ts';
import { splitPrintedLines } from './printed-text.ts';

const usualSize = 12;
/** A row higher than this share of a page may break: kept whole it would not fit on any. */
const wholeShare = 0.6;

/**
 * Builds a table in `width` twips on pages with `height` twips of text. The end of the document
 * is its last row, if it follows: the last line goes with it to its page.
 */
export function buildTable(
  table: DocumentTable,
  { width, height, closing }: { width: number; height: number; closing: Closing | undefined },
): Table {
  const size = table.size ?? usualSize;
  const widths = divideByShares(width, widenForCodes(table, width, size));
  const { halves, spans } = halveGrid(widths);
  const columns = table.columns.map((column, index) => ({
    ...column,
    width: widths[index] ?? 0,
    span: closing ? (spans[index] ?? 1) : 1,
  }));
  const place = { columns, size, height };
  const rows =
    table.rows.length > 0
      ? table.rows.map((row, index) =>
          buildRow(row, {
            ...place,
            // Totals do not stand apart from their last line.
            keepNext:
              index + 1 < table.rows.length
                ? table.rows[index + 1]?.row === 'total' || (row.row === 'line' && row.withNext === true)
                : closing !== undefined,
          }),
        )
      : [buildEmptyRow(table.emptyText, place, closing !== undefined)];
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: closing ? halves.flat() : widths,
    borders: thinLines,
    margins: { marginUnitType: WidthType.DXA, left: cellPadding, right: cellPadding, top: 20, bottom: 20 },
    rows: [...buildHeadings(columns, size), ...rows, ...(closing ? [buildClosingRow(closing, halves)] : [])],
  });
}

/** The code of an exemplar: a hyphen in it is no place for the end of a line. */
const codes = /(?<![A-Z0-9])[A-Z][A-Z0-9]{0,11}-\d{4}-\d{3,}/g;
/** Columns with codes take at most this share of a table. */
const mostForCodes = 0.6;

/** Returns the shares of the columns, where a code has no room on one line with a larger one. */
function widenForCodes({ columns, rows }: DocumentTable, width: number, size: number): number[] {
  const shares = columns.map(({ share }) => share);
  const usual = divideByShares(width, shares);
  const least = columns.map((_, index) => {
    const found = rows.flatMap((row) => (row.row === 'line' ? (row.cells[index]?.match(codes) ?? []) : []));
    const widest = Math.max(0, ...found.map((code) => measureText(code, { size })));
    return widest === 0 ? 0 : Math.ceil((widest + codeSlack) * 20) + 2 * cellPadding;
  });
  const narrow = columns.map((_, index) => (least[index] ?? 0) > (usual[index] ?? 0));
  const taken = least.reduce((sum, one, index) => sum + (narrow[index] ? one : 0), 0);
  if (taken === 0 || taken > width * mostForCodes) return shares;
  const rest = usual.reduce((sum, one, index) => sum + (narrow[index] ? 0 : one), 0);
  return usual.map((one, index) => (narrow[index] ? (least[index] ?? 0) : (one * (width - taken)) / rest));
}

/** Points of room at the sides of a code. */
const codeSlack = 2;

/** A column with its width in twips and how many columns of the grid it takes. */
type PlacedColumn = DocumentColumn & { width: number; span: number };

function buildHeadings(columns: PlacedColumn[], size: number): TableRow[] {
  const look: ParagraphLook = { size, bold: true, align: 'center' };
  const deep = columns.some(({ over }) => over !== undefined);
  const upper: TableCell[] = [];
  const lower: TableCell[] = [];
  columns.forEach((column, index) => {
    const { heading, over } = column;
    if (!deep || over === undefined) {
      upper.push(cell([heading], [column], look, { rowSpan: deep ? 2 : 1, middle: true }));
      return;
    }
    lower.push(cell([heading], [column], look, { middle: true }));
    if (index > 0 && columns[index - 1]?.over === over) return;
    const until = columns.findIndex((each, at) => at > index && each.over !== over);
    const under = columns.slice(index, until < 0 ? undefined : until);
    upper.push(cell([over], under, look, { middle: true }));
  });
  const marks = columns.some(({ mark }) => mark !== undefined)
    ? [
        columns.map((column) =>
          cell([column.mark ?? ''], [column], { size: size - 1, italic: true, align: 'center' }),
        ),
      ]
    : [];
  return [upper, ...(deep ? [lower] : []), ...marks].map(
    (children) => new TableRow({ tableHeader: true, cantSplit: true, children }),
  );
}

/** The columns, the size of the text, the height of a page. */
interface RowPlace {
  columns: PlacedColumn[];
  size: number;
  height: number;
}

function buildRow(
  row: DocumentRow,
  { columns, size, height, keepNext }: RowPlace & { keepNext: boolean },
): TableRow {
  if (row.row === 'group') {
    return new TableRow({
      cantSplit: true,
      // A heading does not stand alone at the foot of a page.
      keepNext: true,
      children: [
        cell([row.mark], columns.slice(0, 1), { size, bold: true, align: 'center' }),
        cell([row.label], columns.slice(1), { size, bold: true, align: 'left' }),
      ],
    });
  }
  const bold = row.row === 'total';
  const cells = columns.map((column, index) => ({
    lines: splitPrintedLines(row.cells[index] ?? ''),
    column,
    look: { size, bold, align: column.align } satisfies ParagraphLook,
  }));
  const lines = cells.map(({ lines, column: { width } }) =>
    lines.reduce(
      (sum, line) => sum + findLineStarts(line, (width - 2 * cellPadding) / 20, { size, bold }).length,
      0,
    ),
  );
  return new TableRow({
    cantSplit: Math.max(...lines) * size * 1.2 * 20 < height * wholeShare,
    keepNext,
    children: cells.map(({ lines, column, look }) => cell(lines, [column], look)),
  });
}

function buildEmptyRow(text: string, { columns, size }: RowPlace, keepNext: boolean): TableRow {
  const look: ParagraphLook = { size, italic: true, align: 'center' };
  return new TableRow({ keepNext, children: [cell([text], columns, look)] });
}

/** Builds a cell over some columns. */
function cell(
  lines: string[],
  over: PlacedColumn[],
  look: ParagraphLook,
  { rowSpan = 1, middle = false } = {},
): TableCell {
  const columnSpan = over.reduce((sum, { span }) => sum + span, 0);
  return new TableCell({
    children: lines.map((line) => buildParagraph(line, look)),
    width: { size: over.reduce((sum, { width }) => sum + width, 0), type: WidthType.DXA },
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    verticalAlign: middle ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
  });
}
