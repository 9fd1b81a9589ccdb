import { expect, it } from 'vitest';
import { abbreviateBody } from './initials.ts';

it.each([
  ['Phòng Nội vụ', 'PNV'],
  ['Sở Nội vụ', 'SNV'],
  ['Ủy ban nhân dân', 'UBND'],
  ['Phòng Văn hóa – Xã hội', 'PVHXH'],
  ['Đảng ủy', 'ĐU'],
  ['Uỷ ban nhân dân'.normalize('NFD'), 'UBND'],
  ['', ''],
])('abbreviates %s to %s', (name, initials) => {
  expect(abbreviateBody(name)).toBe(initials);
});
