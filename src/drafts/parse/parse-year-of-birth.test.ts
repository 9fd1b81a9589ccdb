import { expect, test } from 'vitest';
import { parseYearOfBirth } from './parse-year-of-birth.ts';

test.each([
  ['1980', 1980],
  [' １９８０ ', 1980],
  ['sn 1980', 1980],
  ['SN1980', 1980],
  ['s.n. 1980', undefined],
  ['sinh năm 1980', 1980],
  ['sinh năm 1980'.normalize('NFD'), 1980],
  ['Năm sinh: 1980', 1980],
  ['5/8/1980', 1980],
  ['05-08-1980', 1980],
  ['ngày 5 tháng 8 năm 1980', 1980],
  ['sinh ngày 5/8/1980', 1980],
  ['8/1980', 1980],
  ['tháng 8 năm 1980', 1980],
  ['1900', 1900],
  ['2021', 2021],
  ['dạ em sinh năm 1975 ạ', 1975],
  ['1975 nha', 1975],
  ['khoảng 1975', 1975],
  ['chắc năm 1975', 1975],
  ['hình như sinh 1968 ạ', 1968],
  ['l975', 1975],
  ['O1/O1/198O', 1980],
  ['2OO1', 2001],
  ['anh ấy sinh năm 1975', 1975],
  ['NĂM 1975 Ạ', 1975],
  ['1975 (46 tuổi)', 1975],
  ['SN: 1975.', 1975],
  ['15\u20113\u20111975', 1975],
  ['15-Mar-1975', 1975],
  ['bà sinh 1975 👍', 1975],
  ['sinh ngày 15 tháng 3 năm 1975 nhé chị', 1975],
])('"%s" is %s', (typed, year) => {
  expect(parseYearOfBirth(typed, '2021-08-18')).toEqual(
    year === undefined ? { ok: false, problem: 'unreadable' } : { ok: true, value: year },
  );
});

test.each([
  ['80', 'two-digits'],
  ['sn 80', 'two-digits'],
  ['5/8/80', 'two-digits'],
  ['1899', 'too-early'],
  ['1080', 'too-early'],
  ['2022', 'future'],
  ['31/2/1980', 'no-such-day'],
  ['5/8', 'unreadable'],
  ['41 tuổi', 'unreadable'],
  ['khoảng 75', 'two-digits'],
  ['khoảng 46 tuổi', 'unreadable'],
  ['không rõ', 'unreadable'],
  ['19801', 'unreadable'],
  ['13/1980', 'unreadable'],
  ['năm 75 ạ', 'two-digits'],
  ['15‑3‑75', 'two-digits'],
  ['23 tháng chạp năm 1975', 'lunar'],
  ['mùng 2 Tết năm 1975', 'lunar'],
  ['dạ em 46 tuổi', 'unreadable'],
])('"%s" is refused: %s', (typed, problem) => {
  expect(parseYearOfBirth(typed, '2021-08-18')).toEqual({ ok: false, problem });
});
