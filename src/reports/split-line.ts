import { cleanCellText } from './cell-text.ts';
import type { CellValue } from './columns.ts';
import { type Font, findLineStarts, measureLines } from './text-size.ts';

/** One sheet row of a line of data. */
export interface LinePiece {
  values: CellValue[];
  /** Points. */
  height: number;
  /** Whether it continues the row above and holds only the rest of long texts. */
  continued: boolean;
}

/** The text in the first column of a row that continues the row above. */
export const continuedMark = 'tiếp';

/**
 * Splits a line of data into the sheet rows that show it whole. It is one row, or more when a text
 * (a summary may have 4,000 characters) is higher than `tallest` points in its column. The joined
 * pieces of a text are the text. Only `wrapped` columns hold text; others are never split.
 */
export function splitLine(
  values: CellValue[],
  columns: { points: number; wrapped: boolean }[],
  font: Font,
  tallest: number,
): LinePiece[] {
  const most = Math.max(1, Math.floor((tallest - 3) / (font.size * 1.2)));
  const texts = values.map((value, index) => {
    const { points, wrapped } = columns[index] ?? { points: 0, wrapped: false };
    if (typeof value !== 'string' || !wrapped) return undefined;
    const text = cleanCellText(value);
    return { text, starts: findLineStarts(text, points, font) };
  });
  const lines = texts.reduce((longest, text) => Math.max(longest, text?.starts.length ?? 1), 1);
  const pieces: LinePiece[] = [];
  for (let from = 0; from < lines; from += most) {
    const continued = from > 0;
    pieces.push({
      values: values.map((value, index) => {
        const text = texts[index];
        if (continued && index === 0) return continuedMark;
        if (!text) return continued ? null : value;
        return text.text.slice(text.starts[from] ?? text.text.length, text.starts[from + most]) || null;
      }),
      height: measureLines(Math.min(most, lines - from), font),
      continued,
    });
  }
  return pieces;
}
