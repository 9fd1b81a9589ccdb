import { expect, test } from 'vitest';
import { divideWishes } from './two-wishes.ts';

test.each([
  ['gửi anh bảng tổng hợp rồi nhắc mấy xã chưa nộp', 'gửi anh bảng tổng hợp', 'nhắc mấy xã chưa nộp'],
  ['xem tiến độ xong nhắc mấy đơn vị chậm', 'xem tiến độ', 'nhắc mấy đơn vị chậm'],
  ['lập danh sách xã Glar, sau đó vẽ biểu đồ', 'lập danh sách xã Glar', 'vẽ biểu đồ'],
  ['in tong hop nam 2021 roi thi in danh sach', 'in tong hop nam 2021', 'in danh sach'],
  ['show the list and then remind them', 'show the list', 'remind them'],
])('“%s” is two', (text, first, second) => {
  expect(divideWishes(text)).toEqual([[first, second]]);
});

test.each([
  'ai nộp rồi',
  'có bao nhiêu điển hình rồi em',
  'xã nào xong rồi',
  'đã giải quyết xong cho xã Glar',
  'tổng hợp năm 2021',
])('“%s” is one', (text) => {
  expect(divideWishes(text)).toEqual([]);
});
