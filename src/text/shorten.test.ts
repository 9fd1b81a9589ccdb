import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shorten } from './shorten.ts';

it.each([
  ['Làng Đê Kốp', 20, 'Làng Đê Kốp'],
  ['Làng Đê Kốp', 11, 'Làng Đê Kốp'],
  ['Làng Đê Kốp', 8, 'Làng Đê…'],
  ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 15, '👩‍👩‍👧‍👦…'],
  ['👍👍👍', 4, '👍…'],
])('%s in %i', (text, length, shortened) => {
  expect(shorten(text, length)).toBe(shortened);
});

it('never exceeds the limit, never splits a character', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.integer({ min: 1, max: 60 }),
      (text, length) => {
        const short = shorten(text, length);
        expect(short.length).toBeLessThanOrEqual(Math.max(length, 1));
        expect(short.isWellFormed()).toBe(true);
      },
    ),
  );
});
