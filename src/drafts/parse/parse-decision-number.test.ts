import { expect, it } from 'vitest';
import { parseDecisionNumber } from './parse-decision-number.ts';

it.each([
  ['1234/QĐ-UBND', '1234/QĐ-UBND'],
  ['Số 1234/QĐ-UBND', '1234/QĐ-UBND'],
  ['số: 1234 / QĐ - UBND.', '1234/QĐ-UBND'],
  ['Quyết định số 45/QĐ-CTN', '45/QĐ-CTN'],
  ['QĐ 45', '45'],
  ['so 12/2023/QD-UBND', '12/2023/QD-UBND'],
  ['quyet dinh 7/QD', '7/QD'],
  ['01', '01'],
])('"%s" is the number %s', (typed, number) => {
  expect(parseDecisionNumber(typed)).toEqual({ ok: true, value: number });
});

it.each([
  ['chưa có', 'unreadable'],
  ['', 'unreadable'],
  ['QĐ-UBND', 'unreadable'],
  [`1${'x'.repeat(60)}`, 'too-long'],
])('"%s" is refused as %s', (typed, problem) => {
  expect(parseDecisionNumber(typed)).toEqual({ ok: false, problem });
});
