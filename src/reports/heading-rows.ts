import type { Column } from './columns.ts';
import type { RowBlock } from './head-rows.ts';
import { createStyle } from './sheet-style.ts';
import { findLineStarts, measureColumn, measureLines } from './text-size.ts';
import type { Merge, SheetCell } from './workbook.ts';

/**
 * Builds the heading of a table: one row, or two where columns share a heading. The row of column
 * keys follows. Keys look like A, B, 1, 2, 3=1+2. `size` in points of the sheet.
 */
export function buildHeadingBlock<Row>(columns: Column<Row>[], size: number): RowBlock {
  const bold = createStyle({ size, bold: true, align: 'center', boxed: 'around' });
  const keys = createStyle({ size, italic: true, align: 'center', boxed: 'around', wrap: false });
  const cell = (value: string | null): SheetCell => ({ value, style: bold });
  const height = (headings: (string | undefined)[]) =>
    Math.max(
      ...headings.map((text, at) => {
        if (text === undefined) return 0;
        const points = measureColumn(columns[at]?.width ?? 0);
        return measureLines(findLineStarts(text, points, { size, bold: true }).length, { size });
      }),
    );
  const keyRow = {
    cells: columns.map((column) => ({ value: column.mark, style: keys })),
    height: measureLines(1, { size }),
  };
  if (columns.every((column) => column.over === undefined)) {
    const headings = columns.map((column) => column.heading);
    return { rows: [{ cells: headings.map(cell), height: height(headings) }, keyRow], merges: [] };
  }
  const merges: Merge[] = [];
  columns.forEach((column, at) => {
    const left = at + 1;
    if (column.over === undefined) {
      merges.push({ top: 0, left, bottom: 1, right: left });
    } else if (columns[at - 1]?.over !== column.over) {
      let right = left;
      while (columns[right]?.over === column.over) right++;
      if (right > left) merges.push({ top: 0, left, bottom: 0, right });
    }
  });
  const lower = columns.map(({ over, heading }) => (over === undefined ? undefined : heading));
  const upper = columns.map(({ over, heading }, at) =>
    over === undefined ? heading : over === columns[at - 1]?.over ? null : over,
  );
  const low = height(lower);
  const top = measureLines(1, { size });
  const whole = height(columns.map(({ over, heading }) => (over === undefined ? heading : undefined)));
  return {
    rows: [
      { cells: upper.map(cell), height: Math.max(top, whole - low) },
      { cells: lower.map((text) => cell(text ?? null)), height: low },
      keyRow,
    ],
    merges,
  };
}
