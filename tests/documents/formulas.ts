import type exceljs from 'exceljs';
import { readWorkbook, shownIn } from './read-table.ts';

/** Every formula of a workbook with its stored value. */
export async function readFormulas(path: string): Promise<Map<string, string | number>> {
  const found = new Map<string, string | number>();
  for (const sheet of (await readWorkbook(path)).worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (!cell.formula) return;
        const { result } = cell;
        const value = typeof result === 'number' ? Number(result.toFixed(10)) : '';
        found.set(`${sheet.name}!${cell.address}`, value);
      }),
    );
  }
  return found;
}

/**
 * Lists the totals that are not what their lines add up to, by arithmetic of its own. A total of
 * totals counts lines once.
 */
export function listWrongTotals(sheet: exceljs.Worksheet): string[] {
  const wrong: string[] = [];
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      const found = /^SUBTOTAL\((9|3),([A-Z]+)(\d+):[A-Z]+(\d+)\)$/.exec(cell.formula ?? '');
      if (!found) return;
      const [, what, letters, from, to] = found;
      let sum = 0;
      for (let at = Number(from); at <= Number(to); at++) {
        const one = sheet.getCell(`${letters}${at}`);
        if (one.formula?.startsWith('SUBTOTAL') || one.master !== one) continue;
        const value = shownIn(one);
        if (what === '3') sum += value === null || value === '' ? 0 : 1;
        else if (typeof value === 'number') sum += value;
      }
      const shown = shownIn(cell);
      if (typeof shown !== 'number' || Math.abs(shown - sum) > 1e-9)
        wrong.push(`${cell.address} shows ${shown}, its lines are ${sum}`);
    }),
  );
  return wrong;
}
