import { expect, test } from 'vitest';
import { findLabelStart } from './find-label-start.ts';

const labels = [
  'Bồi dưỡng',
  'Tuyên truyền, nhân rộng',
  'Biểu dương, khen thưởng',
  'Tổng kết giai đoạn (chưa ấn định)',
  '“Đak Đoa chung tay vì người nghèo”',
  'Báo cáo năm 2021',
  'Báo cáo năm 2022',
  '☐ Kế hoạch triển khai',
];

test.each([
  ['bồi dưỡng', 0],
  ['tuyên truyền', 1],
  ['tuyen truyen ạ', 1],
  ['biểu dương', 2],
  ['tổng kết', 3],
  ['tổng kết giai đoạn', 3],
  ['Đak Đoa', 4],
  ['kế hoạch', 7],
  ['báo cáo năm', undefined],
  ['khen thưởng', undefined],
  ['tuyên', 1],
  ['tuy', undefined],
  ['', undefined],
  ['?', undefined],
])('"%s" begins the label %s', (text, at) => {
  expect(findLabelStart(text, labels)).toBe(at);
});
