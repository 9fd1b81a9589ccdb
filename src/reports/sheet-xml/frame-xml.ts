import { lettersOf } from '../../text/letters.ts';
import { margins } from '../page.ts';
import { lastColumnFromZero, type Merge, paperNumbers, type SheetLayout } from '../workbook.ts';
import { drawingElement } from './drawing-xml.ts';
import { escapeXml, xmlHead } from './xml-text.ts';

/** Writes what stands in a sheet's part before its first row. */
export function writeSheetStart({ columnWidths, frozen }: SheetLayout): string {
  const columns = columnWidths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    `${xmlHead}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    '<sheetViews><sheetView workbookViewId="0" showGridLines="0">',
    frozen && (frozen.rows > 0 || frozen.columns > 0) ? paneXml(frozen) : '',
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns.join('')}</cols><sheetData>`,
  ].join('');
}

function paneXml({ rows, columns }: { rows: number; columns: number }): string {
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const corner = `${lettersOf(columns + 1)}${rows + 1}`;
  return `<pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`;
}

/** The end of a sheet: its filter, merged cells and page breaks. */
export interface SheetEnd {
  filter: { from: number; to: number } | undefined;
  /** Ranges of merged cells. */
  merges: string[];
  /** Rows after which a page ends. */
  breaks: number[];
  /** Whether it has pictures. */
  drawn: boolean;
}

/** Writes what stands in a sheet's part after its last row. */
export function writeSheetEnd(
  { columnWidths, orientation, paper }: SheetLayout,
  { filter, merges, breaks, drawn }: SheetEnd,
): string {
  const last = lettersOf(columnWidths.length);
  const ofPage = Object.entries(margins).map(([side, inches]) => `${side}="${inches}"`);
  const header = '&C&"Times New Roman,Regular"&14&P';
  return [
    '</sheetData>',
    filter ? `<autoFilter ref="A${filter.from}:${last}${filter.to}"/>` : '',
    merges.length > 0
      ? `<mergeCells count="${merges.length}">${merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`
      : '',
    `<pageMargins ${ofPage.join(' ')}/>`,
    `<pageSetup paperSize="${paperNumbers[paper]}" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`,
    `<headerFooter differentFirst="1"><oddHeader>${escapeXml(header)}</oddHeader></headerFooter>`,
    breaks.length > 0 ? breaksXml(breaks) : '',
    drawn ? drawingElement : '',
    '</worksheet>',
  ].join('');
}

function breaksXml(breaks: number[]): string {
  const count = `count="${breaks.length}" manualBreakCount="${breaks.length}"`;
  const each = breaks.map((row) => `<brk id="${row}" max="${lastColumnFromZero}" man="1"/>`);
  return `<rowBreaks ${count}>${each.join('')}</rowBreaks>`;
}

/** Names the range of merged cells of a block whose first row is `first`. */
export function nameRange(first: number, { top, left, bottom, right }: Merge): string {
  return `${lettersOf(left)}${first + top}:${lettersOf(right)}${first + bottom}`;
}
