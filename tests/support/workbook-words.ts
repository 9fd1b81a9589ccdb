import ExcelJS from 'exceljs';

/** Lists the texts of all cells of a workbook. */
export async function workbookWords(bytes: Uint8Array): Promise<string[]> {
  const workbook = new ExcelJS.Workbook();
  // exceljs names its own Buffer; it can read these bytes.
  await workbook.xlsx.load(bytes as never);
  const words: string[] = [];
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) => row.eachCell((cell) => words.push(cell.text)));
  return words;
}
