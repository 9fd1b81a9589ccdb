import { expect, it } from 'vitest';
import { isBroadcast } from './is-broadcast.ts';

it.each([
  'Đài truyền thanh, truyền hình',
  'đài',
  'dai huyen',
  'Đài PT-TH Gia Lai',
  'Loa truyền thanh cơ sở',
  'loa của làng',
  'VOV4 tiếng Jrai',
  'truyen hinh tinh',
  'Phát thanh xã tiếng Bahnar',
  'Radio',
  'kênh TV địa phương',
])('%s broadcasts', (medium) => expect(isBroadcast(medium)).toBe(true));

it.each([
  'Báo Gia Lai',
  'Cổng, trang thông tin điện tử',
  'Facebook',
  'Đại hội thi đua',
  'Hội nghị đại biểu',
  'dai hoi chi bo',
  'tạp chí Dân vận',
  'Nhóm Zalo của thôn',
  'Lễ hội hoa loan',
  'Bản tin nội bộ',
])('%s does not', (medium) => expect(isBroadcast(medium)).toBe(false));
