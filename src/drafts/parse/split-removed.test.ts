import { expect, it } from 'vitest';
import { splitRemoved } from './split-removed.ts';

it.each([
  ['bỏ 3', '', '3'],
  ['Bỏ chọn 2, 4', '', '2, 4'],
  ['bỏ dòng 5 nhé', '', '5 nhé'],
  ['tất cả trừ 2', 'tất cả', '2'],
  ['1-5, trừ 3', '1-5', '3'],
  ['1 đến 6 ngoại trừ 2 và 4', '1 đến 6', '2 và 4'],
  ['tat ca tru 2', 'tat ca', '2'],
  ['bo 3', '', '3'],
  ['bỏ cồng chiêng', '', 'cồng chiêng'],
  ['all except 4', 'all', '4'],
  ['không chọn làng Dôr', '', 'làng Dôr'],
])('"%s" takes lines back', (text, ticked, removed) => {
  expect(splitRemoved(text)).toEqual({ ticked, removed });
});

it.each(['3', '1, 3', 'bò sữa', 'bo sua', 'trừ', 'bỏ', 'cồng chiêng', 'không', 'Trung tâm'])(
  '"%s" takes none back',
  (text) => {
    expect(splitRemoved(text)).toBeUndefined();
  },
);

it.each(['bo, ', ',', 'bo 1x ', 'trừ ', 'ngoai tru 1, a '])('“%s” thirty thousand times is read', (words) => {
  const read = splitRemoved(`chọn ${words.repeat(30_000)}`);
  expect([undefined, 'chọn']).toContain(read?.ticked);
});
