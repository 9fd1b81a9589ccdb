import { describe, expect, test } from 'vitest';
import { lineOf, menuOnScreen } from './menu-on-screen.ts';

const cases: [about: string, text: string, menu: string[]][] = [
  ['no menu', 'Đã xong.', []],
  ['numbers', 'Đối tượng?\n\n1. Tập thể\n2. Cá nhân', ['1 Tập thể', '2 Cá nhân']],
  ['letters', 'Năm sinh?\nA. Quay lại\nB. Lưu nháp', ['A Quay lại', 'B Lưu nháp']],
  ['a single line', 'Chào\n1. Bắt đầu', ['1 Bắt đầu']],
  [
    'a list in the text, and a menu right below',
    'Tiêu chí:\n1. Một\n2. Hai\n1. ☐ 1. Một\n2. Xong',
    ['1 ☐ 1. Một', '2 Xong'],
  ],
  ['a list, then words', 'Tiêu chí:\n1. Một\n2. Hai\nHết.', []],
  ['a list that does not begin at one', 'Còn:\n3. Ba\n4. Bốn', []],
  ['links below', 'Chọn:\n1. Xong\n\nTải lên: https://example.com/a?b=c', ['1 Xong']],
  [
    'more than nine',
    `Chọn:\n${Array.from({ length: 12 }, (_, i) => `${i + 1}. ${i}`).join('\n')}`,
    [...Array.from({ length: 12 }, (_, i) => `${i + 1} ${i}`)],
  ],
  [
    'numbers that the lines had before, and others for the rest',
    'Tiêu chí?\n\n9. ☐ Chín\n10. ☐ Mười\n1. Trang trước\n2. Xong',
    ['9 ☐ Chín', '10 ☐ Mười', '1 Trang trước', '2 Xong'],
  ],
  [
    'details below the lines',
    'Chờ duyệt:\n\n1. A\n\u00a0\u00a0\u00a0Xã Glar\n2. B\n\u00a0\u00a0\u00a0Xã Hà Bầu',
    ['1 A', '2 B'],
  ],
  ['not composed', 'Chọn:\n1. Tập thể'.normalize('NFD'), ['1 Tập thể']],
  ['a sum is no menu', 'Đã có\n1.5 điểm', []],
];

describe('the part that a person takes for the menu', () => {
  test.each(cases)('%s', (_, text, menu) => {
    expect(menuOnScreen(text).map(({ mark, label }) => `${mark} ${label}`)).toEqual(menu);
  });
});

const ticks = menuOnScreen('Tiêu chí?\n\n1. ☐ Một\n2. ☑ Hai\n12. ☐ Mười hai\n3. Xong');
test.each([
  ['Xong', '3'],
  ['☐ Một', '1'],
  ['☐ 1. Một', '1'],
  ['☐ 1.', '1'],
  ['☑ 2. Hai', '2'],
  ['☐ 2. Hai', undefined],
  ['☐ 12. Mười…', '12'],
  ['☐ 12.', '12'],
  ['Một', undefined],
  ['Hủy', undefined],
])('the button "%s" is the line %s', (button, mark) => {
  expect(lineOf(ticks, button)?.mark).toBe(mark);
});
