import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStyle } from '../../src/reports/sheet-style.ts';
import { openStreamedBook } from '../../src/reports/sheet-xml/streamed-book.ts';
import { openBook } from '../../src/reports/workbook.ts';
import { readWordParts } from './check-word.ts';
import { listWorkbookFaults } from './check-workbook.ts';
import { zip } from './zip.ts';

const about = { title: 'Thử & <b>', author: 'Lê Thị "Thu"', made: new Date('2021-08-30T02:05:00Z') };
const style = createStyle({ size: 11, format: '[$-42A]0.0%', boxed: 'around', shrink: true });

let folder = '';
let good: Map<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dien-hinh-check-'));
  good = await readWordParts(await write(openStreamedBook));
});
afterAll(() => rm(folder, { recursive: true }));

/** A sheet with everything that a report has. */
async function write(open: typeof openStreamedBook | typeof openBook): Promise<Uint8Array> {
  const path = join(folder, `${crypto.randomUUID()}.xlsx`);
  const book = await open(path, about);
  const sheet = book.sheet({
    ...{ name: 'Danh sách', paper: 'a3', orientation: 'landscape', columnWidths: [10, 20, 30] },
    ...{ frozen: { rows: 1, columns: 1 }, repeatedRows: { from: 1, to: 1 } },
  });
  const row = (text: string) => ({
    cells: [
      { value: text, style },
      { value: 0.5, style },
      { value: { formula: 'SUM(B1:B2)', result: 1 }, style },
    ],
    height: 15,
  });
  sheet.block([row('một'), row('=1+1')], [{ top: 0, left: 1, bottom: 1, right: 1 }]);
  sheet.breakPage();
  sheet.block([row('ba')]);
  await sheet.drained();
  sheet.finish({ filter: { from: 1, to: 3 } });
  await book.close();
  return new Uint8Array(await readFile(path));
}

test.each([
  ['our own writer', openStreamedBook],
  ['the library', openBook],
])('a workbook of %s has no fault', async (_, open) => {
  expect(await listWorkbookFaults(await write(open))).toEqual([]);
});

describe('a fault is found:', () => {
  const sheet = 'xl/worksheets/sheet1.xml';
  test.each<[string, string, RegExp | string, string, RegExp]>([
    ['an element that has no place', sheet, '<sheetData>', '<sheetInfo/><sheetData>', /sheetInfo/],
    [
      'page margins after the setup',
      sheet,
      /(<pageMargins[^>]*>)(<pageSetup[^>]*>)/,
      '$2$1',
      /worksheet> holds/,
    ],
    ['an unknown attribute', sheet, '<row r="1"', '<row r="1" high="3"', /attribute high/],
    ['a view of no workbook', sheet, ' workbookViewId="0"', '', /lacks workbookViewId/],
    ['a row twice', sheet, '<row r="2"', '<row r="1"', /row 1 after row 1/],
    ['a cell of another row', sheet, 'r="B2"', 'r="B3"', /cell B3 in row 2/],
    ['a cell twice', sheet, 'r="B2"', 'r="A2"', /cell A2 in row 2/],
    ['a look that is not there', sheet, /r="B2" s="\d+"/, 'r="B2" s="99"', /no such look/],
    ['no number', sheet, '<v>0.5</v>', '<v>NaN</v>', /number "NaN"/],
    ['a formula with its sign', sheet, '<f>SUM', '<f>=SUM', /formula "=SUM/],
    [
      'merged ranges that overlap',
      sheet,
      '</mergeCells>',
      '<mergeCell ref="A2:B2"/></mergeCells>',
      /twice|counts/,
    ],
    ['a wrong count', sheet, 'mergeCells count="1"', 'mergeCells count="2"', /counts 2 of 1/],
    ['a row too high', sheet, ' ht="15"', ' ht="500"', /500 high/],
    ['a break behind the sheet', sheet, '<brk id="2"', '<brk id="9"', /breaks out of order/],
    ['a text too long', sheet, '<v>ba</v>', `<v>${'x'.repeat(32_768)}</v>`, /32768 characters/],
    ['a mark that is not escaped', sheet, '<v>ba</v>', '<v>a & b</v>', /not escaped/],
    ['a control character', sheet, '<v>ba</v>', '<v>a\u0001</v>', /forbids/],
    ['half an element', sheet, '</sheetData>', '', /ends <sheetData>/],
    ['a font that is not there', 'xl/styles.xml', /fontId="1"/, 'fontId="7"', /fontId of/],
    ['a format that is not there', 'xl/styles.xml', /<numFmts.*<\/numFmts>/, '', /no format 164/],
    [
      'styles out of order',
      'xl/styles.xml',
      /(<fonts .*<\/fonts>)(<fills .*<\/fills>)/,
      '$2$1',
      /styleSheet> holds/,
    ],
    ['a sheet name with a colon', 'xl/workbook.xml', 'name="Danh sách"', 'name="a:b"', /named "a:b"/],
    ['a sheet without its part', 'xl/_rels/workbook.xml.rels', 'sheet1.xml', 'sheet9.xml', /is missing/],
    [
      'a part without a type',
      '[Content_Types].xml',
      /<Default Extension="xml"[^>]*>|<Override PartName="\/xl\/styles[^>]*>/g,
      '',
      /no content type/,
    ],
  ])('%s', async (_, part, from, to, fault) => {
    const xml = good.get(part) ?? '';
    const changed = xml.replace(from, to);
    expect(changed).not.toBe(xml);
    const parts = [...good].map(([name, content]) => ({ name, content: name === part ? changed : content }));
    const faults = await listWorkbookFaults(zip(parts));
    expect(faults.join('\n')).toMatch(fault);
  });
});
