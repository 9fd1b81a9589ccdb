import { expect, test } from 'vitest';
import { holdsIdentityNumber, maskedName } from './identity-in-name.ts';

test.each([
  '064082012345.jpg',
  '064082012345',
  'CCCD 064082012345.pdf',
  'cccd_064082012345_mat truoc.png',
  'CCCD064082012345.heic',
  'Nguyễn Thị Hoa - 038175001234.pdf',
  '20210818_064082012345.jpg',
  'Ảnh 2-096200000001.jpg',
  '001 099 123 456.jpg',
  '0640.8201.2345.pdf',
  '052-085-001-234 (2).jpg',
  '０６４０８２０１２３４５.jpg',
  'can cuoc 064082012345 - ban sao.docx',
  '231123456.jpg',
  'CMND 231123456 mặt sau.jpg',
  'cmnd_so_231.123.456.jpg',
  '٠٦٤٠٨٢٠١٢٣٤٥.pdf',
  '𝟎𝟔𝟒𝟎𝟖𝟐𝟎𝟏𝟐𝟑𝟒𝟓.pdf',
  '०६४०८२०१२३४५.pdf',
  '064·082·012·345.pdf',
  '064–082–012–345.pdf',
  '064,082,012,345.pdf',
  '0640—8201—2345.jpg',
  '0 6 4 0 8 2 0 1 2 3 4 5.pdf',
  '0-6-4-0-8-2-0-1-2-3-4-5.pdf',
  'NguyenVanA064082012345.pdf',
  '064082012345.pdf.pdf',
  'CCCD ••••••••••••.jpg',
])('"%s" holds one', (name) => {
  expect(holdsIdentityNumber(name)).toBe(true);
});

test.each([
  'IMG_20210818_123456789.jpg',
  '20210818_080512.jpg',
  'PXL_20210818_080512345.jpg',
  'IMG-20210818-WA0012.jpg',
  'Screenshot_20210818-080512_Zalo.png',
  '210818-080512.jpg',
  '050818_080512.jpg',
  '1629250000000.jpg',
  'z2681234567890_9f3c064082012345ab12.jpg',
  'FB_IMG_1629250012345.jpg',
  'received_064082012345678.jpeg',
  '240587731_1234567890_n.jpg',
  '202108180805.jpg',
  'IMG_0001.HEIC',
  'photo_2021-08-18 08.05.12.jpeg',
  '3f2504e0-4f89-41d3-9a0c-064082012345.jpg',
  'Hoa 0905123456.jpg',
  'Hoa 0905 123 456.jpg',
  'Kế hoạch 101-KH-UBND ngày 18.8.2021.pdf',
  'Danh sách cấp CCCD cho 1250 người.xlsx',
  'Kinh phí 120000000.xlsx',
  'STK 064082012345.pdf',
  'Biên bản 02.pdf',
  '1 2 3 4 5 6 7 8 9 10 11 12.pdf',
  'Trang 1-2-3-4-5-6.pdf',
  '•••.pdf',
  '',
])('"%s" holds none', (name) => {
  expect(holdsIdentityNumber(name)).toBe(false);
});

test.each([
  ['CCCD 064082012345.jpg', 'CCCD ••••••••••••.jpg'],
  ['cmnd 231 123 456 (2).jpg', 'cmnd ••• ••• ••• (2).jpg'],
  ['０６４０８２０１２３４５.pdf', '••••••••••••.pdf'],
  ['٠٦٤٠٨٢٠١٢٣٤٥.pdf', '••••••••••••.pdf'],
  ['064–082–012–345.pdf', '•••–•••–•••–•••.pdf'],
  ['0 6 4 0 8 2 0 1 2 3 4 5.pdf', '• • • • • • • • • • • •.pdf'],
  ['Biên bản 2021.pdf', 'Biên bản 2021.pdf'],
])('a refusal shows %s as %s', (name, shown) => {
  expect(maskedName(name)).toBe(shown);
  expect(holdsIdentityNumber(shown)).toBe(holdsIdentityNumber(name));
});
