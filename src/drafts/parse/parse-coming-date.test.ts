import { expect, test } from 'vitest';
import { parseComingDate } from './parse-coming-date.ts';

const today = '2021-08-30';

test.each([
  ['5/9/2021', '2021-09-05'],
  ['ngày 5 tháng 9', '2021-09-05'],
  ['5-9-21 ạ', '2021-09-05'],
  ['hết ngày 15/12', '2021-12-15'],
  ['15/1', '2022-01-15'],
  ['30/8', '2021-08-30'],
  ['29/2', '2024-02-29'],
  ['hôm nay', '2021-08-30'],
  ['ngày mai', '2021-08-31'],
  ['10 ngày nữa', '2021-09-09'],
  ['30/11/2025', '2025-11-30'],
  ['15/1 năm sau', '2022-01-15'],
])('%j is %s', (text, day) => {
  expect(parseComingDate(text, today)).toEqual({ ok: true, value: day });
});

test.each([
  ['29/8/2021', 'past'],
  ['1/1/2020', 'past'],
  ['31/2', 'no-such-day'],
  ['31/9/2021', 'no-such-day'],
  ['sớm nhất có thể', 'unreadable'],
  ['rằm tháng tám', 'lunar'],
  ['', 'unreadable'],
])('%j is refused: %s', (text, problem) => {
  expect(parseComingDate(text, today)).toEqual({ ok: false, problem });
});

// The 18th of August 2021 is a Wednesday.
test.each([
  ['mùng 5 tháng sau', '2021-09-05'],
  ['ngày 10 tháng sau', '2021-09-10'],
  ['ngay 10 thang sau', '2021-09-10'],
  ['ngày 10 tháng tới ạ', '2021-09-10'],
  ['ngày 20 tháng này', '2021-08-20'],
  ['ngày 5 tháng sáu', '2022-06-05'],
  ['mùng 5 tháng Sáu năm sau', '2022-06-05'],
  ['ngày mười lăm tháng mười hai', '2021-12-15'],
  ['thứ hai tuần sau', '2021-08-23'],
  ['T6 tuần này', '2021-08-20'],
  ['thứ sáu', '2021-08-20'],
  ['thứ tư tới', '2021-08-25'],
  ['chủ nhật tuần tới', '2021-08-29'],
  ['mười ngày nữa', '2021-08-28'],
  ['hai tuần nữa', '2021-09-01'],
  ['1 tháng nữa', '2021-09-18'],
  ['sáng mai', '2021-08-19'],
  ['5/9/2O21', '2021-09-05'],
])('%j is counted from today', (text, day) => {
  expect(parseComingDate(text, '2021-08-18')).toEqual({ ok: true, value: day });
});

test.each([
  ['ngày 31 tháng sau', 'no-such-day'],
  ['mùng 5 tháng này', 'past'],
  ['thứ hai tuần này', 'past'],
  ['2 tuần', 'unreadable'],
  ['6 tháng', 'unreadable'],
])('%j is no day from today on: %s', (text, problem) => {
  expect(parseComingDate(text, '2021-08-18')).toEqual({ ok: false, problem });
});

test('a month later is the last day of a shorter month', () => {
  expect(parseComingDate('1 tháng nữa', '2022-01-31')).toEqual({ ok: true, value: '2022-02-28' });
});
