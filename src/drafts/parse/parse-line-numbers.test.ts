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
  ['1 và 3 nha chị ơi', [1, 3]],
  ['em chọn 1, 3, 5 ạ', [1, 3, 5]],
  ['dạ 2 với 4 ạ', [2, 4]],
  ['1 nhé, 3 nữa ạ', [1, 3]],
  ['1️⃣ 3️⃣ 👍', [1, 3]],
  ['1️⃣4️⃣ ạ', [1, 4]],
  ['① ③', [1, 3]],
  ['tiêu chí 1, 3 em nhé', [1, 3]],
  ['tc 1 3 5 a', [1, 3, 5]],
  ['Một và ba.', [1, 3]],
  ['mục mười hai ạ', [12]],
  ['đạt 1,2,3 cảm ơn anh', [1, 2, 3]],
  ['từ 1 đến 3 ạ', [1, 2, 3]],
  ['1‑3', [1, 2, 3]],
  ['1/ 3/ 5/', [1, 3, 5]],
  ['SỐ 1 LẪN SỐ 3 Ạ', [1, 3]],
])('"%s" means %j', (typed, value) => {
  expect(parseLineNumbers(typed, list)).toEqual({ ok: true, value });
});

test.each(['0', '14', '99', '125', '1, 14', '4-2', '2-14', '2-4-6', '-5', '5/8/2021', '1.200', '5%', '…'])(
  '"%s" is no list',
  (typed) => {
    expect(parseLineNumbers(typed, list)).toEqual({ ok: false, problem: 'wrong-list' });
  },
);

test.each(['1, 3, 99 nhé', 'dạ 1-99 ạ', '5% nha', '14 với 15 ạ', 'em chọn 0 ạ', '5/8/2021 nhé anh'])(
  '"%s" is no list, politely',
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
  'Nuôi 3 con bò ạ',
  'dạ có 5 đoàn viên giúp 2 hộ ạ',
  'ok nhé',
  'dạ vâng ạ',
  'rồi ạ',
  'vâng em cảm ơn',
  'xin chào anh',
])('"%s" is words', (typed) => {
  expect(parseLineNumbers(typed, list)).toEqual({ ok: false, problem: 'words' });
});
