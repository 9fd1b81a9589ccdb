import exceljs from 'exceljs';

/** All that a reader finds in a workbook: properties, sheets, print settings, rows, cells. */
export async function readWorkbookForm(path: string): Promise<object> {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(path);
  const { title, creator, lastModifiedBy, created, modified } = book;
  return {
    ...{ title, creator, lastModifiedBy, created, modified },
    sheets: book.worksheets.map(readSheetForm),
  };
}

function readSheetForm(sheet: exceljs.Worksheet): object {
  const { name, state, views, autoFilter, headerFooter, pageSetup, properties } = sheet;
  const { paperSize, orientation, fitToPage, fitToWidth, fitToHeight, margins } = pageSetup;
  const { printArea, printTitlesRow } = pageSetup;
  const rows: object[] = [];
  sheet.eachRow({ includeEmpty: true }, (row) => {
    const cells: object[] = [];
    row.eachCell({ includeEmpty: false }, (cell) => {
      const { address, type, value, formula, style, isMerged } = cell;
      cells.push({ address, type, value, formula, style, isMerged });
    });
    rows.push({ number: row.number, height: row.height, cells });
  });
  return {
    ...{ name, state, views, autoFilter, defaultRowHeight: properties.defaultRowHeight },
    header: headerFooter,
    page: { paperSize, orientation, fitToPage, fitToWidth, fitToHeight, margins, printArea, printTitlesRow },
    widths: sheet.columns.map(({ width }) => width),
    rows,
  };
}
