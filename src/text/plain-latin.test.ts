import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { isPlainLatin } from './plain-latin.ts';

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

test('a plain text has as many characters as units', () => {
  const sign = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    fc.constantFrom('Đ', 'ệ', 'ư', '…', '“', '–', '\n', '\r\n', 'e\u0323', '\u00ad', '👍'),
  );
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
      const text = signs.join('');
      fc.pre(isPlainLatin(text));
      expect([...graphemes.segment(text)]).toHaveLength(text.length);
    }),
  );
});

it.each(['Làng Đê Kốp, 125 hộ – “nông thôn mới”…', 'Xã Ia Băng\nthôn 3', 'ÿ Ữ ỵ Ȁ ©'])(
  '%j is plain',
  (text) => {
    expect(isPlainLatin(text)).toBe(true);
  },
);

it.each(['a\u0301', 'một\r\nhai', '👍', '1\ufe0f\u20e3', 'ệ'.normalize('NFD'), '\u200d', '가'])(
  '%j is not',
  (text) => expect(isPlainLatin(text)).toBe(false),
);
