import { expect, test } from 'vitest';
import { withDigits } from './spoken-numbers.ts';

test.each([
  ['năm hai không hai mốt', 'năm 2021'],
  ['tổng hợp năm hai không hai hai xã Glar', 'tổng hợp năm 2022 xã Glar'],
  ['nam hai nghin khong tram hai muoi ba', 'nam 2023'],
  ['năm hai ngàn không trăm hai lăm', 'năm 2025'],
  ['số liệu năm hai mốt', 'số liệu năm 2021'],
  ['ngày mười lăm tháng chín', 'ngày 15 tháng 9'],
  ['tính đến ngày ba mươi tháng sáu, năm hai không hai hai', 'tính đến ngày 30 tháng 6, năm 2022'],
  ['ngày hai mươi tháng năm', 'ngày 20 tháng 5'],
  ['mùng năm tháng mười hai', 'mùng 5 tháng 12'],
  ['đến hết tháng mười một', 'đến hết tháng 11'],
  ['sáu tháng đầu năm nay', '6 tháng đầu năm nay'],
  ['tổng hợp 2o22', 'tổng hợp 2022'],
  ['năm vừa rồi bao nhiêu', 'năm ngoái bao nhiêu'],
  ['as of 30 June 2022', 'as of 30/6/2022'],
  ['until September 5th, 2021', 'until 5/9/2021'],
  ['extend it to 20 December', 'extend it to 20/12'],
  ['the first half of 2022', '6 tháng đầu năm 2022'],
])('“%s” is “%s”', (said, written) => {
  expect(withDigits(said)).toBe(written);
});

test.each([
  'thứ hai hàng tuần',
  'hai xã Glar và Trang',
  'báo cáo tháng, năm nay',
  'tháng năm nay',
  'ba mô hình nuôi bò',
  'họ Năm, tên Hai',
  'may I see the list',
])('“%s” stays as it is', (said) => {
  expect(withDigits(said)).toBe(said);
});
