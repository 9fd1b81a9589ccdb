import { cellText } from './cell-text.ts';
import type { CellValue } from './columns.ts';
import { type Font, lineStarts, linesHeight } from './text-size.ts';

/** One sheet row of a line of data. */
export interface Piece {
  values: CellValue[];
  /** Points. */
  height: number;
  /** Whether it goes on from the row above: only what is left of long texts stands in it. */
  continued: boolean;
}

/** What the first column of a row says that goes on from the row above. */
export const continuedMark = 'tiếp';

/**
 * A line of data as the sheet rows that show it without cutting anything: one, or more when a text (a summary may
 * have 4,000 characters) is higher than `tallest` points in its column. The pieces of a text joined are the text.
 */
export function splitLine(values: CellValue[], columnPoints: number[], font: Font, tallest: number): Piece[] {
  const most = Math.max(1, Math.floor((tallest - 3) / (font.size * 1.2)));
  const cleaned = values.map((value) => (typeof value === 'string' ? cellText(value) : value));
  const starts = cleaned.map((value, index) =>
    typeof value === 'string' ? lineStarts(value, columnPoints[index] ?? 0, font) : [0],
  );
  const lines = starts.reduce((longest, each) => Math.max(longest, each.length), 1);
  if (lines <= most) return [{ values: cleaned, height: linesHeight(lines, font), continued: false }];
  const pieces: Piece[] = [];
  for (let from = 0; from < lines; from += most) {
    const part = cleaned.map((value, index): CellValue => {
      if (typeof value !== 'string') return from === 0 ? value : null;
      const at = starts[index] ?? [0];
      if (from >= at.length) return from > 0 && index === 0 ? continuedMark : null;
      return value.slice(at[from] ?? 0, at[from + most] ?? value.length);
    });
    if (from > 0 && part[0] === null) part[0] = continuedMark;
    pieces.push({
      values: part,
      height: linesHeight(Math.min(most, lines - from), font),
      continued: from > 0,
    });
  }
  return pieces;
}
