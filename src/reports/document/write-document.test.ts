import { describe, expect, it } from 'vitest';
import { listWordFaults, readWordParts } from '../../../tests/support/check-word.ts';
import { parseXml, type XmlElement } from '../../../tests/support/parse-xml.ts';
import { findElements, listWordLines } from '../../../tests/support/read-word.ts';
import type { DocumentPart, OfficialDocument } from './document.ts';
import { writeDocument } from './write-document.ts';

const made = new Date('2022-02-05T02:05:00Z');
const documentOf = (...parts: DocumentPart[]): OfficialDocument => ({
  title: 'Báo cáo',
  author: 'Lê Thị Thu',
  made,
  sections: [{ orientation: 'portrait', parts }],
});

const head: DocumentPart = {
  part: 'head',
  superior: 'Ủy ban nhân dân huyện Đak Đoa',
  issuer: 'Phòng Nội vụ',
  number: 'Số:        /BC-PNV',
  placeAndDate: 'Đak Đoa, ngày 05 tháng 02 năm 2022',
};

const table = (cells: string[][]): DocumentPart => ({
  part: 'table',
  emptyText: 'Chưa có điển hình nào.',
  columns: [
    { heading: 'TT', mark: 'A', share: 1, align: 'center' },
    { heading: 'Họ tên', over: 'Điển hình', mark: 'B', share: 3, align: 'left' },
    { heading: 'Năm sinh', over: 'Điển hình', mark: '1', share: 1, align: 'center' },
    { heading: 'Thành tích', mark: '2', share: 5, align: 'left' },
  ],
  rows: cells.map((each) => ({ row: 'line', cells: each })),
});

const everything: DocumentPart[] = [
  head,
  { part: 'title', name: 'Báo cáo', subject: 'Kết quả năm 2021', notes: ['(Kèm theo Công văn)'] },
  { part: 'grounds', lines: ['Căn cứ Kế hoạch số 101/KH-UBND;'] },
  { part: 'addressees', bodies: ['Công an huyện', 'Các xã'] },
  { part: 'heading', level: 1, text: 'I. KẾT QUẢ' },
  { part: 'heading', level: 3, text: 'a) Bồi dưỡng' },
  { part: 'text', text: 'Một.\nHai.' },
  { part: 'room', lines: 2 },
  table([['1', 'Tập thể', '', 'Hiến đất']]),
  {
    part: 'closing',
    left: { recipients: ['UBND huyện (b/c)', 'Lưu: VT, NV.'] },
    right: { authority: ['TM. Ủy ban nhân dân'], title: 'Chủ tịch', name: 'Nguyễn Văn An' },
  },
];

/** The body's XML, its paragraphs' texts in order, and its tree. */
async function write(document: OfficialDocument) {
  const bytes = await writeDocument(document);
  const parts = await readWordParts(bytes);
  const xml = parts.get('word/document.xml') ?? '';
  const tree = parseXml(xml);
  return { bytes, parts, xml, tree, texts: listWordLines(tree).filter((text) => text !== '') };
}

/** Tells whether the element holds this setting, switched on. */
function isOn(tree: XmlElement | undefined, name: string): boolean {
  const [setting] = tree ? findElements(tree, name) : [];
  return setting !== undefined && !['off', 'false', '0'].includes(setting.attributes.get('w:val') ?? '');
}

describe('an official document', () => {
  it('holds every part in order, and nothing that Word would repair', async () => {
    const { bytes, texts } = await write(documentOf(...everything));
    expect(await listWordFaults(bytes)).toEqual([]);
    expect(texts).toEqual([
      'ỦY BAN NHÂN DÂN HUYỆN ĐAK ĐOA',
      'PHÒNG NỘI VỤ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số:        /BC-PNV',
      'Đak Đoa, ngày 05 tháng 02 năm 2022',
      'BÁO CÁO',
      'Kết quả năm 2021',
      '(Kèm theo Công văn)',
      'Căn cứ Kế hoạch số 101/KH-UBND;',
      'Kính gửi:',
      '- Công an huyện;',
      '- Các xã.',
      'I. KẾT QUẢ',
      'a) Bồi dưỡng',
      'Một.',
      'Hai.',
      ...['TT', 'Điển hình', 'Thành tích', 'Họ tên', 'Năm sinh', 'A', 'B', '1', '2'],
      ...['1', 'Tập thể', 'Hiến đất'],
      'Nơi nhận:',
      '- UBND huyện (b/c);',
      '- Lưu: VT, NV.',
      'TM. ỦY BAN NHÂN DÂN',
      'CHỦ TỊCH',
      'Nguyễn Văn An',
    ]);
  });

  it('says who made it, and when by the clock of the program', async () => {
    const core = (await write(documentOf(head))).parts.get('docProps/core.xml');
    expect(core).toContain('<dc:creator>Lê Thị Thu</dc:creator>');
    expect(core?.match(/2022-02-05T02:05:00Z/g)).toHaveLength(2);
  });

  it('is A4 with the margins of the decree, and turns for wide tables', async () => {
    const { tree } = await write({
      ...documentOf(head),
      sections: [
        { orientation: 'portrait', parts: [head] },
        { orientation: 'landscape', parts: [table([])] },
      ],
    });
    const sizes = findElements(tree, 'w:pgSz').map(({ attributes }) => [
      Number(attributes.get('w:w')),
      Number(attributes.get('w:h')),
    ]);
    expect(sizes).toEqual([
      [11906, 16838],
      [16838, 11906],
    ]);
    const [margins] = findElements(tree, 'w:pgMar');
    const millimetres = ['top', 'bottom', 'left', 'right'].map((side) =>
      Math.round((Number(margins?.attributes.get(`w:${side}`)) / 1440) * 25.4),
    );
    expect(millimetres).toEqual([20, 20, 30, 15]);
  });

  it('numbers its pages above the text, except the first', async () => {
    const { parts, tree } = await write({
      ...documentOf(head),
      sections: [
        { orientation: 'portrait', parts: [head] },
        { orientation: 'landscape', parts: [head] },
      ],
    });
    const [first, second] = findElements(tree, 'w:sectPr');
    expect([first, second].map((section) => isOn(section, 'w:titlePg'))).toEqual([true, false]);
    const numbered = [...parts].filter(([name, xml]) => name.includes('header') && xml.includes('PAGE'));
    expect(numbered).toHaveLength(2);
    expect(numbered[0]?.[1]).toContain('<w:jc w:val="center"/>');
  });

  it('repeats the headings of a table and keeps its rows whole', async () => {
    const { tree } = await write(documentOf(table([['1', 'A', '1980', 'Ngắn']])));
    const rows = findElements(tree, 'w:tr');
    expect(rows.map((row) => [isOn(row, 'w:tblHeader'), isOn(row, 'w:cantSplit')])).toEqual([
      [true, true],
      [true, true],
      [true, true],
      [false, true],
    ]);
  });

  it('lets a row break that is higher than a page', async () => {
    const { tree } = await write(documentOf(table([['1', 'A', '1980', 'Dài '.repeat(3000)]])));
    expect(isOn(findElements(tree, 'w:tr').at(-1), 'w:cantSplit')).toBe(false);
  });

  it('says in a table without rows that there are none', async () => {
    const { bytes, texts } = await write(documentOf(table([])));
    expect(texts.at(-1)).toBe('Chưa có điển hình nào.');
    expect(await listWordFaults(bytes)).toEqual([]);
  });

  it.each([
    ['control characters', 'a\u0000b\u0007c\u001Fd\u007Fe\u0085f', 'abcde', 'f'],
    ['accents typed apart', 'Tie\u0302\u0301ng Vie\u0323\u0302t', 'Tiếng Việt'],
    ['half a surrogate pair', 'a\uD83Db\uDC4Dc', 'a\uFFFDb\uFFFDc'],
    ['marks of direction', '\u202Egnud\u202C \u2067abc\u2069\u200F', 'gnud abc'],
    ['an escape of Excel', '_x0041_ =1+1', '_x0041_ =1+1'],
    ['markup', '<w:p>&amp;</w:p> ]]>', '<w:p>&amp;</w:p> ]]>'],
    ['pictures of several signs', '👩‍👩‍👧 👍🏽 👨🏽‍⚕️ 🏳️‍🌈', '👩‍👩‍👧 👍🏽 👨🏽‍⚕️ 🏳️‍🌈'],
    ['joiners that hide', 'a\u200Db 👩\u200D', 'ab 👩'],
    ['32,767 letters', 'ế'.repeat(32_767), 'ế'.repeat(32_767)],
    ['line ends of all systems', 'a\r\nb\rc\u2028d', 'a', 'b', 'c', 'd'],
    ['codes beyond Unicode’s letters', 'a\uFFFEb\uFFFF\uFEFFc', 'abc'],
  ])('shows a text with %s as it is meant', async (_, typed, ...shown) => {
    const { bytes, texts } = await write(
      documentOf(table([['1', typed, '', '']]), { part: 'text', text: typed }),
    );
    expect(await listWordFaults(bytes)).toEqual([]);
    expect(texts.slice(10, 10 + shown.length)).toEqual(shown);
    expect(texts.slice(10 + shown.length)).toEqual(shown);
  });
});

describe('the check of documents', () => {
  it.each([
    ['text that is not escaped', '<a>&b</a>'],
    ['an end without a beginning', '<a></b></a>'],
    ['a control character', '<a>\u0001</a>'],
    ['two elements', '<a/><b/>'],
    ['an element that stays open', '<a><b></a>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
  ])('refuses %s', (_, xml) => {
    expect(() => parseXml(xml)).toThrow();
  });
});
