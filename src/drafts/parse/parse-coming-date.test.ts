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
