import { type Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { noLineBelow, noLines } from './borders.ts';
import type { Closing } from './document.ts';
import { divideByShares, type HalvedGrid } from './measures.ts';
import { buildGap, buildParagraph } from './paragraphs.ts';
import { capitaliseAll, cleanPrintedText } from './printed-text.ts';

/** Points left free for a signature and a seal, unless a document says so. */
const usualRoom = 72;
/** Points between a table and what is below its last line. */
const belowTable = 14;

/** Builds the end of a document in `width` twips; it stands on one page. */
export function buildClosing(closing: Closing, width: number): Table {
  const widths = divideByShares(width, [1, 1]);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders: noLines,
    margins: { marginUnitType: WidthType.DXA, left: 0, right: 0, top: 0, bottom: 0 },
    rows: [
      new TableRow({
        cantSplit: true,
        children: listSides(closing).map(
          (children, index) =>
            new TableCell({ children, width: { size: widths[index] ?? 0, type: WidthType.DXA } }),
        ),
      }),
    ],
  });
}

/**
 * Builds the end of a document as the last row of the table before it. LibreOffice keeps a row on
 * the page of the next row, but not always a table on the page of what follows it.
 */
export function buildClosingRow(closing: Closing, halves: HalvedGrid['halves']): TableRow {
  return new TableRow({
    cantSplit: true,
    children: listSides(closing).map((children, index) => {
      const half = halves[index] ?? [];
      return new TableCell({
        children: [buildGap(belowTable), ...children],
        columnSpan: half.length,
        width: { size: half.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
        borders: noLineBelow,
      });
    }),
  });
}

function listSides({ left, right }: Closing): Paragraph[][] {
  return [buildLeft(left), buildRight(right)];
}

function buildLeft(left: Closing['left']): Paragraph[] {
  if (!left) return [buildGap(12)];
  if ('recipients' in left) {
    return [
      buildParagraph('Nơi nhận:', { size: 12, bold: true, italic: true }),
      ...left.recipients.map((body, index) =>
        buildParagraph(`- ${endLine(body, index === left.recipients.length - 1)}`, { size: 11 }),
      ),
    ];
  }
  return [
    buildParagraph(capitaliseAll(left.title), { size: 13, bold: true, align: 'center' }),
    buildParagraph(left.note, { size: 12, italic: true, align: 'center' }),
  ];
}

function buildRight({
  authority = [],
  title,
  note,
  name,
  roomToSign = usualRoom,
}: Closing['right']): Paragraph[] {
  const bold = { size: 13.5, bold: true, align: 'center' } as const;
  return [
    ...authority.map((line) => buildParagraph(capitaliseAll(line), bold)),
    buildParagraph(capitaliseAll(title), bold),
    ...(note ? [buildParagraph(note, { size: 12, italic: true, align: 'center' })] : []),
    buildGap(roomToSign),
    buildParagraph(name ?? '', bold),
  ];
}

/** A list of recipients ends its lines with semicolons and the last with a full stop. */
function endLine(body: string, last: boolean): string {
  return `${cleanPrintedText(body).replace(/(?<![;.,\s])[;.,\s]+$/, '')}${last ? '.' : ';'}`;
}
