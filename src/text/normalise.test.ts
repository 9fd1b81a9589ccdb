import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lengthOf, normalise, oneLine } from './normalise.ts';

test.each([
  ['Nguyễn'.normalize('NFD'), 'Nguyễn'],
  ['  hai   ba ', 'hai   ba'],
  ['１９８０　Ａ', '1980 A'],
  ['a\u200bb\ufeffc\u00add', 'abcd'],
  ['\u202bx\u202c', 'x'],
  ['a\u0000b\u0007', 'ab'],
  ['a\u00a0b\tc', 'a b c'],
  ['một \r\n hai\rba', 'một\nhai\nba'],
  ['một\n\n\n\nhai', 'một\n\nhai'],
  ['\n \n', ''],
  ['nhà\u200d sạch \u200dđẹp\u200d', 'nhà sạch đẹp'],
  ['Làng\ufe0f s\u034fạch\u061c', 'Làng sạch'],
  ['👩\u200dtổ \u200d👧', '👩tổ 👧'],
  ['👩\u200d\u200d👧 👩\u200b\u200d👧', '👩👧 👩👧'],
  ['cờ\u{e0067}\u{e007f} 1\ufe0f hộ', 'cờ 1 hộ'],
])('%j is kept as %j', (typed, kept) => {
  expect(normalise(typed)).toBe(kept);
});

test.each([
  ['a family', '👨‍👩‍👧'],
  ['a family of four', '👩‍👩‍👧‍👦'],
  ['a doctor with a tone of skin', '👨🏽‍⚕️'],
  ['two people with tones of skin', '🧑🏿‍🤝‍🧑🏻'],
  ['a kiss with a heart between', '👩‍❤️‍💋‍👨'],
  ['a sign shown as a picture', '❤️ ☎️ ⚠️'],
  ['a sign shown as a letter', '☎︎'],
  ['a flag of two pictures', '🏳️‍🌈 🏴‍☠️'],
  ['the flag of a region', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ['flags and tones of skin', '🇻🇳 👍🏽'],
  ['a digit in a box', '1️⃣ #️⃣'],
])('%s stays one picture', (_, emoji) => {
  expect(normalise(emoji)).toBe(emoji);
  expect(oneLine(`Tổ ${emoji} ấm`)).toBe(`Tổ ${emoji} ấm`);
});

test('on one line, lines and runs of spaces become single spaces', () => {
  expect(oneLine(' Câu lạc bộ\n  làng   Klah ')).toBe('Câu lạc bộ làng Klah');
});

test('a character with its accents counts once, and so does an emoji', () => {
  expect(lengthOf('ệ'.normalize('NFD'))).toBe(1);
  expect(lengthOf('👨‍👩‍👧 ạ')).toBe(3);
});

test('normalising twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      expect(normalise(normalise(typed))).toBe(normalise(typed));
      expect(oneLine(oneLine(typed))).toBe(oneLine(typed));
    }),
  );
});
