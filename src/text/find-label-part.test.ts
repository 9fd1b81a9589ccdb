import { expect, test } from 'vitest';
import { findLabelPart } from './find-label-part.ts';

const labels = [
  '“Đak Đoa chung sức xây dựng nông thôn mới”',
  '“Đak Đoa chung tay vì người nghèo”',
  'Tổ chức hội, đoàn thể tiêu biểu',
  'Y tế, chăm sóc sức khỏe Nhân dân',
  'Kế hoạch triển khai (hạn 24/8/2021)',
  'Báo cáo năm – 30/11/2021',
  'Còn thiếu (12)',
  'Xem 3 tệp',
  '4. Đội cồng chiêng làng Ktu',
  '☐ Đủ 10–15 điển hình',
];

test.each([
  ['nông thôn mới', 0],
  ['nong thon moi ạ', 0],
  ['"vì người nghèo"', 1],
  ['em chọn', undefined],
  ['đoàn thể nhé', 2],
  ['y tế', 3],
  ['SỨC KHỎE', 3],
  ['kế hoạch triển khai', 4],
  ['Ke hoach trien khai', 4],
  ['báo cáo năm', 5],
  ['đak đoa', undefined],
  ['chung', undefined],
  ['tế', undefined],
  ['nông nghiệp', undefined],
  ['thôn mớ', undefined],
  ['còn thiếu', 6],
  ['xem tệp ạ', 7],
  ['ĐỘI CỒNG CHIÊNG', 8],
  ['đủ điển hình', 9],
  ['“xem 3 tệp”', 7],
  ['12', undefined],
  ['2021', undefined],
  ['', undefined],
])('"%s" names %s', (text, at) => expect(findLabelPart(text, labels)).toBe(at));
