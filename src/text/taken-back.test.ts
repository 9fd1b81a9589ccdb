import { expect, test } from 'vitest';
import { withoutTakenBack } from './taken-back.ts';

test.each([
  ['tổng hợp năm ngoái à không năm nay cơ', 'tổng hợp năm nay cơ'],
  ['danh sách xã Glar, à nhầm, xã Hà Bầu', 'danh sách xã Hà Bầu'],
  ['xã Glar, à nhầm, xã Hà Bầu, danh sách', 'xã Hà Bầu, danh sách'],
  ['tien do quy 1 a nham quy 2', 'tien do quy 2'],
  ['tổng hợp à không danh sách năm 2021', 'danh sách năm 2021'],
  ['lùi hạn báo cáo năm đến 20/12 ý tôi là 25/12', 'lùi hạn báo cáo năm 25/12'],
  ['tổng hợp đến hết quý 3, à không, đến hôm nay', 'tổng hợp đến hôm nay'],
  ['danh sách tính đến tháng 6 à nhầm đến hết quý 1', 'danh sách đến hết quý 1'],
  ['tiến độ đến hết năm 2022, à không, đến nay thôi', 'tiến độ đến nay thôi'],
  ['không phải tổng hợp, danh sách cơ', 'danh sách cơ'],
  ['không phải xã Glar mà là xã Trang', 'xã Trang'],
  ['tiến độ xã Glar chứ không phải Hà Bầu', 'tiến độ xã Glar'],
  ['danh sách tập thể thôi, cá nhân không cần', 'danh sách tập thể thôi, không lấy cá nhân'],
  ['tổng hợp năm nay, thị trấn thì khỏi lấy', 'tổng hợp năm nay, không lấy thị trấn'],
  ['năm 2021, à mà thôi, năm 2022 đi, bảng tổng hợp', 'năm 2022 đi, bảng tổng hợp'],
  ['lộn rồi, tiến độ cơ', 'tiến độ cơ'],
  ['nhầm, xã Hà Bầu', 'xã Hà Bầu'],
  ['ý anh là danh sách chi tiết', 'danh sách chi tiết'],
  ['summary for last year, sorry, this year', 'summary for this year'],
])('“%s” is “%s”', (said, meant) => {
  expect(withoutTakenBack(said)).toBe(meant);
});

test.each([
  'Không phải tôi',
  'không phải',
  'xin lỗi em gửi muộn',
  'danh sách không phải duyệt',
  'báo cáo năm 2021 xã Glar',
])('nothing is taken back in “%s”', (said) => {
  expect(withoutTakenBack(said)).toBe(said);
});
