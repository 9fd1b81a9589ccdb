import { expect, test } from 'vitest';
import { writeOutOfficeForms } from './office-short-forms.ts';

test.each([
  ['tiến độ nộp KH triển khai các xã', 'tiến độ nộp kế hoạch triển khai các xã'],
  ['xã nào còn nợ kh', 'xã nào còn nợ kế hoạch'],
  ['lùi hạn bc năm', 'lùi hạn báo cáo năm'],
  ['ds ĐHTT năm 2021', 'danh sách điển hình tiên tiến năm 2021'],
  ['ds đh lv giáo dục', 'danh sách điển hình lv giáo dục'],
  ['ds gọi điện', 'danh sách gọi điện'],
  ['cv đôn đốc các xã', 'công văn đôn đốc các xã'],
  ['cv don doc', 'công văn don doc'],
  ['học đh năm 2021', 'học đh năm 2021'],
  ['xã Glar gửi ds', 'xã Glar gửi ds'],
  ['kh boi duong xa Glar', 'kế hoạch boi duong xa Glar'],
])('“%s” is “%s”', (typed, written) => {
  expect(writeOutOfficeForms(typed)).toBe(written);
});

test.each(['101/KH-UBND', 'anh Kh', 'BC tổng hợp', 'Khu A'])('“%s” stays', (typed) => {
  expect(writeOutOfficeForms(typed)).toBe(typed);
});
