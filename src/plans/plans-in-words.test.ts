import { describe, expect, test } from 'vitest';
import { takePlansInWords } from './plans-in-words.ts';

const of = (code: string, from: number, to: number, closed = false) => ({
  code,
  period: { from, to },
  closed,
});
const plans = [of('101/KH-UBND', 2021, 2025), of('12/KH-UBND', 2021, 2025), of('12/KH-SNV', 2026, 2030)];

test.each([
  ['tổng hợp kế hoạch 101 năm 2021', ['101/KH-UBND'], 'tổng hợp   năm 2021'],
  ['12/KH-UBND chưa nộp', ['12/KH-UBND'], 'chưa nộp'],
  ['theo kế hoạch số 12/kh-snv', ['12/KH-SNV'], ''],
  ['danh sách KH 101/KH-UBND xã glar', ['101/KH-UBND'], 'danh sách   xã glar'],
  ['kh101 tổng hợp', ['101/KH-UBND'], 'tổng hợp'],
  ['ke hoach 12', ['12/KH-UBND', '12/KH-SNV'], ''],
  ['101 / KH - UBND', ['101/KH-UBND'], ''],
  ['under plan no. 101', ['101/KH-UBND'], ''],
])('a plan is named by its code or its number: %s', (typed, codes, rest) => {
  const { named, rest: left } = takePlansInWords(typed, plans);
  expect(named.map(({ code }) => code)).toEqual(codes);
  expect(left).toBe(rest);
});

test.each([
  ...['kế hoạch triển khai', 'tổng hợp 2021', 'kế hoạch 1012', 'kế hoạch 101/KH-HU', 'xã glar 12'],
  ...['2101/KH-UBND', '101', 'cả giai đoạn', 'giai đoạn 2016-2020', 'chưa nộp kế hoạch trước 25/8'],
  ...['năm trước', 'giai đoạn', 'tổng hợp 2021-2025', 'quý trước'],
])('other numbers and other plans are left as they are: %s', (typed) => {
  expect(takePlansInWords(typed, plans)).toEqual({ named: [], rest: typed, asPeriod: false });
});

describe('after the change of plans', () => {
  const old = of('101/KH-UBND', 2021, 2025, true);
  const older = of('7/KH-UBND', 2016, 2020, true);
  const now = of('205/KH-UBND', 2026, 2030);
  test.each([
    ['tổng hợp giai đoạn trước', [old], 'tổng hợp', true],
    ['báo cáo tổng hợp của giai đoạn cũ xã glar', [old], 'báo cáo tổng hợp   xã glar', true],
    ['ket qua giai doan vua qua', [old], 'ket qua', true],
    ['tiến độ kế hoạch cũ', [old], 'tiến độ', false],
    ['danh sách theo kế hoạch đã đóng', [old], 'danh sách', false],
    ['previous period by unit', [old], 'by unit', true],
    ['the last plan', [old], '', false],
    ['tổng hợp giai đoạn 2021–2025', [old], 'tổng hợp', true],
    ['kết quả cả giai đoạn 2021 - 2025', [old], 'kết quả', true],
    ['giai đoạn 2016 đến 2020', [older], '', true],
    ['tổng hợp giai đoạn này', [now], 'tổng hợp', true],
    ['đăng ký theo kế hoạch mới', [now], 'đăng ký', false],
    ['biểu đồ giai đoạn 2026-2030', [now], 'biểu đồ', true],
    ['the current plan', [now], '', false],
  ])('a plan is named by its years, or as the one before: %s', (typed, named, rest, asPeriod) => {
    expect(takePlansInWords(typed, [older, old, now])).toEqual({ named, rest, asPeriod });
  });

  test('where no plan came before, the words are left as they are', () => {
    const typed = 'tổng hợp giai đoạn trước';
    expect(takePlansInWords(typed, [now])).toEqual({ named: [], rest: typed, asPeriod: false });
  });

  test('of two plans of the same years the earlier one is meant', () => {
    const [first, second] = [of('101/KH-UBND', 2021, 2025, true), of('205/KH-UBND', 2021, 2025)];
    expect(takePlansInWords('kế hoạch trước', [first, second]).named).toEqual([first]);
  });
});
