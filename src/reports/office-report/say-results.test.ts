import { expect, it } from 'vitest';
import { plan101 } from '../../../tests/documents/sample.ts';
import type { ReportPeriod } from '../report-period.ts';
import { findEvaluatedPeriod } from './evaluated-period.ts';
import type { BestExemplar } from './figures.ts';
import { sayBest } from './say-results.ts';
import { writeCount } from './sentences.ts';

const best: BestExemplar = {
  name: 'Làng Dôr',
  unit: 'Xã Glar',
  summary: 'Hiến 1.200 m² đất. Làm 3 km đường. Câu ba.',
  impact: 'ba làng học theo. Huyện khen.',
  spreadTo: null,
  spreadCount: null,
};

it.each<[Partial<BestExemplar>, string]>([
  [{}, 'Hiến 1.200 m² đất. Ba làng học theo.'],
  [
    { spreadTo: 'Các làng Dơk, Tươh.', spreadCount: 1250 },
    'Hiến 1.200 m² đất. Đã nhân rộng: Các làng Dơk, Tươh (1.250 đơn vị, hộ).',
  ],
  [{ spreadTo: 'Toàn xã' }, 'Hiến 1.200 m² đất. Đã nhân rộng: Toàn xã.'],
  [{ spreadTo: ' ' }, 'Hiến 1.200 m² đất. Ba làng học theo.'],
  [{ impact: '' }, 'Hiến 1.200 m² đất. Làm 3 km đường.'],
  [{ summary: 'Một câu' }, 'Một câu. Ba làng học theo.'],
  [{ summary: '', impact: '' }, ''],
])('an exemplar with %o is told in two sentences', (more, told) => {
  expect(sayBest({ ...best, ...more })).toBe(`- Làng Dôr (Xã Glar): ${told}`);
});

it.each<[ReportPeriod, ReportPeriod | undefined]>([
  [{ year: 2023 }, { year: 2023 }],
  [{ year: 2023, half: 2 }, { year: 2023 }],
  [{ year: 2023, half: 1 }, { year: 2022 }],
  [{ year: 2021, half: 1 }, undefined],
  [
    { year: 2023, whole: true },
    { year: 2023, whole: true },
  ],
  [{ year: 2023, asOf: '2023-12-20' }, { year: 2023 }],
])('%o tells the evaluations of %o', (period, evaluated) => {
  expect(findEvaluatedPeriod(plan101, period)).toEqual(evaluated);
});

it.each([
  [0, '0'],
  [999, '999'],
  [1000, '1.000'],
  [20_415, '20.415'],
  [1_234_567, '1.234.567'],
])('%i is written %s', (count, written) => {
  expect(writeCount(count)).toBe(written);
});
