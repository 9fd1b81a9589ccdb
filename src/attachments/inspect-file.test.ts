import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compound,
  officeFile,
  ooxml,
  withStreams,
  workbookWithSheet,
} from '../../tests/support/office-files.ts';
import { zip } from '../../tests/support/zip.ts';
import { inspectFile } from './inspect-file.ts';

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
const cutOff = (name: string, by: number) => officeFile(name).subarray(0, -by);

/** The verdict: `docx`, or the reason and the kind to save it as: `macros docx`. */
async function said(content: Uint8Array, name = 'x'): Promise<string> {
  const verdict = await inspectFile(content, name);
  return verdict.ok ? verdict.extension : [verdict.why, verdict.instead].filter(Boolean).join(' ');
}

describe('allowed files are recognised by their content', () => {
  const cases: [what: string, content: Uint8Array, name: string, said: string][] = [
    ['a PDF', pdf, 'Biên bản.pdf', 'pdf'],
    ['a PDF under a photo’s name', pdf, 'anh.jpg', 'pdf'],
    ['a PDF after a blank line', bytes('\r\n\r\n', '%PDF-1.7\n', padding), 'a.pdf', 'pdf'],
    ['a PDF after a byte order mark', bytes('\xef\xbb\xbf', '%PDF-1.4\n'), 'a.pdf', 'pdf'],
    [
      'a PDF after lines of a mail',
      bytes('Content-Type: application/pdf\r\n\r\n', pdf.toString('latin1')),
      'a',
      'pdf',
    ],
    ['a PDF after 1,019 bytes', bytes(' '.repeat(1019), '%PDF-1.4\n'), 'a.pdf', 'pdf'],
    ['a PDF after two kilobytes', bytes(' '.repeat(2048), '%PDF-1.4\n'), 'a.pdf', 'type'],
    ['a program with a PDF’s header in it', bytes('MZ', padding, '%PDF-1.4\n'), 'a.pdf', 'type'],
    ['a photo', jpg, 'anh.jpg', 'jpg'],
    ['a PNG without an ending', png, 'anh', 'png'],
    ['a HEIC photo under another ending', officeFile('photo.heic'), 'IMG_0001.jpg', 'heic'],
    ['Rich Text', officeFile('letter.rtf'), 'don.rtf', 'rtf'],
    ['Rich Text under Word’s ending', officeFile('letter.rtf'), 'don.doc', 'rtf'],
    ['Rich Text after a blank line', bytes('\r\n{\\rtf1 a}'), 'don', 'rtf'],
    ['Word of before 2007', officeFile('word-97.doc'), 'bao cao.DOC', 'doc'],
    ['Word of before 2007 without an ending', officeFile('word-97.doc'), 'bao cao', 'doc'],
    ['Word of before 2007 under Excel’s ending', officeFile('word-97.doc'), 'bao cao.xls', 'doc'],
    ['Excel of before 2007 without an ending', officeFile('excel-97.xls'), 'bieu', 'xls'],
    ['Word of before 2007 with half a last sector', cutOff('word-97.doc', 100), 'a', 'doc'],
    ['Word of before 2007 without its last sector', cutOff('word-97.doc', 512), 'a', 'doc'],
    ['Excel of before 2007 without its directory', cutOff('excel-97.xls', 1500), 'a', 'xls'],
    ['a damaged file of before 2007, by its ending', oldOffice, 'bieu.xls', 'xls'],
    ['the same under another name', oldOffice, 'setup.msi', 'type'],
    ['an installer', compound({ '!_StringData': 'x' }), 'cai-dat.doc', 'type'],
    ['slides of before 2007', compound({ 'PowerPoint Document': 'x' }), 'a.doc', 'type'],
    ['Word', officeFile('word.docx'), 'a', 'docx'],
    ['Excel', ooxml('xlsx'), 'a.docx', 'xlsx'],
    ['slides', ooxml('pptx'), 'a.docx', 'type'],
    ['an archive', zip([{ name: 'a.txt', content: 'a' }]), 'a.docx', 'type'],
    ['a program under a PDF’s name', bytes('MZ', padding), 'bien-ban.pdf', 'type'],
    ['text under a PDF’s name', bytes('chỉ là chữ'), 'bien-ban.pdf', 'type'],
    ['a web page', bytes('<!doctype html><script>alert(1)</script>', padding), 'anh.png', 'type'],
    ['nothing', bytes(), 'anh.png', 'type'],
  ];
  it.each(cases)('%s', async (_what, content, name, expected) => {
    expect(await said(content, name)).toBe(expected);
  });

  it('a workbook as Excel writes it', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Biểu').addRow([1]);
    expect(await said(Buffer.from(await workbook.xlsx.writeBuffer()))).toBe('xlsx');
  });
});

describe('a password is refused', () => {
  const cases: [what: string, content: Uint8Array, said: string][] = [
    ['Word of before 2007', officeFile('word-97-password.doc'), 'password docx'],
    ['Word of before 2007, cut off', cutOff('word-97-password.doc', 512), 'password docx'],
    ['Excel of before 2007', officeFile('excel-97-password.xls'), 'password xlsx'],
    ['Excel of before 2007, cut off', cutOff('excel-97-password.xls', 1500), 'password xlsx'],
    ['Word or Excel', compound({ EncryptionInfo: 'x', EncryptedPackage: 'x'.repeat(5000) }), 'password'],
    ['a document with rights management', compound({ '/\u0006DataSpaces/Version': 'x' }), 'password'],
    ['an archive', zip([{ name: '[Content_Types].xml', content: 'x', locked: true }]), 'password'],
    ['a PDF of 40 bits', officeFile('rc4-40-closed.pdf'), 'password'],
    ['a PDF of 128 bits', officeFile('rc4-128-closed.pdf'), 'password'],
    ['a PDF with AES', officeFile('aes-128-closed.pdf'), 'password'],
    ['a PDF with AES-256', officeFile('aes-256-closed.pdf'), 'password'],
    ['a PDF with AES-256 of Acrobat 9', officeFile('aes-256-r5-closed.pdf'), 'password'],
    [
      'a PDF that opens with a certificate',
      bytes('%PDF-1.4\n5 0 obj<</Filter/Adobe.PubSec/V 4>>endobj\ntrailer<</Encrypt 5 0 R>>'),
      'password',
    ],
    // Reading took no step ahead at what was nested too deep, and so never came to an end.
    ...['<<', '[', '/A<<', '<</A[', '[<<'].map((open): [string, Uint8Array, string] => [
      `a PDF whose encryption is nested too deep: ${open}`,
      bytes(`%PDF-1.4\ntrailer<</Encrypt <<${open.repeat(2000)}`),
      'password',
    ]),
    [
      'a PDF whose number is nested too deep',
      bytes(`%PDF-1.4\ntrailer<</Encrypt 5 0 R/ID ${'['.repeat(2000)}`),
      'password',
    ],
    [
      'a PDF whose encryption cannot be read',
      bytes('%PDF-1.4\ntrailer<</Root 1 0 R/Encrypt 9 0 R>>'),
      'password',
    ],
  ];
  it.each(cases)('%s', async (_what, content, expected) => {
    expect(await said(content)).toBe(expected);
  });

  it.each(['rc4-40', 'rc4-128', 'aes-128', 'aes-256', 'aes-256-r5'])(
    'not one that only forbids printing: %s',
    async (name) => expect(await said(officeFile(`${name}-open.pdf`))).toBe('pdf'),
  );
});

describe('macros are refused, also hidden ones', () => {
  const vba = withStreams('word-97.doc', { '/Macros/VBA/dir': 'x' });
  const override = (name: string, kind: string) => ({
    types: `<Override PartName="/${name}" ContentType="application/vnd.ms-office.${kind}"/>`,
  });
  const rels = (target: string, kind: string, mode = '') =>
    `<Relationships><Relationship Id="a" Type="http://schemas.example/${kind}" Target="${target}"${mode}/></Relationships>`;
  const hex = (content: Uint8Array) => Buffer.from(content).toString('hex');
  const cases: [what: string, content: Uint8Array, said: string][] = [
    ['a docm by its kind', ooxml('docm'), 'macros docx'],
    ['a dotm by its kind', ooxml('dotm'), 'macros docx'],
    ['an xlsm by its kind', ooxml('xlsm'), 'macros xlsx'],
    [
      'a docx with a project in it',
      ooxml('docx', [{ name: 'word/vbaProject.bin', content: 'x' }]),
      'macros docx',
    ],
    [
      'an xlsx whose project is called an image',
      ooxml(
        'xlsx',
        [{ name: 'xl/media/image1.png', content: 'x' }],
        override('xl/media/image1.png', 'vbaProject'),
      ),
      'macros xlsx',
    ],
    [
      'the same, declared in UTF-16',
      ooxml('docx', [{ name: 'a.png', content: 'x' }], {
        ...override('a.png', 'vbaProject'),
        encoding: 'utf16le',
      }),
      'macros docx',
    ],
    [
      'the same, declared in letters as numbers',
      ooxml('docx', [{ name: 'a.png', content: 'x' }], override('a.png', '&#118;ba&#x50;roject')),
      'macros docx',
    ],
    [
      'a project that only a relation names',
      ooxml('docx', [{ name: 'word/_rels/document.xml.rels', content: rels('theme.xml', 'vbaProject') }]),
      'macros docx',
    ],
    [
      'a macro sheet of Excel 4',
      ooxml('xlsx', [{ name: 'xl/macrosheets/sheet1.xml', content: '<x/>' }]),
      'macros xlsx',
    ],
    [
      'a project under a photo’s name',
      ooxml('docx', [{ name: 'word/media/image1.jpg', content: compound({ '/VBA/dir': 'x' }) }]),
      'macros docx',
    ],
    [
      'an embedded document with macros',
      ooxml('docx', [{ name: 'word/embeddings/oleObject1.bin', content: vba }]),
      'macros docx',
    ],
    [
      'an embedded workbook with macros',
      ooxml('docx', [{ name: 'word/embeddings/a.xlsx', content: ooxml('xlsm') }]),
      'macros docx',
    ],
    [
      'a template from the network',
      ooxml('docx', [
        {
          name: 'word/_rels/settings.xml.rels',
          content: rels('https://example.org/a.dotm', 'attachedTemplate', ' TargetMode="External"'),
        },
      ]),
      'macros docx',
    ],
    ['Word of before 2007', vba, 'macros docx'],
    ['Word of before 2007, cut off', vba.subarray(0, -700), 'macros docx'],
    [
      'Excel of before 2007',
      withStreams('excel-97.xls', { '/_VBA_PROJECT_CUR/VBA/dir': 'x' }),
      'macros xlsx',
    ],
    [
      'an object in Word of before 2007',
      withStreams('word-97.doc', { '/ObjectPool/_1/_VBA_PROJECT_CUR/VBA/dir': 'x' }),
      'macros docx',
    ],
    ['a very hidden macro sheet of before 2007', workbookWithSheet(1, 2), 'macros xlsx'],
    ['a module among the sheets of before 2007', workbookWithSheet(6, 0), 'macros xlsx'],
    [
      'an object in Rich Text',
      bytes(`{\\rtf1{\\object\\objemb{\\*\\objdata 0105\n${hex(vba)}}}}`),
      'macros docx',
    ],
    [
      'a template from the network in Rich Text',
      bytes('{\\rtf1{\\*\\template http://example.org/a.dotm}}'),
      'macros docx',
    ],
  ];
  it.each(cases)('%s', async (_what, content, expected) => {
    expect(await said(content)).toBe(expected);
  });

  const clean: [what: string, content: Uint8Array, said: string][] = [
    [
      'an embedded workbook',
      ooxml('docx', [{ name: 'word/embeddings/a.xlsx', content: ooxml('xlsx') }]),
      'docx',
    ],
    [
      'an embedded document of before 2007',
      ooxml('docx', [{ name: 'word/embeddings/a.bin', content: officeFile('word-97.doc') }]),
      'docx',
    ],
    [
      'a template on their own disk',
      ooxml('docx', [
        {
          name: 'word/_rels/settings.xml.rels',
          content: rels('file:///C:/Mau/cong-van.dotx', 'attachedTemplate', ' TargetMode="External"'),
        },
      ]),
      'docx',
    ],
    [
      'what macros would be, declared without any',
      ooxml('xlsx', [], {
        types: '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>',
      }),
      'xlsx',
    ],
    [
      'a summary about macros',
      ooxml('docx', [{ name: 'word/document.xml', content: '<w:t>vbaProject, macroEnabled</w:t>' }]),
      'docx',
    ],
    ['a hidden sheet of before 2007', workbookWithSheet(0, 2), 'xls'],
    ['a chart among the sheets of before 2007', workbookWithSheet(2, 0), 'xls'],
  ];
  it.each(clean)('not %s', async (_what, content, expected) => {
    expect(await said(content)).toBe(expected);
  });
});

describe("an archive is never unpacked beyond a document's size", () => {
  const endless = Array.from({ length: 3 }, (_, i) => ({
    name: `word/media/${i}.bin`,
    content: 'x',
    declares: 0xffff_0000,
  }));
  const deep = [0, 1, 2, 3, 4].reduce<Uint8Array>(
    (inside) => ooxml('docx', [{ name: 'word/embeddings/a.docx', content: inside }]),
    ooxml('docx'),
  );
  const packed = ooxml('docx', [{ name: '_rels/.rels', content: Buffer.alloc(30 * 1024 * 1024) }]);
  const manyInside = ooxml(
    'docx',
    [1, 2, 3].map((n) => ({ name: `word/embeddings/${n}.docx`, content: packed })),
  );
  const manyZeros = Buffer.alloc(70 * 1024 * 1024);
  const cases: [what: string, content: Uint8Array, said: string][] = [
    ['parts that claim to be gigabytes', ooxml('docx', endless), 'broken'],
    ['a list of kinds of 70 MB', zip([{ name: '[Content_Types].xml', content: manyZeros }]), 'broken'],
    ['relations of 70 MB', ooxml('docx', [{ name: '_rels/.rels', content: manyZeros }]), 'broken'],
    [
      'a list longer than it claims',
      zip([{ name: '[Content_Types].xml', content: manyZeros, declares: 10 }]),
      'broken',
    ],
    ['documents in documents in documents', deep, 'broken'],
    ['many small documents that unpack to gigabytes', manyInside, 'broken'],
    [
      'more parts than any document has',
      ooxml(
        'docx',
        Array.from({ length: 10_001 }, (_, i) => ({ name: `a${i}`, content: '' })),
      ),
      'broken',
    ],
    ['half an archive', ooxml('docx').subarray(0, 200), 'broken'],
  ];
  it.each(cases)('%s', async (_what, content, expected) => {
    expect(await said(content)).toBe(expected);
  });
});

it.each([
  'word-97.doc',
  'excel-97-password.xls',
  'word.docx',
  'letter.rtf',
  'aes-256-open.pdf',
  'photo.heic',
])('a damaged file always gets a verdict: %s', async (name) => {
  const whole = officeFile(name);
  const damage = fc.array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 40,
  });
  await fc.assert(
    fc.asyncProperty(damage, fc.nat({ max: whole.length }), async (bytesAt, cut) => {
      const broken = Uint8Array.from(whole);
      for (const [at, byte] of bytesAt) broken[at] = byte;
      const verdict = await inspectFile(broken.subarray(0, whole.length - (cut % 700)), name);
      expect(typeof verdict.ok).toBe('boolean');
    }),
    { numRuns: 150 },
  );
});
