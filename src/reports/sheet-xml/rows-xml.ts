import { lettersOf } from '../../text/letters.ts';
import { writeCellText } from '../cell-text.ts';
import type { Merge, SheetCell, SheetValue, WorkbookRow } from '../workbook.ts';
import type { StyleTable } from './style-table.ts';
import { escapeXml } from './xml-text.ts';

/** Writes rows as XML; `columns` is the number of columns of the sheet. */
export function createRowWriter(styles: StyleTable, columns: number) {
  const letters = Array.from({ length: columns }, (_, at) => lettersOf(at + 1));
  return (first: number, rows: WorkbookRow[], merges: Merge[]): string => {
    let xml = '';
    const shown = merges.length > 0 ? spreadStyles(rows, merges) : rows;
    for (let at = 0; at < shown.length; at++) {
      const row = shown[at];
      if (row) xml += rowXml(first + at, row);
    }
    return xml;
  };

  function rowXml(number: number, { cells, height }: WorkbookRow): string {
    let xml = `<row r="${number}" ht="${height}" customHeight="1">`;
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at];
      if (!cell) continue;
      xml += `<c r="${letters[at]}${number}" s="${styles.numberOf(cell.style)}"${contentXml(cell.value)}`;
    }
    return `${xml}</row>`;
  }
}

/** The rest of a cell behind its style. */
function contentXml(value: SheetValue): string {
  if (value === null) return '/>';
  if (typeof value === 'number') return `><v>${value}</v></c>`;
  if (typeof value === 'string') {
    const text = writeCellText(value);
    if (text === '') return '/>';
    // LibreOffice reads escapes of Excel in such texts only.
    if (text.includes('_x005F_')) return ` t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`;
    return ` t="str"><v>${escapeXml(text)}</v></c>`;
  }
  if ('date' in value) return `><v>${serialDay(value.date)}</v></c>`;
  const { formula, result } = value;
  const stored = typeof result === 'number' ? result : escapeXml(writeCellText(result));
  return `${typeof result === 'number' ? '' : ' t="str"'}><f>${escapeXml(formula)}</f><v>${stored}</v></c>`;
}

/** Excel's number of a day `YYYY-MM-DD`: 1 is the first of January 1900. */
function serialDay(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569;
}

/** Gives the cells of a merged range the look of the first, and no values of their own. */
function spreadStyles(rows: WorkbookRow[], merges: Merge[]): WorkbookRow[] {
  const spread = rows.map((row) => ({ ...row, cells: [...row.cells] }));
  for (const { top, left, bottom, right } of merges) {
    const from: SheetCell | undefined = rows[top]?.cells[left - 1];
    if (!from) continue;
    for (let row = top; row <= bottom; row++) {
      for (let column = left - 1; column < right; column++) {
        const cells = spread[row]?.cells;
        if (cells && (row > top || column >= left)) cells[column] = { value: null, style: from.style };
      }
    }
  }
  return spread;
}
