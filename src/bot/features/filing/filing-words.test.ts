import { expect, test } from 'vitest';
import { loadPlan } from '../../../plan/load.ts';
import { dutyInWords } from './filing-words.ts';

const plan = loadPlan('prisma/plans/101-kh-ubnd.yaml');

test.each([
  ['2021', 'annualReport', 2021],
  ['năm ngoái ạ', 'annualReport', 2021],
  ['năm nay', 'annualReport', 2022],
  ['kết quả năm 2022', 'annualReport', 2022],
  ['triển khai', 'implementationPlan', undefined],
  ['kế hoạch triển khai nhé', 'implementationPlan', undefined],
  ['đề nghị khen thưởng 2021', 'awardProposals', 2021],
  ['tổng kết giai đoạn', 'periodSummary', 0],
  ['2030', undefined, undefined],
  ['2021 và 2022', undefined, undefined],
  ['thời tiết', undefined, undefined],
  ['', undefined, undefined],
])('"%s" is %s of %s', (typed, duty, year) => {
  const found = dutyInWords(plan, new Date('2022-03-01T08:00:00+07:00'), typed);
  expect(found?.duty).toBe(duty);
  if (year !== undefined) expect(found?.occurrence).toBe(year === 0 ? '' : String(year));
});
