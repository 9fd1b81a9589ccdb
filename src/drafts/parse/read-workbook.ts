/** A row of a sheet: its number as Excel shows it, and the text of its cells. */
export interface SheetRow {
  n: number;
  fields: string[];
}

const longestFile = 1024 * 1024;
const mostUnpacked = 30 * 1024 * 1024;
const mostRows = 2000;
const mostColumns = 20;

/**
 * Reads the first sheet of an .xlsx file without empty rows, at most 2,000 rows of 20 columns.
 * Undefined for another kind of file, or one that is too big for a list of people.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<SheetRow[] | undefined> {
  if (bytes.length > longestFile || unpackedSize(bytes) > mostUnpacked) return undefined;
  // Large, and no start needs it.
  const { Workbook } = (await import('exceljs')).default;
  const workbook = new Workbook();
  try {
    const copy = new ArrayBuffer(bytes.length);
    new Uint8Array(copy).set(bytes);
    await workbook.xlsx.load(copy);
  } catch {
    return undefined;
  }
  const rows: SheetRow[] = [];
  workbook.worksheets[0]?.eachRow((row, n) => {
    if (rows.length >= mostRows) return;
    const fields: string[] = [];
    row.eachCell((cell, column) => {
      // A merged cell repeats the text of the first one.
      if (column <= mostColumns && cell.master === cell) fields.push(cell.text.normalize('NFC'));
    });
    if (fields.some((field) => field.trim() !== '')) rows.push({ n, fields });
  });
  return rows;
}

/**
 * The total of the sizes in a zip's directory: a small file may unpack to more than the memory
 * holds.
 */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = 0; at + 46 <= bytes.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) total += view.getUint32(at + 24, true);
  }
  return total;
}
