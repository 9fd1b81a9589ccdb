import exceljs from 'exceljs';

export type Value = string | number | Date | null;

/** A sheet as a reader finds it: lines under the row of column keys, by the declared columns. */
export interface ReadTable {
  headings: string[];
  keys: string[];
  lines: Value[][];
  /** The name of the group right above each line: its unit, or its kind of units. */
  under: string[];
  /** Rows that continue the row above, by their line (0 …). */
  continued: { line: number; values: Value[] }[];
  /** *Cộng* rows with the lines (from, to) of their group, and *Tổng cộng*. */
  totals: { label: string; from: number; to: number; values: Value[] }[];
  grand: Value[];
  groups: { mark: string; label: string }[];
  sheet: exceljs.Worksheet;
  notes: Map<string, Value>;
}

export async function readWorkbook(path: string): Promise<exceljs.Workbook> {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(path);
  return book;
}

/** The shown value of a cell; of a formula the stored value. */
export function shownIn(cell: exceljs.Cell): Value {
  const { value } = cell;
  if (value === null || typeof value === 'string' || typeof value === 'number' || value instanceof Date)
    return value;
  // Not value.result: this reader leaves a result of 0 out there.
  const { result } = cell;
  if (typeof result === 'string' || typeof result === 'number') return result;
  if (cell.formula) return null;
  throw new Error(`cell ${cell.address} holds neither text nor number nor day nor formula`);
}

/** Reads a report back, as an office would, without the program's own writing code. */
export async function readTable(path: string): Promise<ReadTable> {
  return tableIn(await readWorkbook(path));
}

/** Like `readTable`, from a file that a person received. */
export async function readTableOf(bytes: Uint8Array): Promise<ReadTable> {
  const book = new exceljs.Workbook();
  // exceljs names its own Buffer; the bytes are what it reads.
  await book.xlsx.load(bytes as never);
  return tableIn(book);
}

function tableIn(book: exceljs.Workbook): ReadTable {
  const [sheet, notesSheet] = book.worksheets;
  if (!sheet || !notesSheet) throw new Error('the workbook lacks a sheet');
  const width = sheet.columnCount;
  const values = (row: number): Value[] =>
    Array.from({ length: width }, (_, at) => shownIn(sheet.getCell(row, at + 1)));
  let keyRow = 1;
  while (sheet.getCell(keyRow, 1).value !== 'A') keyRow++;
  const table: ReadTable = {
    headings: values(keyRow - 1).map(String),
    keys: values(keyRow).map(String),
    lines: [],
    under: [],
    continued: [],
    totals: [],
    grand: [],
    groups: [],
    sheet,
    notes: new Map(),
  };
  let groupFrom = 0;
  for (let row = keyRow + 1; table.grand.length === 0; row++) {
    if (row > sheet.rowCount) throw new Error('the table has no grand total');
    const cells = values(row);
    const label = cells
      .slice(1, 3)
      .find((cell) => typeof cell === 'string' && /^(Cộng|Tổng cộng)/.test(cell));
    if (typeof cells[0] === 'number') {
      table.lines.push(cells);
      table.under.push(table.groups.at(-1)?.label ?? '');
    } else if (cells[0] === 'tiếp') table.continued.push({ line: table.lines.length - 1, values: cells });
    else if (label === 'Tổng cộng') table.grand = cells;
    else if (typeof label === 'string') {
      table.totals.push({ label, from: groupFrom, to: table.lines.length, values: cells });
      groupFrom = table.lines.length;
    } else if (typeof cells[0] === 'string') {
      table.groups.push({ mark: cells[0], label: String(cells[1] ?? cells[2] ?? '') });
    }
  }
  notesSheet.eachRow((row) => table.notes.set(String(shownIn(row.getCell(1))), shownIn(row.getCell(2))));
  return table;
}

/** Sum of the numbers in a column (0 …) of some lines. */
export function added(lines: Value[][], column: number): number {
  return lines.reduce((sum, line) => sum + (typeof line[column] === 'number' ? line[column] : 0), 0);
}
