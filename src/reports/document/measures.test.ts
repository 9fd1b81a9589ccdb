import fc from 'fast-check';
import { expect, test } from 'vitest';
import { halveGrid } from './measures.ts';

test.each([
  [
    [40, 60],
    [[40, 10], [50]],
    [1, 2],
  ],
  [
    [50, 50],
    [[50], [50]],
    [1, 1],
  ],
  [[100], [[50], [50]], [2]],
  [
    [10, 80, 10],
    [
      [10, 40],
      [40, 10],
    ],
    [1, 2, 1],
  ],
  [
    [70, 20, 10],
    [[50], [20, 20, 10]],
    [2, 1, 1],
  ],
])('columns of %j are divided at the middle', (widths, halves, spans) => {
  expect(halveGrid(widths)).toEqual({ halves, spans });
});

test('any columns have two halves and keep their widths', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 2, max: 9000 }), { minLength: 1, maxLength: 12 }), (widths) => {
      const { halves, spans } = halveGrid(widths);
      const [left, right] = halves.map((half) => half.reduce((sum, each) => sum + each, 0));
      expect(Math.abs((left ?? 0) - (right ?? 0))).toBeLessThanOrEqual(1);
      const grid = halves.flat();
      const taken = spans.map((span) => grid.splice(0, span).reduce((sum, each) => sum + each, 0));
      expect([taken, grid]).toEqual([widths, []]);
    }),
  );
});
