import { expect, test } from 'vitest';
import { splitNameAndBirth, splitNameAndPhone } from './split-named.ts';

test.each([
  ['Nguyễn Thị Hoa, 0905123456', ['Nguyễn Thị Hoa', '0905123456']],
  ['Nguyễn Thị Hoa 0905 123 456', ['Nguyễn Thị Hoa', '0905 123 456']],
  ['Nguyễn Thị Hoa - sđt: 0905.123.456', ['Nguyễn Thị Hoa', 'sđt: 0905.123.456']],
  ['Siu H’Nga (0905123456)', ['Siu H’Nga', '0905123456']],
  ['Nguyễn Thị Hoa; +84 905123456', ['Nguyễn Thị Hoa', '+84 905123456']],
  ['Nguyễn Thị Hoa\n0905123456', ['Nguyễn Thị Hoa', '0905123456']],
  ['Nguyễn Thị Hoa', ['Nguyễn Thị Hoa']],
  ['sđt 0905 123 456', ['sđt 0905 123 456']],
  ['số của em là 0905123456', ['số của em là 0905123456']],
  ['Tổ 12', ['Tổ 12']],
  ['Nguyễn Thị Hoa, xã Glar', ['Nguyễn Thị Hoa, xã Glar']],
])('%j is a name and a phone number: %j', (text, parts) => {
  expect(splitNameAndPhone(text)).toEqual(parts);
});

test.each([
  ['Đinh Văn Hùng, 1975', ['Đinh Văn Hùng', '1975']],
  ['Đinh Văn Hùng, sinh năm 1975', ['Đinh Văn Hùng', 'sinh năm 1975']],
  ['Đinh Văn Hùng (sn 1975)', ['Đinh Văn Hùng', 'sn 1975']],
  ['Đinh Văn Hùng 12/3/1975', ['Đinh Văn Hùng', '12/3/1975']],
  ['Đinh Văn Hùng, 1975, nam, Ba Na, nông dân', ['Đinh Văn Hùng', '1975', 'nam', 'Ba Na', 'nông dân']],
  ['Đinh Văn Hùng\nsinh 1975\nnam', ['Đinh Văn Hùng', 'sinh 1975', 'nam']],
  ['Ông A Nhưk, Trưởng thôn', ['Ông A Nhưk, Trưởng thôn']],
  ['Ông A Nhưk, Trưởng thôn từ năm 2015', ['Ông A Nhưk, Trưởng thôn từ năm 2015']],
  ['Ông A Nhưk, Bí thư nhiệm kỳ 2020-2025', ['Ông A Nhưk, Bí thư nhiệm kỳ 2020-2025']],
  ['Đinh Văn Hùng', ['Đinh Văn Hùng']],
])('%j is a name and a birth: %j', (text, parts) => {
  expect(splitNameAndBirth(text)).toEqual(parts);
});
