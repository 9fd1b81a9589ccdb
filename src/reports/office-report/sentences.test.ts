import { describe, expect, it } from 'vitest';
import { takeSentences, writeChange, writePercent } from './sentences.ts';

describe('takeSentences', () => {
  it.each([
    ['Một. Hai. Ba.', 'Một. Hai.'],
    ['Chỉ một câu', 'Chỉ một câu.'],
    ['Hiến 1.200 m² đất, 3,1 tấn/ha. Giúp 8 hộ! Còn nữa.', 'Hiến 1.200 m² đất, 3,1 tấn/ha. Giúp 8 hộ!'],
    ['Dòng một\nvà tiếp. Dòng hai…', 'Dòng một và tiếp. Dòng hai…'],
    ['', ''],
    ['  Khoảng trắng.  ', 'Khoảng trắng.'],
  ])('%j', (text, taken) => {
    expect(takeSentences(text, 2)).toBe(taken);
  });
});

it.each([
  [1, 3, '33,3%'],
  [0, 0, '0%'],
  [5, 5, '100%'],
  [12, 10, '120%'],
  [1, 1000, '0,1%'],
])('%i of %i is %s', (part, whole, written) => {
  expect(writePercent(part, whole)).toBe(written);
});

it.each([
  [12, 10, 'tăng 2'],
  [8, 10, 'giảm 2'],
  [10, 10, 'không thay đổi'],
])('%i after %i: %s', (now, before, said) => {
  expect(writeChange(now, before)).toBe(said);
});
