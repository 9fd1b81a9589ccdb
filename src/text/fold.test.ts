import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';

describe('folding', () => {
  const cases: [text: string, folded: string][] = [
    ['Đăng ký.', 'dang ky'],
    ['ĐĂNG KÝ', 'dang ky'],
    ['  đăng\n\tký  ', 'dang ky'],
    ['Đăng ký'.normalize('NFD'), 'dang ky'],
    ['Bỏ qua', 'bo qua'],
    ['Xã Đăk Krong', 'xa dak krong'],
    ['«Xong»!', 'xong'],
    ['“Xong”', '“xong”'],
    ['T.T. Đăk Đoa', 't.t. dak doa'],
    ['', ''],
    ['…?', ''],
  ];
  it.each(cases)('%j is %j', (text, folded) => expect(fold(text)).toBe(folded));

  it('ignores how accents are written; folding twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});
