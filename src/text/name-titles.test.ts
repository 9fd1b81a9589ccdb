import { expect, test } from 'vitest';
import { isPositionAt, titleAt } from './name-titles.ts';

/** A line that counts how often one of its words is looked at. */
function countReadings(words: string[]) {
  const count = { readings: 0 };
  const line = new Proxy(words, {
    get(list, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) count.readings += 1;
      return Reflect.get(list, key);
    },
  });
  return { line, count };
}

test.each([20, 200, 20_000])('of a line of %i words, a few are read to find a title', (length) => {
  const { line, count } = countReadings(Array.from({ length }, () => 'trưởng thôn'.split(' ')).flat());
  expect(titleAt(line, 4, false)).toBe(2);
  expect(isPositionAt(line, 4, false)).toBe(true);
  expect(titleAt(line, 5, true)).toBe(2);
  expect(count.readings).toBeLessThan(500);
});
