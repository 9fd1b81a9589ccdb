import { expect, test } from 'vitest';
import { hasOtherAccents } from './other-accents.ts';

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
