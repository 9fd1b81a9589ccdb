import { describe, expect, it, test } from 'vitest';
import { plan101 } from '../../../tests/documents/sample.ts';
import { readTime } from './read-time.ts';

const today = '2022-10-12';
const read = (typed: string) => readTime(typed, today, plan101, (words) => words);

/** The parts of the time that a line says. */
function timeIn(typed: string) {
  const { years, half, whole, asOf, period, unclear, openYear } = read(typed);
  return JSON.parse(
    JSON.stringify({
      ...(years.length > 0 && { years }),
      half,
      whole,
      asOf,
      period,
      unclear,
      ...(openYear && { openYear }),
    }),
  );
}

describe('a time is understood, and nothing of it is left', () => {
  it.each<[string, object]>([
    ['6T đầu năm', { half: 1 }],
    ['6t cuoi nam 2021', { years: [2021], half: 2 }],
    ['06 tháng đầu năm 2022', { years: [2022], half: 1 }],
    ['6 tháng đầu/2021', { years: [2021], half: 1 }],
    ['2 quý đầu năm', { half: 1 }],
    ['nhiệm kỳ 2021-2025', { whole: true }],
    ['nửa cuối năm ngoái', { years: [2021], half: 2 }],
    ['từ 1/1/2021 đến 30/6/2021', { years: [2021], half: 1 }],
    ['từ tháng 7 đến tháng 12 năm 2021', { years: [2021], half: 2 }],
    ['từ ngày 01/01/2021 đến hết ngày 31/12/2021', { years: [2021] }],
    ['từ đầu giai đoạn đến nay', { whole: true }],
    ['từ khi có kế hoạch', { whole: true }],
    ['cả nhiệm kỳ', { whole: true }],
    ['giai đoạn 2021-2025', { whole: true }],
    ['gđ 2021 – 2025', { whole: true }],
    ['từ năm 2021 đến nay', { whole: true }],
    ['từ 2021 đến năm 2025', { whole: true }],
    ['giai đoạn 2021-2023', { years: [2023], whole: true }],
    ['từ đầu giai đoạn đến hết năm 2021', { whole: true, asOf: '2021-12-31' }],
    ['từ đầu năm đến nay', { years: [2022] }],
    ['từ đầu năm đến hết tháng 9', { asOf: '2022-09-30' }],
    ['cả năm 2021', { years: [2021] }],
    ['trong năm nay', { years: [2022] }],
    ['năm kia', { years: [2020] }],
    ['tính đến hôm nay', {}],
    ['tính đến hôm qua', { asOf: '2022-10-11' }],
    ['tính đến hết tháng 9', { asOf: '2022-09-30' }],
    ['den het thang 2/2022', { asOf: '2022-02-28' }],
    ['đến cuối tháng trước', { asOf: '2022-09-30' }],
    ['số liệu đến hết T8', { asOf: '2022-08-31' }],
    ['hết quý II/2021', { asOf: '2021-06-30' }],
    ['đến quý 3', { asOf: '2022-09-30' }],
    ['đến hết năm ngoái', { asOf: '2021-12-31' }],
    ['9 tháng đầu năm', { asOf: '2022-09-30' }],
    ['3 thang dau nam 2021', { years: [2021], asOf: '2021-03-31' }],
    ['từ 1/1 đến 15/8', { asOf: '2022-08-15' }],
    ['trước ngày 1/10', { asOf: '2022-09-30' }],
    ['ngày 15 tháng 9 năm 2021', { asOf: '2021-09-15' }],
    ['đến 30 tháng 9 năm 2021', { asOf: '2021-09-30' }],
    ['31/7', { asOf: '2022-07-31' }],
    ['năm 2021, 2022', { years: [2021, 2022] }],
    ['2 năm 2021/2022', { years: [2021, 2022] }],
    ['5 năm 2021-2025', { whole: true }],
    ['5 năm', { whole: true }],
    ['trong 5 năm', { whole: true }],
    ['5 nam', { whole: true }],
    ['tính đến 2021-09-15', { asOf: '2021-09-15' }],
    ['tính đến 15 - 9 - 2021', { asOf: '2021-09-15' }],
    ['den 15 . 9 . 21', { asOf: '2021-09-15' }],
    ['mùng 2 tháng 9 năm 2021', { asOf: '2021-09-02' }],
    ['đến mồng 5/9 năm ngoái', { years: [2021], asOf: '2021-09-05' }],
    ['số liệu chốt đến hết ngày 31/8', { asOf: '2022-08-31' }],
    ['chốt đến 24h ngày 24/8/2021', { asOf: '2021-08-24' }],
    ['đến ngày 5', { asOf: '2022-10-05' }],
    ['den het ngay 15', { asOf: '2022-09-15' }],
    ['đến thứ sáu tuần trước', { asOf: '2022-10-07' }],
    ['thứ năm tuần trước', { asOf: '2022-10-06' }],
    ['tới thứ 2', { asOf: '2022-10-10' }],
    ['den thu bay', { asOf: '2022-10-08' }],
    ['đến chủ nhật vừa rồi', { asOf: '2022-10-09' }],
    ['đến hết tuần trước', { asOf: '2022-10-09' }],
    ['đến thứ ba tuần này', { asOf: '2022-10-11' }],
  ])('%s', (typed, time) => {
    expect(timeIn(typed)).toEqual(time);
    expect(read(typed).rest.filter((word) => word !== 'trong')).toEqual([]);
  });
});

test.each([
  ['quý III/2021', 'quý III'],
  ['QIII', 'quý III'],
  ['tháng 9/2021', 'tháng 9'],
  ['09/2021', 'tháng 09'],
  ['T9', 'tháng 9'],
  ['tuần trước', 'tuần trước'],
  ['quí 3', 'quý 3'],
  ['3 tháng cuối năm 2021', '3 tháng cuối'],
  ['đến đầu tháng 9 năm 2021', 'đến đầu tháng 9'],
])('"%s" is a part of a year that no report has', (typed, period) => {
  expect([read(typed).period, read(typed).asOf]).toEqual([period, undefined]);
});

test.each([
  ['30/2', '30/2'],
  ['tính đến 31/6/2021', 'tính đến 31/6/2021'],
  ['29/2/2022', '29/2/2022'],
  ['đến hết tháng 13', 'đến hết tháng 13'],
  ['15/13/2021', '15/13/2021'],
  ['từ 5/8 đến 9/8/2022', 'từ 5/8 đến 9/8/2022'],
  ['từ tháng 5 đến tháng 9', 'từ tháng 5 đến tháng 9'],
  ['từ 15/8', 'từ 15/8'],
  ['sau ngày 15/8', 'sau ngày 15/8'],
  ['6 tháng năm 2021', '6 tháng'],
  ['3 năm gần đây', '3 năm gần đây'],
  ['năm qua', 'năm qua'],
  ['cuối năm', 'cuối năm'],
  ['giữa năm', 'giữa năm'],
  ['giữa năm ngoái', 'giữa năm ngoái'],
  ['đầu năm 2022', 'đầu năm 2022'],
  ['4 năm', '4 năm'],
  ['10 năm qua', '10 năm qua'],
  ['ca nam 2021', 'ca nam'],
  ['từ năm 2023', 'từ năm 2023'],
])('"%s" is asked: no report is of “%s”', (typed, unclear) => {
  expect(read(typed).unclear).toBe(unclear);
  expect(read(typed).asOf).toBeUndefined();
});

test.each([
  ['danhsach CA năm 2021', ['danhsach', 'CA']],
  ['tonghop Trường số 2', ['tonghop', 'Trường', 'số', '2']],
  ['xã Nam Yang', ['xã', 'Nam', 'Yang']],
])('words that are no time stay: %s', (typed, rest) => {
  expect(read(typed).rest).toEqual(rest);
});
