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
  ['không rõ', 'unreadable'],
  ['19801', 'unreadable'],
  ['13/1980', 'unreadable'],
])('"%s" is refused: %s', (typed, problem) => {
  expect(parseYearOfBirth(typed, '2021-08-18')).toEqual({ ok: false, problem });
});
