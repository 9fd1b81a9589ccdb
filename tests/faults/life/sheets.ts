import exceljs from 'exceljs';
import { type ReadTable, readTableOf, shownIn, type Value } from '../../documents/read-table.ts';
import type { ChatPerson } from '../../support/chat.ts';

/** A line of a sheet by the names of its columns. */
export type SheetLine = Record<string, unknown>;

/** Asks for a report in one line, and returns the workbook that comes. */
export async function asksFor(person: ChatPerson, line: string): Promise<Uint8Array> {
  await person.says(`/baocao ${line}`);
  return (await person.receivesFile(/\.xlsx$/)).bytes;
}

/** Reads the lines of a report under the headings that `named` has. */
export async function readLines(bytes: Uint8Array, named: Record<string, string>): Promise<SheetLine[]> {
  const table = await readTableOf(bytes);
  const columns = nameHeadings(table, named);
  return table.lines.map((values) => nameColumns(values, columns));
}

/** Reads the lines of a report whose units are headings, each with its unit. */
export async function readLinesOfUnits(
  bytes: Uint8Array,
  named: Record<string, string>,
  units: ReadonlySet<string>,
): Promise<SheetLine[]> {
  const columns = nameHeadings(await readTableOf(bytes), named);
  const book = new exceljs.Workbook();
  // exceljs names its own Buffer; the bytes are what it reads.
  await book.xlsx.load(bytes as never);
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('the workbook has no sheet');
  const found: SheetLine[] = [];
  let unit: string | undefined;
  sheet.eachRow((row) => {
    const values = Array.from({ length: sheet.columnCount }, (_, at) => shownIn(row.getCell(at + 1)));
    const heading = values.find((value) => typeof value === 'string' && units.has(value));
    if (typeof heading === 'string') unit = heading;
    else if (unit !== undefined && typeof values[0] === 'number')
      found.push({ unit, ...nameColumns(values, columns) });
  });
  return found;
}

/**
 * Returns every column's name in the model; null: the model does not speak of it. Throws where a
 * named column is missing.
 */
function nameHeadings({ headings }: ReadTable, named: Record<string, string>): (string | null)[] {
  const columns = headings.map((heading) => named[heading.normalize()] ?? null);
  const missing = Object.values(named).filter((name) => !columns.includes(name));
  if (missing.length > 0) throw new Error(`no column ${missing.join(', ')} in ${headings.join(' | ')}`);
  return columns;
}

function nameColumns(values: Value[], columns: (string | null)[]): SheetLine {
  return Object.fromEntries(
    columns.flatMap((name, i) => {
      const value = values[i] ?? null;
      return name === null ? [] : [[name, value instanceof Date ? value.toISOString().slice(0, 10) : value]];
    }),
  );
}
