import { expect, test } from 'vitest';
import { looksLikeIdentityNumber } from './identity-number.ts';

test.each([
  '064082012345',
  ' 064 082 012 345 ',
  '0640 8201 2345',
  '０６４０８２０１２３４５',
  '231123456',
  '231 123 456',
  'số 231123456',
  'CCCD 064082012345',
  'Số CCCD: 064082012345',
  'CMND: 231123456',
  'cmnd số 231.123.456 cấp ngày 5/8/2010',
  'Chứng minh nhân dân 231123456',
  'căn cước công dân của tôi là 064082012345',
  'can cuoc 064082012345',
  'Số định danh cá nhân 064082012345',
  'ID: 064082012345',
  'Nguyễn Văn A, 064082012345, thôn 3',
])('"%s" looks like one', (text) => {
  expect(looksLikeIdentityNumber(text)).toBe(true);
});

test.each([
  '',
  '1980',
  '0905123456',
  '0905 123 456',
  '+84 905 123 456',
  '84905123456',
  '02693831234',
  '120.000.000',
  '120000000',
  '120.000.000 đồng',
  '250 000 000',
  '120.000.000.000',
  '1.200.000.000 đồng',
  'thu nhập 231123456 đồng',
  'Doanh thu 350000000000 đồng',
  'số tài khoản 064082012345',
  'CCCD gắn chíp cho 25 hộ, 0905123456',
  'Cấp CCCD cho 1.250 người',
  'Kế hoạch số 101/KH-UBND ngày 18/8/2021',
  'thành viên: 25; idea 231123456',
])('"%s" does not', (text) => {
  expect(looksLikeIdentityNumber(text)).toBe(false);
});
