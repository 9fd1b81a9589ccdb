import { expect, test } from 'vitest';
import { findLabel } from './find-label.ts';

const labels = ['Tập thể', '☐ Lao động trực tiếp', 'Không phải tôi', 'Bỏ qua', 'Trang sau ›', '📎 Tệp'];

test.each([
  ['tập thể ạ', 0],
  ['dạ TẬP THỂ nhé anh', 0],
  ['"tap the"', 0],
  ['‘Tập thể’', 0],
  ['Ｔập　thể', 0],
  ['taapj theer', 0],
  ['em chọn lao động trực tiếp', undefined],
  ['lao động trực tiếp ạ', 1],
  ['không phải tôi ạ', 2],
  ['bỏ qua giúp em với', 3],
  ['Bỏ qua 👍', 3],
  ['trang sau nha', 4],
  ['tệp', 5],
  ['tập', undefined],
  ['👍', undefined],
  ['', undefined],
])('"%s" names %s', (text, at) => expect(findLabel(text, labels)).toBe(at));
