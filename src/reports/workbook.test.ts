import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWorkbook } from '../../tests/documents/read-table.ts';
import { createStyle } from './sheet-style.ts';
import { openBook, type SheetLayout } from './workbook.ts';

const about = { title: 'Thử', author: 'Lê Thị Thu', made: new Date('2021-08-30T02:05:00Z') };
const layout: SheetLayout = {
  name: 'Thử',
  paper: 'a4',
  orientation: 'portrait',
  columnWidths: [20, 20],
};
const plain = createStyle({ size: 11 });
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ cells: [{ value: index, style: plain }], height: 15 }));

test('every row arrives after any number of drains, and the properties are right', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dien-hinh-workbook-'));
  const path = join(folder, 'a.xlsx');
  const book = await openBook(path, about);
  const sheet = book.sheet(layout);
  for (let block = 0; block < 20; block++) {
    sheet.block(rows(100));
    await sheet.drained();
  }
  sheet.finish({});
  await book.close();
  const read = await readWorkbook(path);
  expect(read.worksheets[0]?.rowCount).toBe(2000);
  expect([read.creator, read.created]).toEqual([about.author, about.made]);
  await rm(folder, { recursive: true });
});

test('a file that cannot be written is an error at any time, never an endless wait', async () => {
  const book = await openBook(join(tmpdir(), 'no-such-folder', 'a.xlsx'), about);
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
  const folder = await mkdtemp(join(tmpdir(), 'dien-hinh-workbook-'));
  const book = await openBook(join(folder, 'a.xlsx'), about);
  const sheet = book.sheet(layout);
  sheet.block(rows(5000));
  await sheet.drained();
  await book.abandon();
  expect(await readdir(folder)).toEqual([]);
  await rm(folder, { recursive: true });
});

test('a sheet holds no more rows than Excel does', async () => {
  const book = await openBook(join(tmpdir(), 'no-such-folder', 'b.xlsx'), about);
  const sheet = book.sheet(layout);
  const tooMany = { length: 1_048_577 };
  expect(() => sheet.block(Array.from(tooMany, () => ({ cells: [], height: 15 })))).toThrow(/full/);
});
