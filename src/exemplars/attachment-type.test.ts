import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { attachmentType } from './attachment-type.ts';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );
const padding = '\0'.repeat(600);
const pdf = bytes('%PDF-1.4\n%', padding);
const jpg = bytes([0xff, 0xd8, 0xff, 0xe0], '\0\x10JFIF', padding);
const png = bytes(
  [0x89],
  'PNG\r\n\x1a\n',
  [0, 0, 0, 13],
  'IHDR',
  '\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0',
  '\0\0\0\0',
  [0, 0, 0, 0],
  'IEND',
);
const oldOffice = bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], padding);

describe('what may be attached is known by its content', () => {
  const cases: [what: string, content: Uint8Array, name: string, extension: string | undefined][] = [
    ['a PDF', pdf, 'Biên bản.pdf', 'pdf'],
    ['a PDF under a photo’s name', pdf, 'anh.jpg', 'pdf'],
    ['a photo', jpg, 'anh.jpg', 'jpg'],
    ['a PNG without an ending', png, 'anh', 'png'],
    ['Word of before 2007', oldOffice, 'bao cao.DOC', 'doc'],
    ['Excel of before 2007', oldOffice, 'bieu.xls', 'xls'],
    ['the same container under another name', oldOffice, 'setup.msi', undefined],
    ['a program under a PDF’s name', bytes('MZ', padding), 'bien-ban.pdf', undefined],
    ['text under a PDF’s name', bytes('chỉ là chữ'), 'bien-ban.pdf', undefined],
    ['a web page', bytes('<!doctype html><script>alert(1)</script>', padding), 'anh.png', undefined],
    ['nothing', bytes(), 'anh.png', undefined],
  ];
  it.each(cases)('%s', async (_what, content, name, extension) => {
    expect((await attachmentType(content, name))?.extension).toBe(extension);
  });

  it('a workbook as Excel writes it', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Biểu').addRow([1]);
    const content = Buffer.from(await workbook.xlsx.writeBuffer());
    expect(await attachmentType(content, 'x')).toEqual({
      extension: 'xlsx',
      mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    });
  });
});
