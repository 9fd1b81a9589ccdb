import { expect, test } from 'vitest';
import { withoutEverything } from './all-units.ts';

test.each([
  'toàn huyện',
  'cả huyện',
  'toàn ngành',
  'toàn trường',
  'cả trường',
  'toàn trung tâm',
  'toan benh vien',
  'toàn thành phố',
  'toàn cơ quan',
  'tất cả các đơn vị',
  'the whole school',
])('“%s” means every unit', (words) => {
  expect(withoutEverything(words)).toEqual({ all: true, rest: '' });
});

test.each(['CA huyện', 'trường Toàn Thắng', 'trung tâm y tế', 'ngành giáo dục'])(
  '“%s” means a unit',
  (words) => {
    expect(withoutEverything(words)).toEqual({ all: false, rest: words });
  },
);
