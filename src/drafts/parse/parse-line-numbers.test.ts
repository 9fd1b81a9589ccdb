import { expect, test } from 'vitest';
import { parseLineNumbers } from './parse-line-numbers.ts';

const list = { last: 13 };

test.each([
  ['5', [5]],
  ['05', [5]],
  ['１ ３', [1, 3]],
  ['1, 3', [1, 3]],
  ['1;3.', [1, 3]],
  ['1.3', [1, 3]],
  ['1 + 3 & 4', [1, 3, 4]],
  ['(1) (3)', [1, 3]],
  ['1)', [1]],
  ['1\n3', [1, 3]],
  ['1 va 5', [1, 5]],
  ['1 và 5', [1, 5]],
  ['1, 2, và 5', [1, 2, 5]],
  ['1 and 2', [1, 2]],
  ['2-4', [2, 3, 4]],
  ['2–4', [2, 3, 4]],
  ['2 - 4, 7', [2, 3, 4, 7]],
  ['từ 2 đến 4', [2, 3, 4]],
  ['tu 2 toi 4 va 7', [2, 3, 4, 7]],
  ['From 2 to 4', [2, 3, 4]],
  ['2 đến 4', [2, 3, 4]],
  ['4-4', [4]],
  ['Số 1, 3', [1, 3]],
  ['chọn dòng 1 và dòng 3', [1, 3]],
  ['lines 1 and 3', [1, 3]],
  ['3, 1, 3', [3, 1]],
])('"%s" means %j', (typed, value) => {
  expect(parseLineNumbers(typed, list)).toEqual({ ok: true, value });
});

test.each(['0', '14', '99', '125', '1, 14', '4-2', '2-14', '2-4-6', '-5', '5/8/2021', '1.200', '5%', '…'])(
  '"%s" is no list',
  (typed) => {
    expect(parseLineNumbers(typed, list)).toEqual({ ok: false, problem: 'wrong-list' });
  },
);

test.each(['', '-', 'và', 'từ 2', '2 đến', '1 1000000', '1-999', '+'])('"%s" is no list either', (typed) => {
  expect(parseLineNumbers(typed, list)).toEqual({ ok: false, problem: 'wrong-list' });
});

test.each([
  'Có vườn rau chung',
  '12 hộ thoát nghèo',
  'Giữ 3 đội và 2 câu lạc bộ',
  'A',
  '2a',
  'Vận động',
  '1 hộ',
])('"%s" is words', (typed) => {
  expect(parseLineNumbers(typed, list)).toEqual({ ok: false, problem: 'words' });
});
