import { expect, test } from 'vitest';
import { t } from '../i18n.ts';
import { pageOf, turnButtons } from './turn-pages.ts';

const by = { t: (key: string, args = {}) => t('vi', key, args) };
const list = Array.from({ length: 23 }, (_, index) => index + 1);

test.each([
  [0, 1, 10, ['Trang 2/3 ›']],
  [1, 11, 20, ['‹ Trang trước', 'Trang 3/3 ›']],
  [2, 21, 23, ['‹ Trang trước']],
  [3, 21, 23, ['‹ Trang trước']],
  [2 ** 31, 21, 23, ['‹ Trang trước']],
  [-1, 1, 10, ['Trang 2/3 ›']],
])('page %i of 23 lines, ten a page', (wanted, from, to, labels) => {
  const page = pageOf(list, 10, wanted);
  expect([page.from, page.shown[0], page.shown.at(-1)]).toEqual([from, from, to]);
  const buttons = turnButtons(by, page, (n) => `p:${n}`);
  expect(buttons.flat().map(({ text }) => text)).toEqual(labels);
});

test('a list that fits, and an empty one, have no buttons', () => {
  for (const all of [list.slice(0, 10), []]) {
    const page = pageOf(all, 10, 4);
    expect(page.shown).toEqual(all);
    expect(turnButtons(by, page, String)).toEqual([]);
  }
});
