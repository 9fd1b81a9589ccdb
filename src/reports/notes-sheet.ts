import { fitWidths, measurePage } from './page.ts';
import { createStyle } from './sheet-style.ts';
import { findLineStarts, measureColumn, measureLines } from './text-size.ts';
import type { SheetValue, Workbook } from './workbook.ts';

/** One line of the sheet *Ghi chú*; `text` may be a number or a formula over the data sheet. */
export interface Note {
  label: string;
  text: SheetValue;
}

/** Name of the sheet with the notes. */
const notesSheetName = 'Ghi chú';
const widths = fitWidths([30, 58], measurePage('a4', 'portrait').width);

/**
 * Writes the sheet *Ghi chú*: when, by whom, with what filter, from which plan, and how figures are
 * counted.
 */
export function writeNotes(book: Workbook, title: string, notes: Note[]): void {
  const size = 11;
  const sheet = book.sheet({
    name: notesSheetName,
    paper: 'a4',
    orientation: 'portrait',
    columnWidths: widths,
  });
  const heading = createStyle({ size: 14, bold: true, align: 'center' });
  sheet.block(
    [{ cells: [{ value: title, style: heading }], height: measureLines(2, { size: heading.font.size }) }],
    [{ top: 0, left: 1, bottom: 0, right: 2 }],
  );
  const left = createStyle({ size, bold: true, align: 'left', vertical: 'top', boxed: 'around' });
  const right = createStyle({ size, align: 'left', vertical: 'top', boxed: 'around' });
  for (const { label, text } of notes) {
    const lines = [label, typeof text === 'string' ? text : ''].map((each, index) => {
      const font = { size, bold: index === 0 };
      return findLineStarts(each, measureColumn(widths[index] ?? 0), font).length;
    });
    const cells = [
      { value: label, style: left },
      { value: text, style: right },
    ];
    sheet.block([{ cells, height: measureLines(Math.max(...lines), { size }) }]);
  }
  sheet.finish({});
}
