import { expect, test } from 'vitest';
import { readRhythm } from './rhythm-in-words.ts';

const read = (typed: string) => {
  const { rest: _, ...rhythm } = readRhythm(typed);
  return rhythm;
};

test.each([
  ['sáng thứ hai hàng tuần gửi tôi bảng tổng hợp', { rhythm: 'weekly', day: 1 }],
  ['cứ 7h sáng t2 gửi a báo cáo tiến độ', { rhythm: 'weekly', day: 1, hour: 7 }],
  ['thứ sáu mỗi tuần cho anh danh sách', { rhythm: 'weekly', day: 5 }],
  ['hằng tuần gửi báo cáo tiến độ', { rhythm: 'weekly' }],
  ['cuối tuần nào cũng gửi tổng hợp', { rhythm: 'weekly', day: 5 }],
  ['mỗi tháng gửi cho tôi danh sách chi tiết vào ngày mùng 5', { rhythm: 'monthly', day: 5 }],
  ['cuối tháng nào cũng gửi báo cáo đôn đốc nhé', { rhythm: 'monthly', day: 31 }],
  ['hang thang gui toi bang tong hop', { rhythm: 'monthly' }],
  ['hang ngay gui toi tien do nop luc 17h', { rhythm: 'daily', hour: 17 }],
  ['mỗi sáng gửi tôi tiến độ', { rhythm: 'daily' }],
  ['every Friday send me the list', { rhythm: 'weekly', day: 5 }],
  ['send me the summary every Monday morning', { rhythm: 'weekly', day: 1 }],
  ['hàng quý gửi báo cáo word cho tôi', { other: 'quarterly' }],
  ['trước mỗi hạn nộp gửi tôi tiến độ', { rhythm: 'beforeDue' }],
  ['mai gửi anh bảng tổng hợp nhé', { once: true }],
  ['chiều thứ 6 gửi anh cái tổng hợp', { once: true }],
  ['gửi tôi bảng tổng hợp', {}],
])('“%s”', (typed, rhythm) => {
  expect(read(typed)).toEqual(rhythm);
});

test.each([
  ['sáng thứ hai hàng tuần gửi tôi bảng tổng hợp', 'bảng tổng hợp'],
  ['mỗi tháng gửi cho tôi danh sách chi tiết các xã vào ngày mùng 5', 'cho danh sách chi tiết các xã'],
  ['every Friday send me the list', 'me the list'],
])('other words of “%s” remain', (typed, rest) => {
  expect(readRhythm(typed).rest).toBe(rest);
});
