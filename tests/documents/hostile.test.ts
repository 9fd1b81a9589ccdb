import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emojis } from '../../src/text/signs.ts';
import type { ChatPerson } from '../support/chat.ts';
import { listWordFaults } from '../support/check-word.ts';
import { listWorkbookFaults } from '../support/check-workbook.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { registers } from '../support/registers.ts';
import { convert, words } from './office.ts';
import { readPrinted } from './printed-table.ts';
import { readTable } from './read-table.ts';

/** What a hostile or careless person types, and what every screen and page then shows. */
const typed: [what: string, text: string, shown: string][] = [
  ['a formula', '=HYPERLINK("http://x.vn","Làng sạch")', '=HYPERLINK("http://x.vn","Làng sạch")'],
  ['a call of a program', "=cmd|' /C calc'!A0 làng", "=cmd|' /C calc'!A0 làng"],
  ['a plus', '+84 làng văn hóa', '+84 làng văn hóa'],
  ['a minus', '-5% hộ nghèo mỗi năm', '-5% hộ nghèo mỗi năm'],
  ['an at sign', '@SUM(1+1) tổ tự quản', '@SUM(1+1) tổ tự quản'],
  ['a tab and a formula', '\t=1+1 thụt đầu dòng', '=1+1 thụt đầu dòng'],
  ['a quote and a formula', "'=1+1 nháy đơn", "'=1+1 nháy đơn"],
  ['errors of a sheet in two lines', '#REF! dòng một\r\n#N/A dòng hai', '#REF! dòng một #N/A dòng hai'],
  [
    'marks of direction and joiners',
    'Làng \u202Eôrđ\u202C ngược \u200Fch\u200Dữ\uFE0F',
    'Làng ôrđ ngược chữ',
  ],
  ['letters in parts', 'Làng Đê Kốp giữ bản sắc'.normalize('NFD'), 'Làng Đê Kốp giữ bản sắc'],
  ['escapes of Excel', '_x0041_ và _x005F_ và _x000D_', '_x0041_ và _x005F_ và _x000D_'],
  ['the end of CDATA', 'A ]]> <![CDATA[ &amp; <b>', 'A ]]> <![CDATA[ &amp; <b>'],
  ['pictures', 'Tổ ấm 👨‍👩‍👧 và 👨🏽‍⚕️ 👍🏽 ❤️ cùng 🇻🇳', 'Tổ ấm 👨‍👩‍👧 và 👨🏽‍⚕️ 👍🏽 ❤️ cùng 🇻🇳'],
  ['control characters', 'Tổ đi\u0000ều\u0007 kh\u001Biển số 4', 'Tổ điều khiển số 4'],
  ['a very long word', 'Krông'.repeat(38), 'Krông'.repeat(38)],
];

let folder = '';
let house: TestHouse;
let liaison: ChatPerson;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dien-hinh-hostile-'));
  house = await testHouse({ channel: 'web' });
  liaison = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
  for (const [, text] of typed)
    await registers(liaison, {
      name: text,
      answers: {
        place: { says: [text] },
        summary: {
          says: [`${text}\nLàng có 125 hộ, năm 2020 giảm 12 hộ nghèo, không tái nghèo.`],
          presses: ['Xong'],
        },
      },
    });
  await house.settled();
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

const squeezed = (text: string) => text.normalize('NFC').replace(/\s/g, '');

describe('hostile texts', () => {
  test('are kept to the letter, without invisible signs', async () => {
    const kept = await house.app.house.db.prisma.exemplar.findMany({ orderBy: { id: 'asc' } });
    expect(kept.map(({ name }) => name)).toEqual(typed.map(([, , shown]) => shown));
    expect(kept.map(({ place }) => place)).toEqual(typed.map(([, , shown]) => shown));
  });

  test('stand in the cells of the list, are texts there, and are printed', async () => {
    const path = join(folder, 'danh-sach.xlsx');
    const officer = await house.joined('Lê Thị Thu', 'officer');
    await officer.says('/baocao danhsach 2021');
    const { bytes } = await officer.receivesFile('Bao-cao-danh-sach-2021.xlsx');
    await writeFile(path, bytes);
    expect(await listWorkbookFaults(bytes)).toEqual([]);
    // As LibreOffice reads it.
    const { lines, sheet } = await readTable(await convert(path, 'xlsx'));
    expect(lines.map((line) => line[2])).toEqual(typed.map(([, , shown]) => shown));
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula) expect(cell.formula).toMatch(/^SUBTOTAL\(/);
      }),
    );
    const all = await words(await convert(path, 'pdf'));
    const printed = readPrinted(all, sheet);
    // The machine's fonts have no pictures: what stands for them is not compared.
    const legible = (text: string) =>
      squeezed(text.replace(emojis, '')).replace(/[^\p{L}\p{N}\p{P}\p{S}]/gu, '');
    for (const [at] of lines.entries())
      expect(legible(printed.columns[2] ?? '')).toContain(legible(typed[at]?.[2] ?? ''));
  });

  test('stand in the list to sign, as Word', async () => {
    await liaison.says('/baocao dangky 2021');
    const { bytes } = await liaison.receivesFile(/\.docx$/);
    expect(await listWordFaults(bytes)).toEqual([]);
    const path = join(folder, 'dang-ky.docx');
    await writeFile(path, bytes);
    const text = squeezed(await readFile(await convert(path, 'txt'), 'utf8'));
    for (const [, , shown] of typed) expect(text).toContain(squeezed(shown));
  });
});
