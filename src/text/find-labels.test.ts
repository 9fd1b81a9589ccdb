import { expect, test } from 'vitest';
import { findLabels } from './find-labels.ts';

const lines = ['Tên mô hình', 'Năm sinh', 'Tóm tắt thành tích', 'Hiệu quả và khả năng nhân rộng', 'Địa bàn'];

test.each([
  ['tóm tắt', [2]],
  ['nam sinh ạ', [1]],
  ['tóm tắt, năm sinh', [2, 1]],
  ['Tên mô hình và địa bàn nhé', [0, 4]],
  ['hiệu quả và khả năng nhân rộng', [3]],
  ['“nhân rộng”; địa bàn', [3, 4]],
  ['năm sinh\ntóm tắt thành tích\n', [1, 2]],
  ['tóm tắt, tóm tắt', [2]],
  ['tên mô hình, diện tích', undefined],
  ['xin chào', undefined],
  ['1, 3', undefined],
])('"%s" names %s', (text, at) => expect(findLabels(text, lines)).toEqual(at));

test.each([
  ['2, tóm tắt', [1, 2]],
  ['dòng 5 và năm sinh', [4, 1]],
  ['9, tóm tắt', undefined],
])('with numbers, "%s" names %s', (text, at) =>
  expect(findLabels(text, lines, { numbered: true })).toEqual(at),
);
