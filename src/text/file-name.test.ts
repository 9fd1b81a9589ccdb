import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanFileName, uniqueFileName } from './file-name.ts';
import { emojis, unseen } from './signs.ts';

describe('a file name from outside', () => {
  const cases: [what: string, given: string, kept: string][] = [
    ['an ordinary name', 'Biên bản họp.pdf', 'Biên bản họp.pdf'],
    ['a name in two-part letters', 'Biên bản.pdf'.normalize('NFD'), 'Biên bản.pdf'],
    ['a right-to-left override', 'bao cao \u202efdp.exe', 'bao cao fdp.exe'],
    ['isolates and marks of direction', '\u2067danh\u2069 \u200fsach\u061c.xlsx', 'danh sach.xlsx'],
    ['zero-width letters and a byte order mark', '\ufeffto\u200b khai\u2060.docx', 'to khai.docx'],
    ['a soft hyphen', 'bien\u00adban.pdf', 'bienban.pdf'],
    ['a line end', 'Biên bản\r\nhọp thôn.pdf', 'Biên bản họp thôn.pdf'],
    ['a line separator and a tab', 'a\u2028b\tc\u0085d.png', 'a b c d.png'],
    ['control letters', 'a\u0000b\u0007c\u001b[31m.pdf', 'abc[31m.pdf'],
    ['a folder of Unix', '../../etc/cron.d/việc.pdf', 'việc.pdf'],
    ['a folder of Windows', 'C:\\Users\\Hoa\\Báo cáo.docx', 'Báo cáo.docx'],
    ['only folders', '../..', 'tep'],
    ['an ending alone', '.pdf', 'tep.pdf'],
    ['dots and blanks at the end', ' ảnh .jpg . ', 'ảnh .jpg'],
    ['nothing that can be seen', '\u202e\u200b', 'tep'],
    ['nothing', '', 'tep'],
    ['a family', 'Gia đình 👨‍👩‍👧.jpg', 'Gia đình 👨‍👩‍👧.jpg'],
    ['half a letter', 'a\ud800.jpg', 'a\ufffd.jpg'],
  ];
  it.each(cases)('%s', (_what, given, kept) => expect(cleanFileName(given)).toBe(kept));

  it('is cut before its ending', () => {
    const kept = cleanFileName(`${'Biên bản họp '.repeat(40)}.docx`);
    expect(kept.length).toBeLessThanOrEqual(200);
    expect(kept).toMatch(/^Biên bản họp .*….docx$/);
  });

  it('is short, one line and without invisible characters, and cleaning again keeps it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 250 }), (given) => {
        const kept = cleanFileName(given);
        expect(kept).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}\\/]{1,200}$/u);
        expect(kept.replace(emojis, '')).not.toMatch(unseen);
        expect(kept.trim()).toBe(kept);
        expect(cleanFileName(kept)).toBe(kept);
      }),
    );
  });
});

describe('two files of one name', () => {
  const cases: [name: string, taken: string[], kept: string][] = [
    ['image.jpg', [], 'image.jpg'],
    ['image.jpg', ['image.jpg'], 'image (2).jpg'],
    ['image.jpg', ['image.jpg', 'image (2).jpg'], 'image (3).jpg'],
    ['IMG_1.HEIC', ['img_1.heic'], 'IMG_1 (2).HEIC'],
    ['Biên bản.pdf', ['Biên bản.pdf'.normalize('NFD')], 'Biên bản (2).pdf'],
    ['không đuôi', ['không đuôi'], 'không đuôi (2)'],
    ['v1.2 bản cuối', ['v1.2 bản cuối'], 'v1.2 bản cuối (2)'],
    ['image.jpg', ['image.png'], 'image.jpg'],
  ];
  it.each(cases)('%s next to %j is %s', (name, taken, kept) => {
    expect(uniqueFileName(name, taken)).toBe(kept);
  });

  it('stay within the longest name', () => {
    const name = `${'x'.repeat(196)}.pdf`;
    const second = uniqueFileName(name, [name]);
    expect(second.length).toBeLessThanOrEqual(200);
    expect(second).toMatch(/… \(2\)\.pdf$/);
  });
});
