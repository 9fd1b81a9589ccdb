import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import exceljs from 'exceljs';
import { writeXlsxStream } from 'hucre';
import type { CellStyle } from '../../src/reports/sheet-style.ts';
import type { SheetCell, Workbook, WorkbookRow } from '../../src/reports/workbook.ts';

/** A workbook that keeps its rows instead of writing them. */
export function recordingBook(): { book: Workbook; rows: WorkbookRow[] } {
  const rows: WorkbookRow[] = [];
  const book: Workbook = {
    sheet: () => ({
      get next() {
        return rows.length + 1;
      },
      block: (more) => void rows.push(...more),
      breakPage: () => {},
      drained: async () => {},
      finish: () => {},
    }),
    close: async () => {},
    abandon: async () => {},
  };
  return { book, rows };
}

const exceljsValue = ({ value }: SheetCell): exceljs.CellValue => {
  if (value === null || typeof value !== 'object') return value;
  return 'date' in value ? new Date(`${value.date}T00:00:00Z`) : value;
};

/**
 * Writes the rows again and again, so many in all, by exceljs's stream writer alone. Cells, styles
 * and heights are the same; values are ready before. Styles are given `byCell`, as exceljs's guide
 * does, or as objects that all cells of a look share. Rows a second.
 */
export async function bareExceljs(
  path: string,
  rows: WorkbookRow[],
  many: number,
  { byCell }: { byCell: boolean },
): Promise<number> {
  const given = rows.map(({ cells, height }) => ({
    values: cells.map((cell) => (cell ? exceljsValue(cell) : null)),
    styles: cells.map((cell) => cell?.style),
    height,
  }));
  const begun = performance.now();
  const writer = new exceljs.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true });
  const sheet = writer.addWorksheet('Danh sách');
  for (let n = 0; n < many; n++) {
    const one = given[n % given.length];
    if (!one) break;
    const row = sheet.addRow(one.values);
    row.height = one.height;
    one.styles.forEach((style, at) => {
      if (style) row.getCell(at + 1).style = byCell ? structuredStyle(style) : style;
    });
    row.commit();
    // Without it exceljs holds the whole file in memory.
    if (n % 10 === 9) await nextTurn();
  }
  sheet.commit();
  await writer.commit();
  return many / ((performance.now() - begun) / 1000);
}

function structuredStyle({ font, alignment, border, numFmt }: CellStyle): CellStyle {
  return {
    font: { ...font },
    alignment: { ...alignment },
    ...(border && { border: { ...border } }),
    ...(numFmt !== undefined && { numFmt }),
  };
}

/** Writes the same values by hucre's stream writer: no styles, no heights. Rows a second. */
export async function bareHucre(path: string, rows: WorkbookRow[], many: number): Promise<number> {
  const given = rows.map(({ cells }) =>
    cells.map((cell) => {
      const value = cell ? exceljsValue(cell) : null;
      return typeof value === 'object' && !(value instanceof Date) ? null : (value ?? null);
    }),
  );
  const begun = performance.now();
  function* all() {
    for (let n = 0; n < many; n++) yield given[n % given.length] ?? [];
  }
  const stream = writeXlsxStream(all(), { name: 'Danh sách' });
  await pipeline(Readable.from(stream), createWriteStream(path));
  return many / ((performance.now() - begun) / 1000);
}
