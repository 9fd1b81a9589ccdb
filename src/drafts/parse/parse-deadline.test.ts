import { expect, test } from 'vitest';
import { parseDeadline } from './parse-deadline.ts';

const today = '2021-10-14';

test.each([
  ['30/11/2021', '2021-11-30'],
  ['ngày 5 tháng 12', '2021-12-05'],
  ['hết ngày 15/12', '2021-12-15'],
  ['10 ngày nữa', '2021-10-24'],
  ['tháng 11', '2021-11-30'],
  ['tháng 11/2021', '2021-11-30'],
  ['cuối tháng 2 năm 2022', '2022-02-28'],
  ['hết tháng 2/2024', '2024-02-29'],
  ['tháng 3', '2022-03-31'],
  ['tháng 10', '2021-10-31'],
  ['12/2022', '2022-12-31'],
  ['cuối tháng này', '2021-10-31'],
  ['tháng sau', '2021-11-30'],
  ['quý IV', '2021-12-31'],
  ['quý 4/2021', '2021-12-31'],
  ['hết quý III năm 2022', '2022-09-30'],
  ['Quý I', '2022-03-31'],
  ['quý này', '2021-12-31'],
  ['cuối năm', '2021-12-31'],
  ['hết năm nay ạ', '2021-12-31'],
  ['năm sau', '2022-12-31'],
  ['trong năm 2023', '2023-12-31'],
  ['trước ngày 25/11/2021', '2021-11-24'],
  ['trước 1/12', '2021-11-30'],
  ['Q1/2022', '2022-03-31'],
  ['end of the year', '2021-12-31'],
])('reads %j as %s', (text, day) => {
  expect(parseDeadline(text, today)).toEqual({ ok: true, value: day });
});

test.each([
  ['tháng 13', 'no-such-day'],
  ['31/11/2021', 'no-such-day'],
  ['tháng 9/2021', 'past'],
  ['quý III/2021', 'past'],
  ['13/10/2021', 'past'],
  ['trước ngày 14/10/2021', 'past'],
  ['năm 2020', 'past'],
  ['sớm thôi', 'unreadable'],
  ['năm', 'unreadable'],
  ['rằm tháng giêng', 'lunar'],
])('refuses %j: %s', (text, problem) => {
  expect(parseDeadline(text, today)).toEqual({ ok: false, problem });
});

test.each([
  ['tháng sáu', '2022-06-30'],
  ['cuối tháng sáu', '2022-06-30'],
  ['tháng chín', '2022-09-30'],
  ['cuối tháng mười một năm 2021', '2021-11-30'],
  ['T11', '2021-11-30'],
  ['t11/2021', '2021-11-30'],
  ['quý bốn', '2021-12-31'],
  ['quý tư', '2021-12-31'],
  ['cuối quý ba năm sau', '2022-09-30'],
  ['6 tháng đầu năm', '2022-06-30'],
  ['6 tháng cuối năm 2021', '2021-12-31'],
  ['trước tháng 12', '2021-11-30'],
  ['trước tháng mười hai', '2021-11-30'],
  ['trước năm 2023', '2022-12-31'],
  ['trước quý I/2022', '2021-12-31'],
  ['trước tuần sau', '2021-10-17'],
  ['trước mùng 5 tháng 12', '2021-12-04'],
  ['trước ngày năm tháng mười hai', '2021-12-04'],
  ['trước thứ sáu tuần sau', '2021-10-21'],
  ['xong trước 1/12', '2021-11-30'],
  ['tuần sau', '2021-10-24'],
  ['cuối tuần này', '2021-10-17'],
  ['ngày 10 tháng sau', '2021-11-10'],
  ['hai tuần nữa', '2021-10-28'],
])('villagers say %j for %s', (text, day) => {
  expect(parseDeadline(text, today)).toEqual({ ok: true, value: day });
});

test.each([
  ['trước tháng 10', 'past'],
  ['trước hôm nay', 'past'],
  ['tuần', 'unreadable'],
  ['trước khi họp', 'unreadable'],
])('%j is no day to finish: %s', (text, problem) => {
  expect(parseDeadline(text, today)).toEqual({ ok: false, problem });
});
