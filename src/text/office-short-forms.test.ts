import { expect, test } from 'vitest';
import { writeOutOfficeForms } from './office-short-forms.ts';

test.each([
  ['tiến độ nộp KH triển khai các xã', 'tiến độ nộp kế hoạch triển khai các xã'],
  ['xã nào còn nợ kh', 'xã nào còn nợ kế hoạch'],
  ['lùi hạn bc năm', 'lùi hạn báo cáo năm'],
  ['ds ĐHTT năm 2021', 'ds điển hình tiên tiến năm 2021'],
  ['kh boi duong xa Glar', 'kế hoạch boi duong xa Glar'],
])('“%s” is “%s”', (typed, written) => {
  expect(writeOutOfficeForms(typed)).toBe(written);
});

test.each(['101/KH-UBND', 'anh Kh', 'BC tổng hợp', 'Khu A'])('“%s” stays', (typed) => {
  expect(writeOutOfficeForms(typed)).toBe(typed);
});
