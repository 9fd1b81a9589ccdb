import { expect, test } from 'vitest';
import { hasAllAccentsOrNone, hasOtherAccents } from './other-accents.ts';

test.each([
  ['mỗi', 'mời'],
  ['mới', 'mời'],
  ['mọi', 'mời'],
  ['đuyệt', 'duyệt'],
  ['giữp', 'giúp'],
])('“%s” is another word than “%s”', (typed, word) => {
  expect(hasOtherAccents(typed, word)).toBe(true);
});

test.each([
  ['mời', 'mời'],
  ['moi', 'mời'],
  ['mơi', 'mời'],
  ['Huỷ', 'hủy'],
  ['DUYỆT', 'duyệt'],
  ['duyêt', 'duyệt'],
])('“%s” may be “%s”', (typed, word) => {
  expect(hasOtherAccents(typed, word)).toBe(false);
});

test.each([
  ['để', 'để', true],
  ['de', 'để', true],
  ['dê', 'để', false],
  ['huỷ', 'hủy', true],
  ['mà', 'ma', false],
])('“%s” for “%s”: %s', (typed, word, same) => {
  expect(hasAllAccentsOrNone(typed, word)).toBe(same);
});
