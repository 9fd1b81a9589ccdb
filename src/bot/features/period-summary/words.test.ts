import { describe, expect, it } from 'vitest';
import { readSummaryWords } from './words.ts';

describe('words behind /tongket', () => {
  it.each([
    ['', undefined, ''],
    ['sơ kết', 'interim', ''],
    ['Sơ kết giai đoạn xã Glar', 'interim', 'xã Glar'],
    ['báo cáo sơ kết', 'interim', ''],
    ['xã Glar', undefined, 'xã Glar'],
    ['tổng kết giai đoạn', 'summary', ''],
    ['giai doan xa ia bang', 'summary', 'xa ia bang'],
    ['giới thiệu dự hội nghị', 'nominations', ''],
    ['hội phụ nữ đề cử', 'nominations', 'hội phụ nữ'],
    ['nominations Xã Glar', 'nominations', 'Xã Glar'],
    ['Interim', 'interim', ''],
  ])('«%s» mean %s, and leave «%s»', (typed, kind, rest) => {
    expect(readSummaryWords(typed)).toEqual({ kind, rest });
  });
});
