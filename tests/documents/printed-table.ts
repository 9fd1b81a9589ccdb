import type exceljs from 'exceljs';
import type { Word } from './office.ts';
import { shownIn } from './read-table.ts';

/** A line of words on paper. */
export interface PrintedLine {
  page: number;
  top: number;
  text: string;
}

/** A table as paper shows it. */
export interface PrintedTable {
  /** The lines below the column keys, page by page. */
  lines: PrintedLine[];
  /** All that stands in a column below its key, without spaces. */
  columns: string[];
  /** The bottom of the row of column keys, by page (1 …). */
  keysEnd: number[];
}

/** Finds the row of column keys: A, B, 1, 2. */
export function findKeyRow(sheet: exceljs.Worksheet): { row: number; keys: string[] } {
  let row = 1;
  while (sheet.getCell(row, 1).value !== 'A') row++;
  const keys = Array.from({ length: sheet.columnCount }, (_, at) =>
    String(shownIn(sheet.getCell(row, at + 1)) ?? ''),
  );
  return { row, keys };
}

/**
 * Reads a table from paper: which words stand in which column follows from the keys, which stand in
 * the middle of their columns.
 */
export function readPrinted(all: Word[], sheet: exceljs.Worksheet): PrintedTable {
  const { keys } = findKeyRow(sheet);
  const widths = keys.map((_, at) => sheet.getColumn(at + 1).width ?? 0);
  const middles = widths.map((width, at) => widths.slice(0, at).reduce((sum, w) => sum + w, 0) + width / 2);
  const printed: PrintedTable = { lines: [], columns: keys.map(() => ''), keysEnd: [] };
  for (let page = 1; page <= Math.max(...all.map((word) => word.page)); page++) {
    const own = all.filter((word) => word.page === page);
    const first = own.find(
      (a) =>
        a.text === 'A' && keys.every((key) => own.some((b) => b.text === key && Math.abs(b.top - a.top) < 1)),
    );
    if (!first) continue;
    const row = own.filter((word) => Math.abs(word.top - first.top) < 1);
    const middleOf = (key: string) => {
      const found = row.find(({ text }) => text === key);
      return found ? (found.left + found.right) / 2 : 0;
    };
    const [from = 0, to = 0] = [middleOf('A'), middleOf(keys.at(-1) ?? '')];
    const scale = (to - from) / ((middles.at(-1) ?? 1) - (middles[0] ?? 0));
    const start = from - (middles[0] ?? 0) * scale;
    printed.keysEnd[page] = first.bottom;
    const below = own.filter(({ top }) => top >= first.bottom - 1);
    for (const [column, width] of widths.entries()) {
      const left = start + ((middles[column] ?? 0) - width / 2) * scale;
      const right = left + width * scale;
      printed.columns[column] += inOrder(
        below.filter((word) => {
          const middle = (word.left + word.right) / 2;
          return left <= middle && middle < right;
        }),
      )
        .map(({ text }) => text)
        .join('')
        .replaceAll(' ', '');
    }
    printed.lines.push(...inOrder(below));
  }
  return printed;
}

/** Joins words of one height to lines, from the top down. */
function inOrder(words: Word[]): PrintedLine[] {
  const lines: (PrintedLine & { words: Word[] })[] = [];
  for (const word of words.toSorted((a, b) => a.top - b.top)) {
    const line = lines.at(-1);
    if (line && Math.abs(line.top - word.top) < 2) line.words.push(word);
    else lines.push({ page: word.page, top: word.top, text: '', words: [word] });
  }
  return lines.map(({ words, page, top }) => ({
    page,
    top,
    text: words
      .toSorted((a, b) => a.left - b.left)
      .map(({ text }) => text)
      .join(' '),
  }));
}
