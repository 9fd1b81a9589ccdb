import { expect, it } from 'vitest';
import { summaryOfUnit } from '../../../tests/documents/life-documents-sample.ts';
import { plan101 } from '../../../tests/documents/sample.ts';
import { sayGranted, sayRegisteredByYear } from './words.ts';

const { figures } = summaryOfUnit({ name: 'Xã Glar', short: 'Glar', kind: 'commune' }, 3);
const years = { from: 2021, to: 2025 };

it.each<[number[], string]>([
  [[], 'Đến nay, đơn vị chưa có điển hình nào được duyệt.'],
  [[2021], ' Đăng ký theo năm: năm 2021: 1.'],
  [[2021, 2024, 2024], ' Đăng ký theo năm: năm 2021: 1; năm 2024: 2.'],
  [[2019], ' Đăng ký theo năm: chuyển tiếp từ trước: 1.'],
  [[2020, 2025], ' Đăng ký theo năm: năm 2025: 1; chuyển tiếp từ trước: 1.'],
])('registered in %o are told without empty years', (of, said) => {
  const exemplars = of.flatMap((year) => figures.exemplars.slice(0, 1).map((one) => ({ ...one, year })));
  const told = sayRegisteredByYear(plan101, { ...figures, exemplars }, years);
  expect(told.endsWith(said)).toBe(true);
  expect(told).not.toMatch(/\b0\b/);
});

it.each([
  [0, 'chưa lượt nào được khen thưởng'],
  [1, '1 lượt được khen thưởng'],
  [12, '12 lượt được khen thưởng'],
])('%i granted awards are told as %s', (granted, said) => {
  expect(sayGranted({ granted })).toBe(said);
});
