import { EventEmitter } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type exceljs from 'exceljs';
import { lettersOf } from '../text/letters.ts';
import { writeCellText } from './cell-text.ts';
import { margins, type Orientation, type Paper } from './page.ts';
import type { CellStyle } from './sheet-style.ts';

/**
 * A value of a cell: text, a number, a day `YYYY-MM-DD`, or a live formula with its stored value.
 */
export type SheetValue =
  | string
  | number
  | null
  | { date: string }
  | { formula: string; result: string | number };

/** One cell with its style. */
export interface SheetCell {
  value: SheetValue;
  style: CellStyle;
}

/** One row of cells. */
export interface WorkbookRow {
  /** From column A on; a hole leaves the cell out. */
  cells: (SheetCell | undefined)[];
  /** Points. */
  height: number;
}

/** Cells to be merged: row within the block (0 …), column (1 …), both inclusive. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** The columns and the print settings of a sheet. */
export interface SheetLayout {
  name: string;
  paper: Paper;
  orientation: Orientation;
  columnWidths: number[];
  /** Rows and columns that stay in view. */
  frozen?: { rows: number; columns: number };
  /** Rows repeated on each printed page. */
  repeatedRows?: { from: number; to: number };
}

/** A picture over the cells of a sheet, from its left edge. Sizes are in points. */
export interface SheetPicture {
  png: Uint8Array;
  /** Its words for people who do not see it. */
  text: string;
  width: number;
  height: number;
}

/** A sheet written from the top down; written rows do not stay in memory. */
export interface Sheet {
  /** Number of the next row. */
  readonly next: number;
  block(rows: WorkbookRow[], merges?: Merge[]): void;
  /** Begins a new page with the next row, as long as Excel takes more breaks. */
  breakPage(): void;
  /** Puts a picture at the top of the next row; left out: this writer holds none. */
  picture?(picture: SheetPicture): void;
  /**
   * Resolves when the written rows are on their way to the file: without it a fast writer fills the
   * memory.
   */
  drained(): Promise<void>;
  /** Ends the sheet. The filter's arrows are in the first row of its range. */
  finish(end: { filter?: { from: number; to: number } }): void;
}

/** A workbook that is being written. */
export interface Workbook {
  sheet(layout: SheetLayout): Sheet;
  /** Resolves when the file is complete on disk. */
  close(): Promise<void>;
  /** Closes and removes the incomplete file. */
  abandon(): Promise<void>;
}

/** The properties of a workbook; `made` is an instant. */
export interface BookAbout {
  title: string;
  author: string;
  made: Date;
}

/** Starts a workbook: one of the two writers, which write the same. */
export type OpenBook = (path: string, about: BookAbout) => Workbook | Promise<Workbook>;

/** Excel's numbers of papers. */
export const paperNumbers: Record<Paper, number> = { a4: 9, a3: 8 };
/** Rows that a sheet of Excel holds. */
export const lastRowOfExcel = 1_048_576;
/** Excel holds so many page breaks in a sheet. */
export const mostBreaks = 1026;
/** A break reaches to the last column. */
export const lastColumnFromZero = 16_383;

/** Starts an .xlsx file that is written as it grows; `made` is the instant in its properties. */
export async function openBook(path: string, { title, author, made }: BookAbout): Promise<Workbook> {
  // 160 modules that a start does not need: loaded with the first report.
  const { stream } = (await import('exceljs')).default;
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  const failed = new Promise<never>((_, reject) => file.once('error', reject));
  // It is awaited at the end; until then a full disk must not end the process.
  failed.catch(() => {});
  const writer = new stream.xlsx.WorkbookWriter({
    stream: file,
    useStyles: true,
    zip: { zlib: { level: 6 } },
  });
  setDefaultFont(writer);
  writer.creator = author;
  writer.lastModifiedBy = author;
  writer.created = made;
  writer.modified = made;
  writer.title = title;
  return {
    sheet: (layout) => openSheet(writer, layout, failed),
    close: () => Promise.race([failed, writer.commit()]),
    async abandon() {
      file.destroy();
      await rm(path, { force: true });
    },
  };
}

function openSheet(
  writer: exceljs.stream.xlsx.WorkbookWriter,
  layout: SheetLayout,
  failed: Promise<never>,
): Sheet {
  const { name, paper, orientation, columnWidths, frozen, repeatedRows } = layout;
  const sheet = writer.addWorksheet(name, {
    pageSetup: {
      paperSize: paperNumbers[paper],
      orientation,
      margins,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
    },
    views: frozen
      ? [{ state: 'frozen', xSplit: frozen.columns, ySplit: frozen.rows, showGridLines: false }]
      : [{ state: 'normal', showGridLines: false }],
    headerFooter: {
      differentFirst: true,
      oddHeader: '&C&"Times New Roman,Regular"&14&P',
    },
  });
  sheet.columns = columnWidths.map((width) => ({ width }));
  let next = 1;
  let breaks = 0;
  return {
    get next() {
      return next;
    },
    block(rows, merges = []) {
      if (next + rows.length > lastRowOfExcel) {
        throw new Error(`sheet "${name}" is full: Excel holds ${lastRowOfExcel} rows`);
      }
      const first = next;
      next += rows.length;
      const written = rows.map(({ cells, height }, index) => {
        const row = sheet.getRow(first + index);
        row.height = height;
        cells.forEach((cell, column) => {
          if (!cell) return;
          const target = row.getCell(column + 1);
          target.value = stored(cell.value);
          target.style = cell.style;
        });
        return row;
      });
      for (const { top, left, bottom, right } of merges) {
        sheet.mergeCells(first + top, left, first + bottom, right);
      }
      for (const row of written) row.commit();
    },
    breakPage() {
      if (breaks >= mostBreaks) return;
      breaks++;
      const kept = inside(sheet, 'rowBreaks');
      if (!Array.isArray(kept)) throw new Error('exceljs keeps its page breaks elsewhere now');
      kept.push({ id: next - 1, max: lastColumnFromZero, man: 1 });
    },
    drained: () => Promise.race([failed, drained(sheet)]),
    finish({ filter }) {
      const last = lettersOf(columnWidths.length);
      if (filter) sheet.autoFilter = `A${filter.from}:${last}${filter.to}`;
      if (repeatedRows) sheet.pageSetup.printTitlesRow = `${repeatedRows.from}:${repeatedRows.to}`;
      // The writer puts a dollar sign before the column only.
      sheet.pageSetup.printArea = `A$1:${last}$${Math.max(1, next - 1)}`;
      sheet.commit();
    },
  };
}

/** Text is always a string cell, with any beginning; a day is stored without a zone. */
function stored(value: SheetValue): exceljs.CellValue {
  if (typeof value === 'string') return writeCellText(value);
  if (value === null || typeof value === 'number' || 'formula' in value) return value;
  return new Date(`${value.date}T00:00:00Z`);
}

/**
 * The writer hands its XML to the zip stream without waiting. An empty chunk after the others is
 * done when they are (measured, 200,000 lines: 180 MB instead of 530, and no longer growing).
 */
async function drained(sheet: object): Promise<void> {
  // It keeps every formula for the sake of shared ones, which reports do not use.
  Reflect.set(sheet, '_formulae', {});
  const pipes = inside(sheet, 'stream', 'pipes');
  if (!Array.isArray(pipes)) throw new Error('exceljs keeps its streams elsewhere now');
  // Until the sheet's turn in the zip file there is none.
  const zip: unknown = pipes[0];
  if (zip instanceof EventEmitter && 'write' in zip && typeof zip.write === 'function') {
    const write = zip.write.bind(zip);
    await new Promise<void>((resolve) => write(Buffer.alloc(0), () => resolve()));
  } else {
    await nextTurn();
  }
}

/**
 * Column widths count digits of the workbook's default font. The writer's own is Calibri: where
 * that is missing, as on most machines with LibreOffice, columns come out a third too wide. It has
 * no setting for it, but takes the first font in its list.
 */
function setDefaultFont(writer: object): void {
  const fonts = inside(writer, 'styles', 'model', 'fonts');
  if (!Array.isArray(fonts) || fonts.length > 0) throw new Error('exceljs keeps its fonts elsewhere now');
  fonts.push('<font><sz val="11"/><name val="Times New Roman"/><family val="1"/></font>');
}

/** A part of the writer that its types do not show; undefined when it is missing. */
function inside(from: object, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
    from,
  );
}
