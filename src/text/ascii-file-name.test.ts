import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiFileName } from './ascii-file-name.ts';

describe('a file name for every multipart parser', () => {
  const cases: [name: string, ascii: string][] = [
    ['Biên bản họp.pdf', 'Bien-ban-hop.pdf'],
    ['Đề án Đăk Đoa (bản cuối).docx', 'De-an-Dak-Doa-ban-cuoi.docx'],
    ['Biên bản.pdf'.normalize('NFD'), 'Bien-ban.pdf'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a"; filename="b.exe', 'a-filename-b.exe'],
    ['ảnh\r\n1.jpg', 'anh-1.jpg'],
    ['已经', 'tep'],
    ['', 'tep'],
    ['...', 'tep'],
    ['con.pdf', 'tep-con.pdf'],
    ['LPT1', 'tep-LPT1'],
    ['concert.pdf', 'concert.pdf'],
  ];
  it.each(cases)('%j becomes %j', (name, ascii) => expect(asciiFileName(name)).toBe(ascii));

  it('is never empty, never too long, and needs no quotation marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
        expect(asciiFileName(name)).toMatch(/^[A-Za-z0-9._-]{1,100}$/);
      }),
    );
  });
});
