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
])('%j is kept as %j', (typed, kept) => {
  expect(normalise(typed)).toBe(kept);
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
