import { expect, test } from 'vitest';
import { sayBeforeAndAfter } from './before-and-after.ts';

test.each([
  [['Xã Trang'], [], 'Xã Trang'],
  [[], ['Xã Đê Kốp (DEKOP)'], 'Xã Đê Kốp (DEKOP)'],
  [['Hội Nông dân huyện'], ['Hội Nông dân'], 'Hội Nông dân huyện → Hội Nông dân'],
  [['Xã Glar', 'Xã Trang'], ['Xã Glar Trang'], 'Xã Glar, Xã Trang → Xã Glar Trang'],
  [['Xã Hà Bầu'], ['Xã Hà', 'Xã Bầu'], 'Xã Hà Bầu → Xã Hà, Xã Bầu'],
  [[], [], ''],
])('an arrow stands only between two sides: %j, %j', (before, after, said) => {
  expect(sayBeforeAndAfter(before, after)).toBe(said);
});
