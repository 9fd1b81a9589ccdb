import { describe, expect, it } from 'vitest';
import { looksLikeCode, newCode, readCode, showCode, writtenAsCode } from './code.ts';

describe('invitation codes', () => {
  it.each([
    ['K7Q2-9M4D', 'K7Q29M4D'],
    ['k7q2-9m4d', 'K7Q29M4D'],
    [' K7Q2 9M4D ', 'K7Q29M4D'],
    ['K7Q2–9M4D.', 'K7Q29M4D'],
    ['K7Q29M4D', 'K7Q29M4D'],
    ['mã K7Q2-9M4D', 'K7Q29M4D'],
    ['Mã mời: k7q29m4d', 'K7Q29M4D'],
    ['“K7Q2 – 9M4D”', 'K7Q29M4D'],
    ['k 7 q 2 9 m 4 d', 'K7Q29M4D'],
    ['K7Q2-\u200b9M4D', 'K7Q29M4D'],
    ['/start K7Q2-9M4D', 'K7Q29M4D'],
    ['K7Q2-9M4', undefined],
    ['chào anh chị', undefined],
  ])('%j reads as %j', (typed, code) => expect(readCode(typed)).toBe(code));

  it.each(['AAAA-BBBB', 'K0O1-IL2M', 'aaaa – bbbb', 'Mã mời: AAAA-BBBB.', '2222-3333', 'K7Q2-9M4D'])(
    '%j is written as a code',
    (typed) => expect(writtenAsCode(typed)).toBe(true),
  );

  it.each(['AAAABBBB', 'chào anh', 'xin chao', 'AAA-BBBBB', 'AAAA-BBBB-CCCC', 'Đak-Đoa', 'ngày 12-08'])(
    '%j is not',
    (typed) => expect(writtenAsCode(typed)).toBe(false),
  );

  it('are read back as they are shown', () => {
    for (let i = 0; i < 200; i++) {
      const code = newCode();
      expect(readCode(showCode(code))).toBe(code);
      expect(code).not.toMatch(/[01OIL]/);
      expect(looksLikeCode(code)).toBe(true);
    }
  });
});
