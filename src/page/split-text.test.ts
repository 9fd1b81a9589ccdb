import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitText } from './split-text.ts';

test('no part is too long or empty, and no word is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('ấ', 'x', ' ', '\n', '🌾'), maxLength: 200 }), (text) => {
      const parts = splitText(text.trim(), 20);
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(20);
        expect(part).not.toBe('');
        expect(part.isWellFormed()).toBe(true);
      }
      expect(parts.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
    }),
  );
});

test('cuts between lines rather than within one, and within a word only when there is no other place', () => {
  expect(splitText('dòng thứ nhất\ndòng hai', 20)).toEqual(['dòng thứ nhất', 'dòng hai']);
  expect(splitText('x'.repeat(45), 20)).toEqual(['x'.repeat(20), 'x'.repeat(20), 'x'.repeat(5)]);
});
