import { expect, test } from 'vitest';
import { findReport, reports } from './index.ts';

test.each([
  ['tonghop', 'tonghop'],
  ['Tổng hợp', 'tonghop'],
  ['tong hop theo don vi', 'tonghop'],
  ['TỔNG HỢP'.normalize('NFD'), 'tonghop'],
  ['danhsach', 'danhsach'],
  ['danh sách chi tiết', 'danhsach'],
  ['chi-tiet', 'danhsach'],
  ['bieudo', undefined],
  ['', undefined],
  ['2021', undefined],
])('"%s" means %s', (word, code) => {
  expect(findReport(word)?.code).toBe(code);
});

test('no word names two reports', () => {
  for (const report of reports) {
    for (const word of [report.code, ...report.words]) expect(findReport(word)).toBe(report);
  }
});
