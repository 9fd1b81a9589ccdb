import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../tests/documents/read-table.ts';
import { readWordParts } from '../../../tests/support/check-word.ts';
import { readWorkbookForm } from '../../../tests/support/workbook-form.ts';
import type { CellValue, Column } from '../columns.ts';
import { writeNotes } from '../notes-sheet.ts';
import { createStyle } from '../sheet-style.ts';
import { openTable } from '../table-sheet.ts';
import { type OpenBook, openBook, type SheetLayout } from '../workbook.ts';
import { openStreamedBook } from './streamed-book.ts';

const about = { title: 'Thử & <b>', author: 'Lê Thị "Thu"', made: new Date('2021-08-30T02:05:00Z') };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dien-hinh-streamed-'));
});
afterAll(() => rm(folder, { recursive: true }));

type Line = Record<'text' | 'number' | 'date' | 'mark' | 'share', CellValue>;

const column = (key: keyof Line, more: Partial<Column<Line>>): Column<Line> => ({
  ...{ key, heading: key, mark: key, width: 14, kind: 'text', total: 'none', value: (line) => line[key] },
  ...more,
});

const columns: Column<Line>[] = [
  column('number', { kind: 'number', mark: 'A', width: 6 }),
  column('text', { total: 'count', width: 25 }),
  column('date', { kind: 'date', over: 'Hai cột' }),
  column('mark', { kind: 'mark', over: 'Hai cột', total: 'sum' }),
  column('share', {
    kind: 'percent',
    formula: '{mark}/2',
    total: { formula: '{mark}/4', value: (total) => total('mark') / 4 },
  }),
];

const empty: Line = { text: null, number: null, date: null, mark: null, share: null };

/** A whole report: head, groups, lines, totals, signatures and notes. */
async function writeReport(open: OpenBook, name: string, lines: Partial<Line>[]): Promise<string> {
  const path = join(folder, name);
  await rm(path, { force: true });
  const book = await open(path, about);
  const table = openTable<Line>(book, {
    ...{ name: 'Danh sách & B', title: 'DANH SÁCH', under: ['Theo kế hoạch', 'Số liệu'], columns },
    head: {
      ...{ superior: 'UBND HUYỆN', issuer: 'PHÒNG NỘI VỤ', nation: 'CỘNG HÒA', motto: 'Độc lập' },
      number: 'Số:      /BC-PNV',
      placeAndDate: 'Đak Đoa, ngày 30 tháng 8 năm 2021',
    },
    ...{ labelColumn: 'text', frozenColumns: 2, textSize: 9, vertical: 'top', emptyText: 'Chưa có' },
    signers: {
      left: 'NGƯỜI LẬP BIỂU',
      right: 'TRƯỞNG PHÒNG\n(đã ký)',
      rightName: 'Nguyễn Văn A',
      recipients: ['UBND', 'Lưu: VT'],
    },
  });
  if (lines.length > 0) table.openGroup('I', 'Xã');
  for (const line of lines) await table.line({ ...empty, ...line });
  if (lines.length > 0) table.closeGroup('Cộng xã');
  table.finish('Tổng cộng');
  writeNotes(book, 'GHI CHÚ', [
    { label: 'Số', text: 7 },
    { label: 'Đếm', text: { formula: `COUNTIF('Danh sách & B'!B:B,"<x>")`, result: 0 } },
    { label: 'Chữ', text: { formula: `"a"&"b"`, result: 'ab' } },
  ]);
  await book.close();
  return path;
}

const texts: [what: string, text: string][] = [
  ['plain words', 'Làng không rác'],
  ['marks of XML', 'a < b && c > d "x" \'y\' ]]> <!-- -->'],
  ['a formula', '=HYPERLINK("http://a","b")'],
  ['a plus, a minus, an at sign', '+84 905 123 456'],
  ['an escaped letter', '_x0041_ và _x005F_'],
  ['line breaks and tabs', 'một\r\nhai\rba\tbốn'],
  ['control characters', 'a\u0000b\u0007c\u001Fd\uFFFEe'],
  ['emoji and marks of direction', '👍🏽 \u202Eabc\u202C \u200F'],
  ['half a surrogate', 'a\uD83Db'],
  ['letters in parts', 'Ðiê\u0309n hi\u0300nh'],
  ['nothing but blanks', ' \n\t '],
  ['4,000 letters', 'Vận động nhân dân hiến đất. '.repeat(143)],
];

describe('the two writers write the same', () => {
  const cases: [what: string, lines: Partial<Line>[]][] = [
    ['without lines', []],
    ...texts.map(([what, text]): [string, Partial<Line>[]] => [what, [{ text, number: 1 }]]),
    ['days', ['1900-03-01', '1999-12-31', '2021-08-05', '2024-02-29'].map((date) => ({ date }))],
    ['numbers', [0, -1, 1.5, 1e-7, 123456789.123, 1e21].map((number) => ({ number }))],
    ['marks with their totals', [{ mark: 1, share: 0.5 }, { mark: 0 }, {}]],
    ['many lines', Array.from({ length: 1200 }, (_, number) => ({ number, text: `Dòng ${number}` }))],
  ];
  test.each(cases)('%s', async (_what, lines) => {
    const path = await writeReport(openStreamedBook, 'streamed.xlsx', lines);
    const other = await writeReport(openBook, 'exceljs.xlsx', lines);
    const form = await readWorkbookForm(path);
    expect(form).toEqual(await readWorkbookForm(other));
  });
});

test('every part is named, and no other is there', async () => {
  const path = await writeReport(openStreamedBook, 'parts.xlsx', [{ text: 'a' }]);
  const parts = await readWordParts(await readFile(path));
  const types = parts.get('[Content_Types].xml') ?? '';
  const named = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name);
  const others = ['[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels'];
  expect([...named, ...others].sort()).toEqual([...parts.keys()].sort());
});

const layout: SheetLayout = {
  name: 'Thử',
  paper: 'a4',
  orientation: 'portrait',
  columnWidths: [20, 20],
};
const plain = createStyle({ size: 11 });
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ cells: [{ value: index, style: plain }], height: 15 }));

test('every row arrives after any number of drains', async () => {
  const path = join(folder, 'drained.xlsx');
  const book = openStreamedBook(path, about);
  const sheet = book.sheet(layout);
  for (let block = 0; block < 20; block++) {
    sheet.block(rows(100));
    await sheet.drained();
  }
  sheet.finish({});
  await book.close();
  expect((await readWorkbook(path)).worksheets[0]?.rowCount).toBe(2000);
});

test('a file that cannot be written is an error at any time, never an endless wait', async () => {
  const book = openStreamedBook(join(folder, 'no-such-folder', 'a.xlsx'), about);
  const sheet = book.sheet(layout);
  const writing = async () => {
    for (;;) {
      sheet.block(rows(1000));
      await sheet.drained();
    }
  };
  await expect(writing()).rejects.toThrow(/ENOENT/);
  await expect(book.close()).rejects.toThrow(/ENOENT/);
  await book.abandon();
});

test('abandoned halfway, nothing is left', async () => {
  const own = await mkdtemp(join(tmpdir(), 'dien-hinh-streamed-'));
  const book = openStreamedBook(join(own, 'a.xlsx'), about);
  const sheet = book.sheet(layout);
  sheet.block(rows(5000));
  await sheet.drained();
  await book.abandon();
  expect(await readdir(own)).toEqual([]);
  await rm(own, { recursive: true });
});

test('a sheet holds no more rows than Excel does', async () => {
  const book = openStreamedBook(join(folder, 'full.xlsx'), about);
  const sheet = book.sheet(layout);
  const tooMany = { length: 1_048_577 };
  expect(() => sheet.block(Array.from(tooMany, () => ({ cells: [], height: 15 })))).toThrow(/full/);
  await book.abandon();
});
