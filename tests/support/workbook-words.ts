import ExcelJS from 'exceljs';

/** What stands in the cells of a workbook, all sheets, as texts. */
export async function workbookWords(bytes: Uint8Array): Promise<string[]> {
  const workbook = new ExcelJS.Workbook();
  // exceljs names its own Buffer; the bytes are what it reads.
  await workbook.xlsx.load(bytes as never);
  const words: string[] = [];
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) => row.eachCell((cell) => words.push(cell.text)));
  return words;
}
