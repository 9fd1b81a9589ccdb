import { expect, test } from 'vitest';
import { takePlansInWords } from './plans-in-words.ts';

const plans = ['101/KH-UBND', '12/KH-UBND', '12/KH-SNV'].map((code) => ({ code }));

test.each([
  ['tổng hợp kế hoạch 101 năm 2021', ['101/KH-UBND'], 'tổng hợp   năm 2021'],
  ['12/KH-UBND chưa nộp', ['12/KH-UBND'], 'chưa nộp'],
  ['theo kế hoạch số 12/kh-snv', ['12/KH-SNV'], ''],
  ['danh sách KH 101/KH-UBND xã glar', ['101/KH-UBND'], 'danh sách   xã glar'],
  ['kh101 tổng hợp', ['101/KH-UBND'], 'tổng hợp'],
  ['ke hoach 12', ['12/KH-UBND', '12/KH-SNV'], ''],
  ['101 / KH - UBND', ['101/KH-UBND'], ''],
  ['under plan no. 101', ['101/KH-UBND'], ''],
])('a plan is named by its code or its number: %s', (typed, codes, rest) => {
  const { named, rest: left } = takePlansInWords(typed, plans);
  expect(named.map(({ code }) => code)).toEqual(codes);
  expect(left).toBe(rest);
});

test.each([
  ...['kế hoạch triển khai', 'tổng hợp 2021', 'kế hoạch 1012', 'kế hoạch 101/KH-HU', 'xã glar 12'],
  ...['2101/KH-UBND', '101'],
])('other numbers and other plans are left as they are: %s', (typed) => {
  expect(takePlansInWords(typed, plans)).toEqual({ named: [], rest: typed });
});
