import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitLine } from './split-line.ts';
import { findLineStarts, measureColumn, measureText } from './text-size.ts';

const font = { size: 11 };
const text = fc.string({ unit: fc.constantFrom(...'ab ếơđWm. \n'), maxLength: 300 });
const width = fc.integer({ min: 5, max: 60 });

test.each([
  ['', 20, 1],
  ['Xã Glar', 20, 1],
  ['Xã Glar', 6, 2],
  ['một\nhai\nba', 40, 3],
  ['Phòng Nông nghiệp và Phát triển nông thôn', 20, 3],
])('"%s" in a column of %i characters takes %i lines', (words, characters, lines) => {
  expect(findLineStarts(words, measureColumn(characters), font)).toHaveLength(lines);
});

test('tones take no room: a word with them is as wide as without', () => {
  expect(measureText('Tập thể', font)).toBe(measureText('Tap the', font));
  expect(measureText('Tập thể'.normalize('NFD'), font)).toBe(measureText('Tap the', font));
});

test('no line is wider than its column, and none begins inside a word that fits', () => {
  fc.assert(
    fc.property(text, width, (words, characters) => {
      const points = measureColumn(characters);
      const starts = findLineStarts(words, points, font);
      expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
      starts.forEach((start, index) => {
        const line = words.slice(start, starts[index + 1]);
        // A single letter has its own line in any narrow column.
        if (line.trim().length > 1) expect(measureText(line.trimEnd(), font)).toBeLessThanOrEqual(points);
        if (index > 0 && !/[ \n]/.test(words.charAt(start - 1))) expect(line).not.toMatch(/^\s/);
      });
    }),
    // A word after a blank that is too long even for a line of its own.
    { examples: [[' aađ.amđW', 9]] },
  );
});

test('the pieces of a line are the line: nothing lost, nothing twice, none too high', () => {
  fc.assert(
    fc.property(
      text,
      text,
      width,
      fc.integer({ min: 40, max: 200 }),
      (first, second, characters, tallest) => {
        const column = { points: measureColumn(characters), wrapped: true };
        const pieces = splitLine(
          [1, first, second],
          [{ points: 30, wrapped: false }, column, column],
          font,
          tallest,
        );
        const whole = splitLine(
          [1, first, second],
          [{ points: 30, wrapped: false }, column, column],
          font,
          1e9,
        );
        expect(whole).toHaveLength(1);
        for (const index of [1, 2]) {
          expect(pieces.map(({ values }) => values[index] ?? '').join('')).toBe(
            whole[0]?.values[index] ?? '',
          );
        }
        for (const { height } of pieces) expect(height).toBeLessThanOrEqual(tallest + 1);
        expect(pieces.map(({ values, continued }) => [values[0], continued])).toEqual(
          pieces.map((_, index) => (index === 0 ? [1, false] : ['tiếp', true])),
        );
      },
    ),
  );
});
