import { expect, it } from 'vitest';
import { parseDecisionNumber } from './parse-decision-number.ts';

it.each([
  ['1234/QĐ-UBND', '1234/QĐ-UBND'],
  ['Số 1234/QĐ-UBND', '1234/QĐ-UBND'],
  ['số: 1234 / QĐ - UBND.', '1234/QĐ-UBND'],
  ['Quyết định số 45/QĐ-CTN', '45/QĐ-CTN'],
  ['QĐ 45', '45'],
  ['so 12/2023/QD-UBND', '12/2023/QĐ-UBND'],
  ['quyet dinh 7/QD', '7/QĐ'],
  ['01', '01'],
  ['3456/qđ-ubnd', '3456/QĐ-UBND'],
  ['77/qd-ttg', '77/QĐ-TTg'],
  ['1092/QĐ-TTg', '1092/QĐ-TTg'],
  ['“1234/QĐ-UBND”', '1234/QĐ-UBND'],
  ['1234/QĐ–UBND', '1234/QĐ-UBND'],
  ['số 3456/QĐ-UBND ngày 15/12/2023 của UBND huyện', '3456/QĐ-UBND'],
  ['3456/QĐ-UBND, ngày 15 tháng 12 năm 2023', '3456/QĐ-UBND'],
  ['12/QĐ-UBND của Chủ tịch UBND huyện', '12/QĐ-UBND'],
  ['05a/QĐ-LĐLĐ', '05a/QĐ-LĐLĐ'],
])('"%s" is the number %s', (typed, number) => {
  expect(parseDecisionNumber(typed)).toEqual({ ok: true, value: number });
});

it.each([
  ['chưa có', 'unreadable'],
  ['', 'unreadable'],
  ['QĐ-UBND', 'unreadable'],
  ['ngày 15/12/2023', 'day'],
  ['15/12/2023', 'day'],
  ['32-13-23', 'day'],
  ['12 <b>/QĐ', 'odd'],
  ['45/QĐ-UBND 🎖', 'odd'],
  ['12=3', 'odd'],
  ['7\\QĐ', 'odd'],
  ['12/QĐ?', 'odd'],
  [`1${'x'.repeat(60)}`, 'too-long'],
])('"%s" is refused as %s', (typed, problem) => {
  expect(parseDecisionNumber(typed)).toEqual({ ok: false, problem });
});
