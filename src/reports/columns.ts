import { lettersOf } from '../text/letters.ts';

/**
 * How a column's values are shown. A `code` stays on one line; a `mark` is 1 or nothing and prints
 * as `x`; a `date` is `YYYY-MM-DD`; a `year` has no thousands separator.
 */
export type ColumnKind = 'text' | 'code' | 'number' | 'percent' | 'year' | 'date' | 'mark';

/** The value of a cell; null: an empty cell. */
export type CellValue = string | number | null;

/**
 * The value of a column at *Cộng* and *Tổng cộng*. It is nothing; the sum; the sum unless a line
 * has no value (then nothing, because a sum would mislead); the number of filled lines; or a
 * formula over the row's own totals.
 */
export type ColumnTotal =
  | 'none'
  | 'sum'
  | 'sumIfAll'
  | 'count'
  | { formula: string; value: (total: (key: string) => number) => CellValue };

/** A column of a report, declared once: the sheet, its totals and its tests follow from it. */
export interface Column<Row> {
  key: string;
  heading: string;
  /** A heading that it shares with its neighbours. */
  over?: string;
  /** The entry in the row of column keys: `A`, `1`, `8=1-3`. */
  mark: string;
  /** In characters, as Excel counts column widths. */
  width: number;
  kind: ColumnKind;
  /** A value for which it has room in full size, also where that takes more than its width. */
  widest?: string;
  /** Left out: text to the left, all else in the middle. */
  align?: 'left' | 'center';
  /** Value of a line; with `formula` the value that is stored with it. */
  value: (row: Row) => CellValue;
  /** Live formula of a line; `{key}` is the cell of that column in the same row. */
  formula?: string;
  total: ColumnTotal;
}

/** Writes a formula for `row`: `{min}-{counted}` → `C14-E14`. Throws for an unknown key, a bug. */
export function fillFormula(formula: string, columns: { key: string }[], row: number): string {
  return formula.replace(/\{(\w+)\}/g, (_, key: string) => {
    const at = columns.findIndex((column) => column.key === key);
    if (at < 0) throw new Error(`formula "${formula}" names no column "${key}"`);
    return `${lettersOf(at + 1)}${row}`;
  });
}
