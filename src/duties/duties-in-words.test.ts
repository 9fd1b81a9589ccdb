import { expect, test } from 'vitest';
import { plan101 } from '../../tests/documents/sample.ts';
import { listDutiesInWords } from './duties-in-words.ts';

test.each([
  ['lùi hạn báo cáo năm đến 20/12', ['annualReport']],
  ['nhac xa Glar nop bao cao ket qua nam', ['annualReport']],
  ['gia hạn đăng ký cho xã Glar', ['registration']],
  ['mấy đơn vị còn nợ kế hoạch', ['implementationPlan']],
  ['đôn đốc kế hoạch triển khai và báo cáo năm', ['implementationPlan', 'annualReport']],
  ['ấn định hạn tổng kết giai đoạn', ['periodSummary']],
  ['remind about the annual report', ['annualReport']],
  ['nhắc mấy xã chưa nộp', []],
  ['báo cáo tổng hợp', []],
])('“%s”', (typed, duties) => {
  expect(listDutiesInWords(plan101, typed)).toEqual(duties);
});
