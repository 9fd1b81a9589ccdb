import { expect, test } from 'vitest';
import { withoutPurpose } from './purpose.ts';

const take = (said: string) => withoutPurpose(said.split(' ')).join(' ');

test.each([
  ['xã Glar để chiều anh đi họp', 'xã Glar'],
  ['năm 2021 trình phó chủ tịch ký gấp', 'năm 2021'],
  ['để chuẩn bị báo cáo lãnh đạo tuần tới', ''],
  ['xã Glar, gấp', 'xã Glar,'],
  ['cho xã Glar', 'cho xã Glar'],
  ['gấp năm 2021', 'gấp năm 2021'],
])('"%s" without its purpose is “%s”', (said, kept) => {
  expect(take(said)).toBe(kept);
});

// Tried in every way to split them, the words of each would take years.
test.each(['gấp', 'ngay', 'sớm luôn', 'phục vụ', 'tới', 'khẩn cấp', 'chuẩn bị trình'])(
  'however often “%s” is said, a line is read',
  (words) => {
    const many = `để ${`${words} `.repeat(1000)}`.trim();
    expect(take(many)).toBe('');
    expect(take(`${many} Glar`)).toBe(`${many} Glar`);
  },
);
