import { expect, test } from 'vitest';
import { plan101 } from '../../../../tests/documents/sample.ts';
import { readProgressTime } from './read-time.ts';

test.each<[string, object | undefined, string]>([
  ['', undefined, ''],
  ['năm nay ạ', undefined, ''],
  ['đến hôm nay', undefined, ''],
  ['tính đến ngày 1/9/2022', undefined, ''],
  ['xã glar năm 2022', undefined, 'xã glar'],
  ['năm ngoái', { year: 2021 }, ''],
  ['glar 2024', { year: 2024 }, 'glar'],
  ['6 tháng đầu năm 2022', { year: 2022, half: 1 }, ''],
  ['2021-H2 các xã', { year: 2021, half: 2 }, 'các xã'],
  ['nửa cuối năm ngoái', { year: 2021, half: 2 }, ''],
  ['6 thang dau nam', { year: 2022, half: 1 }, ''],
  ['cả giai đoạn', { year: 0, whole: true }, ''],
  ['giai doan den nam 2023', { year: 2023, whole: true }, ''],
  ['tính đến hết ngày 15/9/2021', { year: 2021, asOf: '2021-09-15' }, ''],
  ['chưa nộp đến 30/6', { year: 2022, asOf: '2022-06-30' }, 'chưa nộp'],
  ['xã glar ngày 5 tháng 8 năm 2021', { year: 2021, asOf: '2021-08-05' }, 'xã glar'],
])('progress “%s” is of %j', (typed, period, words) => {
  const read = readProgressTime(typed, '2022-09-01', plan101);
  expect([read.period, read.words]).toEqual([period, words]);
});

test.each<[string, string | undefined, number[]]>([
  ['quý này', 'quý này', []],
  ['tháng 8', 'tháng 8', []],
  ['đến ngày 31/2/2022', 'đến ngày 31/2/2022', []],
  ['2021 và 2022', undefined, [2022]],
  ['2022-2023 xã glar', undefined, [2023]],
])('progress “%s” keeps what it cannot show: %j, %j', (typed, part, moreYears) => {
  const read = readProgressTime(typed, '2022-09-01', plan101);
  expect([read.part, read.moreYears]).toEqual([part, moreYears]);
});
