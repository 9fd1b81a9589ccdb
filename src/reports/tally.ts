import type { CellValue, Column } from './columns.ts';

/** Running totals of a group of lines: the values that are stored with the live formulas. */
export interface Tally<Row> {
  /** Number of the first sheet row of the group. */
  readonly from: number;
  add(row: Row): void;
  /** Returns the value of the column at the group's total; null: nothing. */
  total(key: string): CellValue;
}

/** Starts the totals of a group whose lines begin at sheet row `from`. */
export function startTally<Row>(columns: Column<Row>[], from: number): Tally<Row> {
  const sums = new Map<string, number>(columns.map(({ key }) => [key, 0]));
  const open = new Set<string>();
  const sum = (key: string): number => sums.get(key) ?? 0;
  return {
    from,
    add(row) {
      for (const { key, value, total } of columns) {
        if (total === 'none' || typeof total === 'object') continue;
        const cell = value(row);
        if (cell === null || cell === '') open.add(key);
        else sums.set(key, sum(key) + (total === 'count' ? 1 : Number(cell)));
      }
    },
    total(key) {
      const total = columns.find((column) => column.key === key)?.total ?? 'none';
      if (total === 'none' || (total === 'sumIfAll' && open.has(key))) return null;
      return typeof total === 'object' ? total.value(sum) : sum(key);
    },
  };
}
