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
 * A line of data as the sheet rows that show it without cutting anything: one, or more when a text
 * (a summary may have 4,000 characters) is higher than `tallest` points in its column. The pieces
 * of a text joined are the text. Only columns that are `wrapped` hold text; the others are never
 * broken.
 */
export function splitLine(
  values: CellValue[],
  columns: { points: number; wrapped: boolean }[],
  font: Font,
  tallest: number,
): Piece[] {
  const most = Math.max(1, Math.floor((tallest - 3) / (font.size * 1.2)));
  const texts = values.map((value, index) => {
    const { points, wrapped } = columns[index] ?? { points: 0, wrapped: false };
    if (typeof value !== 'string' || !wrapped) return undefined;
    const text = cellText(value);
    return { text, starts: lineStarts(text, points, font) };
  });
  const lines = texts.reduce((longest, text) => Math.max(longest, text?.starts.length ?? 1), 1);
  const pieces: Piece[] = [];
  for (let from = 0; from < lines; from += most) {
    const continued = from > 0;
    pieces.push({
      values: values.map((value, index) => {
        const text = texts[index];
        if (continued && index === 0) return continuedMark;
        if (!text) return continued ? null : value;
        return text.text.slice(text.starts[from] ?? text.text.length, text.starts[from + most]) || null;
      }),
      height: linesHeight(Math.min(most, lines - from), font),
      continued,
    });
  }
  return pieces;
}
