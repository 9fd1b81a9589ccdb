import { printable, printScale, sheetSize } from './page.ts';
import { style } from './sheet-style.ts';
import { columnPoints, lineStarts, linesHeight } from './text-size.ts';
import type { Book, SheetValue } from './workbook.ts';

/** One line of the sheet *Ghi chú*; `text` may be a number or a formula over the data sheet. */
export interface Note {
  label: string;
  text: SheetValue;
}

export const notesName = 'Ghi chú';
const widths = [30, 58];

/**
 * Writes the sheet *Ghi chú*: when, by whom, with what filter, from which plan, and how figures are
 * counted.
 */
export function writeNotes(book: Book, title: string, notes: Note[]): void {
  const scale = printScale(widths, printable.portrait.width);
  const size = sheetSize(12, scale);
  const sheet = book.sheet({ name: notesName, orientation: 'portrait', columnWidths: widths, scale });
  const heading = style({ size: sheetSize(14, scale), bold: true, align: 'center' });
  sheet.block(
    [{ cells: [{ value: title, style: heading }], height: linesHeight(2, { size: heading.font.size }) }],
    [{ top: 0, left: 1, bottom: 0, right: 2 }],
  );
  const left = style({ size, bold: true, align: 'left', vertical: 'top', boxed: 'around' });
  const right = style({ size, align: 'left', vertical: 'top', boxed: 'around' });
  for (const { label, text } of notes) {
    const lines = [label, typeof text === 'string' ? text : ''].map((each, index) => {
      const font = { size, bold: index === 0 };
      return lineStarts(each, columnPoints(widths[index] ?? 0), font).length;
    });
    const cells = [
      { value: label, style: left },
      { value: text, style: right },
    ];
    sheet.block([{ cells, height: linesHeight(Math.max(...lines), { size }) }]);
  }
  sheet.finish({});
}
