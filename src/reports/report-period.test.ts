import { expect, test } from 'vitest';
import { plan101 } from '../../tests/documents/sample.ts';
import {
  type ReportPeriod,
  readReportPeriod,
  sayReportPeriod,
  spanOf,
  writeReportPeriod,
} from './report-period.ts';
import { findPeriodTrouble } from './years.ts';

const periods: [written: string, period: ReportPeriod, said: string, from: string, to: string][] = [
  ['2021', { year: 2021 }, 'năm 2021', '2021-01-01', '2021-12-31'],
  ['2023-H1', { year: 2023, half: 1 }, '6 tháng đầu năm 2023', '2023-01-01', '2023-06-30'],
  ['2023-H2', { year: 2023, half: 2 }, '6 tháng cuối năm 2023', '2023-07-01', '2023-12-31'],
  ['2024-GD', { year: 2024, whole: true }, 'giai đoạn 2021 – 2025', '2021-01-01', '2024-12-31'],
  ['2021.2021-09-15', { year: 2021, asOf: '2021-09-15' }, 'năm 2021', '2021-01-01', '2021-12-31'],
  [
    '2022-H1.2022-04-01',
    { year: 2022, half: 1, asOf: '2022-04-01' },
    '6 tháng đầu năm 2022',
    '2022-01-01',
    '2022-06-30',
  ],
];

test.each(periods)('%s is written, read, said and spans its days', (written, period, said, from, to) => {
  expect(writeReportPeriod(period)).toBe(written);
  expect(readReportPeriod(written)).toEqual(period);
  expect(sayReportPeriod(plan101, period)).toBe(said);
  expect(spanOf(plan101, period)).toMatchObject({ from, to });
});

test.each(['', 'x', '2021-H3', '2021-', '2021.2021-02-30', '2021.', '-2021', '2021-H1-GD', '12345678901'])(
  '"%s" of a forged button is no period',
  (text) => expect(readReportPeriod(text)).toBeUndefined(),
);

test.each<[ReportPeriod, string, ReturnType<typeof findPeriodTrouble>]>([
  [{ year: 2021, half: 2 }, '2021-08-18', undefined],
  [{ year: 2022, half: 1 }, '2021-08-18', 'not-begun'],
  [{ year: 2022, half: 2 }, '2022-06-30', 'not-begun'],
  [{ year: 2022, half: 2 }, '2022-07-01', undefined],
  [{ year: 2021, asOf: '2021-08-19' }, '2021-08-18', 'day-to-come'],
  [{ year: 2021, asOf: '2021-08-18' }, '2021-08-18', undefined],
  [{ year: 2022, asOf: '2021-12-31' }, '2022-03-01', 'not-begun'],
  [{ year: 2030, whole: true }, '2022-03-01', 'outside'],
])('%j on %s: %s', (period, today, trouble) => {
  expect(findPeriodTrouble(plan101, new Date(`${today}T03:00:00Z`), period)).toBe(trouble);
});
