import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shorten } from './shorten.ts';

it.each([
  ['Làng Đê Kốp', 20, 'Làng Đê Kốp'],
  ['Làng Đê Kốp', 11, 'Làng Đê Kốp'],
  ['Làng Đê Kốp', 8, 'Làng Đê…'],
  ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 15, '👩‍👩‍👧‍👦…'],
  ['👍👍👍', 4, '👍…'],
  // A whole word at the end, and no sign before the mark.
  ['2. là nhân tố nổi trội, dẫn đầu trong các phong trào', 36, '2. là nhân tố nổi trội, dẫn đầu…'],
  ['Gìn giữ cồng chiêng, dệt thổ cẩm', 21, 'Gìn giữ cồng chiêng…'],
  ['Câu lạc bộ – Nông dân', 13, 'Câu lạc bộ…'],
  ['Tổ vay vốn (12 hộ) làng Weh', 22, 'Tổ vay vốn (12 hộ)…'],
  ['Mô hình “Ruộng một bờ” ở Glar', 24, 'Mô hình “Ruộng một bờ”…'],
  // A word that is most of the text is cut within.
  ['bao-cao-tong-ket-phong-trao.pdf', 12, 'bao-cao-ton…'],
  ['x quyet-dinh-khen-thuong.pdf', 12, 'x quyet-din…'],
])('%s in %i', (text, length, shortened) => {
  expect(shorten(text, length)).toBe(shortened);
});

it('never exceeds the limit, never splits a character', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.integer({ min: 1, max: 60 }),
      (text, length) => {
        const short = shorten(text, length);
        expect(short.length).toBeLessThanOrEqual(Math.max(length, 1));
        expect(short.isWellFormed()).toBe(true);
      },
    ),
  );
});
