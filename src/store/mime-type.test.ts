import { describe, expect, it } from 'vitest';
import { mimeTypeOf } from './mime-type.ts';

describe('the type of a file', () => {
  it.each([
    ['Báo cáo năm.PDF', 'application/pdf'],
    ['ds.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['cv.doc', 'application/msword'],
    ['Ảnh 2.jpeg', 'image/jpeg'],
    ['attachments/ab/abc-1.heic', 'image/heic'],
    ['mẫu.rtf', 'application/rtf'],
  ])('%s is %s', (name, type) => {
    expect(mimeTypeOf(name)).toBe(type);
  });

  it.each(['trang.html', 'hinh.svg', 'a.xml', 'a.pdf.js', 'khong-duoi', '.pdf', 'a.'])(
    'is kept from browsers: %s',
    (name) => {
      expect(mimeTypeOf(name)).toBe('application/octet-stream');
    },
  );
});
