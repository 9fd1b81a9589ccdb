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
    ['“Xong”', 'xong'],
    ['„Gửi Phòng Nội vụ‟', 'gui phong noi vu'],
    ['`xong`', 'xong'],
    ['Xã H’Neng', 'xa hneng'],
    ['xã H\u02bcNeng', 'xa hneng'],
    ['XÃ H‘NOL', 'xa hnol'],
    ['K´Dang', 'kdang'],
    ['K\u2032Dang', 'kdang'],
    ['Ðak Đoa, ɖak Sơmei', 'dak doa, dak somei'],
    ['Ｘã 𝐆𝐥𝐚𝐫 ﬁ', 'xa glar fi'],
    ['K7Q2\u20119M4D — 5\u22128', 'k7q2-9m4d - 5-8'],
    ['Tập\u200b thể\u3164', 'tap the'],
    ['Tập\u00a0thể', 'tap the'],
    ['Tổ\u200d ấm\ufe0f', 'to am'],
    ['100 m²', '100 m²'],
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
