import { expect, test } from 'vitest';
import { unitIn, unitsIn } from './unit-in-words.ts';

test.each([
  ['nhắc xã Hà Bầu nộp báo cáo năm', 'xã Hà Bầu'],
  ['xa glar ai la dau moi', 'xa glar'],
  ['xem văn bản thị trấn Đak Đoa mới nộp', 'thị trấn Đak Đoa'],
  ['duyệt hết của Hội Liên hiệp Phụ nữ', 'Hội Liên hiệp Phụ nữ'],
  ['approve everything from Glar', 'Glar'],
  ['anh cần danh sách các mô hình của xã hà bầu năm ngoái', 'xã hà bầu'],
  ['Công an huyện nộp chưa', 'Công an huyện'],
  ['tạo mã mời cho phòng y tế', 'phòng y tế'],
  ['mấy xã chưa nộp', ''],
  ['các xã còn nợ', ''],
  ['xã nào chưa nộp', ''],
  ['top 5 xã tốt nhất', ''],
  ['xã đứng đầu', ''],
  ['thì gửi tôi', ''],
  ['cho tôi bản word 6 tháng đầu năm', ''],
  ['hỏi xem xã Glar', 'xã Glar'],
  ['in bản tổng hợp cho trưởng phòng', ''],
  ['phóng to bản đồ', ''],
  ['ban tuyên giáo nộp chưa', 'ban tuyên giáo'],
  ['', ''],
])('“%s” names “%s”', (sentence, unit) => {
  expect(unitIn(sentence.split(' ').filter(Boolean))).toBe(unit);
});

test.each([
  ['xã Glar với xã Hà Bầu xã nào nhiều hơn', ['xã Glar', 'xã Hà Bầu']],
  ['xã Trang nộp chưa', ['xã Trang']],
  ['mấy xã chưa nộp', []],
])('“%s” names each', (sentence, units) => {
  expect(unitsIn(sentence.split(' '))).toEqual(units);
});
