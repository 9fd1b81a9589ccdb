import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitMessage } from './split-text.ts';

test('no part is too long or empty, and no word is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('ấ', 'x', ' ', '\n', '🌾'), maxLength: 200 }), (text) => {
      const parts = splitMessage(text.trim(), 20);
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(20);
        expect(part).not.toBe('');
        expect(part.isWellFormed()).toBe(true);
      }
      expect(parts.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
    }),
  );
});

test('cuts between lines first, and within a word only when there is no other place', () => {
  expect(splitMessage('dòng thứ nhất\ndòng hai', 20)).toEqual(['dòng thứ nhất', 'dòng hai']);
  expect(splitMessage('x'.repeat(45), 20)).toEqual(['x'.repeat(20), 'x'.repeat(20), 'x'.repeat(5)]);
});
