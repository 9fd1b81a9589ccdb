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

test.each([
  ['thuộc', undefined],
  ['không thuộc', 1],
  ['ko thuộc ạ', 1],
  ['hong thuoc', 1],
  ['khó khăn', 0],
  ['phát sinh', undefined],
  ['có tập thể', undefined],
  ['chưa có', 3],
  ['rút', 5],
  ['không rút', 4],
  ['tệ nạn xã hội', 7],
  ['ký', undefined],
  ['chưa ký', 6],
])('"%s" names no line that says no, unless it says no itself', (text, at) => {
  const lines = [
    'Địa bàn khó khăn, vùng sâu, vùng xa',
    'Không thuộc',
    'Không phát sinh',
    'Chưa có tập thể nào',
    'Không rút',
    'Rút',
    '3. Chưa ký (12)',
    '8. không có người mắc các tệ nạn xã hội',
  ];
  expect(findLabelPart(text, lines)).toBe(at);
});

test.each([
  ['CA-2021-001', 1],
  ['ca 2021-002 ạ', 2],
  ['Y-2022-001', 3],
  ['QS-2021-001', 0],
  ['2021-001', undefined],
  ['ca', undefined],
  ['CA-2021-009', undefined],
])('"%s" names the line of that code', (text, at) => {
  const lines = [
    '☐ QS-2021-001 Tổ dân quân',
    '☐ CA-2021-001 Đội xung kích',
    '☐ CA-2021-002 Tổ tự quản',
    'Y-2022-001',
  ];
  expect(findLabelPart(text, lines)).toBe(at);
});
