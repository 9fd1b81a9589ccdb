import { expect, test } from 'vitest';
import { withoutPoliteEnds } from './polite-ends.ts';

test.each([
  ['làng Dôr 2 ạ', 'làng Dôr 2'],
  ['dạ làng Dôr 2 em ạ', 'làng Dôr 2'],
  ['Dạ, Ba Na ạ', 'Ba Na'],
  ['nông dân nhé', 'nông dân'],
  ['vâng, trưởng thôn nha chị ạ', 'trưởng thôn'],
  ['Dạ thưa anh, thôn 3 ạ.', 'thôn 3'],
  ['02/BB ạ', '02/BB'],
  ['Làng Đê Kốp', 'Làng Đê Kốp'],
  ['Khu A', 'Khu A'],
  ['nhà anh', 'nhà anh'],
  ['Dạ dày ruột', 'Dạ dày ruột'],
  ['ạ', 'ạ'],
  ['Hội trường nhà cô', 'Hội trường nhà cô'],
])('%j is kept as %j', (text, kept) => {
  expect(withoutPoliteEnds(text)).toBe(kept);
});
