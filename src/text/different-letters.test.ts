import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countDifferentLetters, isOneLetterOff } from './different-letters.ts';

test.each([
  ['danh sach', 'danh sahc', true],
  ['tong hop', 'tong ho', true],
  ['tien do', 'tien ddo', true],
  ['glar', 'glat', true],
  ['glar', 'glar', false],
  ['ab', 'cd', false],
  ['abc', 'cba', false],
  ['a', '', true],
])('“%s” and “%s” are one letter off: %s', (a, b, off) => expect(isOneLetterOff(a, b)).toBe(off));

test('one letter off is one different letter', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(isOneLetterOff(a, b)).toBe(countDifferentLetters(a, b) === 1);
    }),
    { numRuns: 3000 },
  );
});
