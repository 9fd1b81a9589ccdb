import { expect, test } from 'vitest';
import { lettersOf } from '../text/letters.ts';
import { toRomanNumeral } from '../text/roman.ts';
import { fillFormula } from './columns.ts';

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [702, 'ZZ'],
  [703, 'AAA'],
])('column %i is %s', (number, letters) => {
  expect(lettersOf(number)).toBe(letters);
});

test.each([
  [1, 'I'],
  [4, 'IV'],
  [8, 'VIII'],
  [9, 'IX'],
  [14, 'XIV'],
  [49, 'XLIX'],
  [90, 'XC'],
])('%i is %s', (number, numeral) => {
  expect(toRomanNumeral(number)).toBe(numeral);
});

test('a formula names cells of its own row, and a wrong key is an error', () => {
  const columns = [{ key: 'unit' }, { key: 'min' }, { key: 'counted' }];
  expect(fillFormula('MAX(0,{min}-{counted})', columns, 14)).toBe('MAX(0,B14-C14)');
  expect(() => fillFormula('{max}', columns, 14)).toThrow(/max/);
});
