import { expect, test } from 'vitest';
import { asksOfOtherWork, asUnitQuestion } from './who-question.ts';

test.each([
  ['ai chưa nộp', 'đơn vị nào chưa nộp'],
  ['ai chưa nộp kế hoạch triển khai năm 2021?', 'đơn vị nào chưa nộp kế hoạch triển khai năm 2021'],
  ['những xã nào chưa nộp', 'đơn vị nào các xa chưa nộp'],
  ['xã nào còn thiếu điển hình', 'đơn vị nào các xa còn thiếu điển hình'],
  ['còn bao nhiêu đơn vị chưa nộp', 'đơn vị nào chưa nộp'],
  ['còn mấy đơn vị chưa gửi', 'đơn vị nào chưa gửi'],
  ['ai trễ?', 'đơn vị nào nộp chậm'],
  ['đơn vị nào bị trễ', 'đơn vị nào nộp chậm'],
  ['hiện nay còn ai chưa đăng ký', 'đơn vị nào chưa đăng ký'],
  ['trường nào quá hạn', 'đơn vị nào các truong quá hạn'],
  ['xa nao con thieu', 'đơn vị nào các xa con thieu'],
  ['các đơn vị nào đã nộp', 'đơn vị nào đã nộp'],
])('“%s” asks for units', (text, words) => {
  expect(asUnitQuestion(text)).toBe(words);
});

test.each([
  'ai nuôi ong',
  'xã Glar chưa nộp',
  'các xã chưa nộp',
  'ai là trưởng phòng',
  'em chưa nộp',
  'ai',
  '',
])('“%s” does not', (text) => {
  expect(asUnitQuestion(text)).toBeUndefined();
});

test.each([
  'đơn vị nào đang cần giúp đỡ',
  'ai đã được nhắc trong tuần này',
  'xã nào đề nghị khen thưởng rồi',
  'các đơn vị nào chưa bồi dưỡng',
  'truong nao gap kho khan',
  'hồ sơ nào nộp lâu nhất chưa duyệt',
  'ho so cua em duyet chua',
])('“%s” asks of other work than handing in', (text) => {
  expect(asksOfOtherWork(text)).toBe(true);
});

test.each(['ai chưa nộp', 'xã nào còn thiếu', 'nhắc các xã chưa nộp', 'khen thưởng xã Glar'])(
  '“%s” does not',
  (text) => {
    expect(asksOfOtherWork(text)).toBe(false);
  },
);
