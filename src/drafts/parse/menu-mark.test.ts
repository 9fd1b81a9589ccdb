import { expect, test } from 'vitest';
import { readMenuMark } from './menu-mark.ts';

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
  ['1 ạ', '1', true],
  ['dạ số 2 nhé', '2', true],
  ['em chọn 3 ạ', '3', true],
  ['2️⃣', '2', true],
  ['A nha chị', 'A', false],
  ['mục b ạ', 'b', false],
  ['5/', '5', true],
  ['nút 1', '1', true],
  ['bấm số 2', '2', true],
  ['cái 3 ạ', '3', true],
  ['phím 4', '4', true],
])('"%s" is the mark %s', (typed, mark, isNumber) => {
  expect(readMenuMark(typed)).toEqual({ mark, isNumber });
});

test.each(['', '1975', '12/BB', 'AB', '5 hộ', '5, 7', '-', '?', 'Ê', '1 2', '5%'])(
  '"%s" is none',
  (typed) => {
    expect(readMenuMark(typed)).toBeUndefined();
  },
);
