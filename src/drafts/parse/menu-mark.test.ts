import { expect, test } from 'vitest';
import { menuMark } from './menu-mark.ts';

test.each([
  ['5', '5', true],
  ['５', '5', true],
  [' 3. ', '3', true],
  ['3)', '3', true],
  ['(12)', '12', true],
  ['125', '125', true],
  ['[7]', '7', true],
  ['a', 'a', false],
  ['A)', 'A', false],
  ['(b)', 'b', false],
  ['B.', 'B', false],
])('"%s" is the mark %s', (typed, mark, isNumber) => {
  expect(menuMark(typed)).toEqual({ mark, isNumber });
});

test.each(['', '1975', '12/BB', 'AB', '5 hộ', '5, 7', '-', '?', 'Ê', '1 2', '5%'])(
  '"%s" is none',
  (typed) => {
    expect(menuMark(typed)).toBeUndefined();
  },
);
