import { expect, test } from 'vitest';
import { findExemplarCodes } from './find-codes.ts';

test.each([
  ['GLAR-2021-003', ['GLAR-2021-003']],
  ['glar-2021-003 ạ', ['GLAR-2021-003']],
  ['mở giúp em GLAR\u20112021\u2011003', ['GLAR-2021-003']],
  ['GLAR – 2021 – 003', ['GLAR-2021-003']],
  ['Glar/2021/3', ['GLAR-2021-003']],
  ['glar 2021 003', ['GLAR-2021-003']],
  ['GLAR2021003', ['GLAR-2021-003']],
  ['hồ sơ GLAR-2021-003 và HNENG-2021-010', ['GLAR-2021-003', 'HNENG-2021-010']],
  ['“GLAR-2021-003”.', ['GLAR-2021-003']],
  ['ＧＬＡＲ－２０２１－００３', ['GLAR-2021-003']],
  ['GLAR-2021-1000', ['GLAR-2021-1000']],
  ['GLAR-2021-003, GLAR-2021-003', ['GLAR-2021-003']],
  ['báo cáo 2021', []],
  ['101/KH-UBND ngày 18/8/2021', []],
  ['K7Q2-9M4D', []],
  ['0905-123-456', []],
])('in "%s" are %j', (text, codes) => {
  expect(findExemplarCodes(text).map(({ code }) => code)).toEqual(codes);
});

test('only a code with its signs is certain to be one', () => {
  expect(findExemplarCodes('glar 2021 003')[0]?.certain).toBe(false);
  expect(findExemplarCodes('glar–2021–3')[0]?.certain).toBe(true);
});
