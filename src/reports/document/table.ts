import {
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { findLineStarts } from '../text-size.ts';
import { thinLines } from './borders.ts';
import type { DocumentColumn, DocumentRow, DocumentTable } from './document.ts';
import { cellPadding, divideByShares } from './measures.ts';
import { buildParagraph, type ParagraphLook } from './paragraphs.ts';
import { splitPrintedLines } from './printed-text.ts';

const usualSize = 12;
/** A row higher than this share of a page may break: kept whole it would not fit on any. */
const wholeShare = 0.6;

/**
 * Builds a table in `width` twips on pages with `height` twips of text. Where the signature
 * follows, the last line goes with it to its page.
 */
export function buildTable(
  table: DocumentTable,
  { width, height, beforeClosing }: { width: number; height: number; beforeClosing: boolean },
): Table {
  const size = table.size ?? usualSize;
  const widths = divideByShares(
    width,
    table.columns.map(({ share }) => share),
  );
  const place = { widths, size, height };
  const rows =
    table.rows.length > 0
      ? table.rows.map((row, index) =>
          buildRow(row, table.columns, {
            ...place,
            // Totals do not stand apart from their last line.
            keepNext: index + 1 < table.rows.length ? table.rows[index + 1]?.row === 'total' : beforeClosing,
          }),
        )
      : [wideRow(table.emptyText, table.columns.length, width, { size, italic: true, align: 'center' })];
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders: thinLines,
    margins: { marginUnitType: WidthType.DXA, left: cellPadding, right: cellPadding, top: 20, bottom: 20 },
    rows: [...buildHeadings(table.columns, widths, size), ...rows],
  });
}

function buildHeadings(columns: DocumentColumn[], widths: number[], size: number): TableRow[] {
  const look: ParagraphLook = { size, bold: true, align: 'center' };
  const deep = columns.some(({ over }) => over !== undefined);
  const upper: TableCell[] = [];
  const lower: TableCell[] = [];
  columns.forEach(({ heading, over }, index) => {
    const width = widths[index] ?? 0;
    if (!deep || over === undefined) {
      upper.push(cell([heading], width, look, { rowSpan: deep ? 2 : 1, middle: true }));
      return;
    }
    lower.push(cell([heading], width, look, { middle: true }));
    if (index > 0 && columns[index - 1]?.over === over) return;
    const until = columns.findIndex((column, at) => at > index && column.over !== over);
    const span = (until < 0 ? columns.length : until) - index;
    const wide = widths.slice(index, index + span).reduce((sum, each) => sum + each, 0);
    upper.push(cell([over], wide, look, { columnSpan: span, middle: true }));
  });
  const marks = columns.some(({ mark }) => mark !== undefined)
    ? [
        columns.map(({ mark = '' }, index) =>
          cell([mark], widths[index] ?? 0, { size: size - 1, italic: true, align: 'center' }),
        ),
      ]
    : [];
  return [upper, ...(deep ? [lower] : []), ...marks].map(
    (children) => new TableRow({ tableHeader: true, cantSplit: true, children }),
  );
}

/** The widths of the columns, the size of the text, the height of a page. */
interface RowPlace {
  widths: number[];
  size: number;
  height: number;
}

function buildRow(
  row: DocumentRow,
  columns: DocumentColumn[],
  { widths, size, height, keepNext }: RowPlace & { keepNext: boolean },
): TableRow {
  if (row.row === 'group') {
    const [first = 0, ...others] = widths;
    const rest = others.reduce((sum, each) => sum + each, 0);
    return new TableRow({
      cantSplit: true,
      // A heading does not stand alone at the foot of a page.
      keepNext: true,
      children: [
        cell([row.mark], first, { size, bold: true, align: 'center' }),
        cell([row.label], rest, { size, bold: true, align: 'left' }, { columnSpan: columns.length - 1 }),
      ],
    });
  }
  const bold = row.row === 'total';
  const cells = columns.map(({ align }, index) => ({
    lines: splitPrintedLines(row.cells[index] ?? ''),
    width: widths[index] ?? 0,
    look: { size, bold, align } satisfies ParagraphLook,
  }));
  const lines = cells.map(({ lines, width }) =>
    lines.reduce(
      (sum, line) => sum + findLineStarts(line, (width - 2 * cellPadding) / 20, { size, bold }).length,
      0,
    ),
  );
  return new TableRow({
    cantSplit: Math.max(...lines) * size * 1.2 * 20 < height * wholeShare,
    keepNext,
    children: cells.map(({ lines, width, look }) => cell(lines, width, look)),
  });
}

function wideRow(text: string, columns: number, width: number, look: ParagraphLook): TableRow {
  return new TableRow({ children: [cell([text], width, look, { columnSpan: columns })] });
}

function cell(
  lines: string[],
  width: number,
  look: ParagraphLook,
  { columnSpan = 1, rowSpan = 1, middle = false } = {},
): TableCell {
  const children: Paragraph[] = lines.map((line) => buildParagraph(line, look));
  return new TableCell({
    children,
    width: { size: width, type: WidthType.DXA },
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    verticalAlign: middle ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
  });
}
