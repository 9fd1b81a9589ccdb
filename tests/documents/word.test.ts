import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  Closing,
  DocumentPart,
  DocumentRow,
  OfficialDocument,
} from '../../src/reports/document/document.ts';
import { writeDocument } from '../../src/reports/document/write-document.ts';
import { convert, pages, pageText, type Word, words } from './office.ts';

const pointsPerMillimetre = 72 / 25.4;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dien-hinh-word-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Writes a document and lets LibreOffice lay it out. */
async function print(sections: OfficialDocument['sections']): Promise<string> {
  const path = join(folder, 'van-ban.docx');
  const made = new Date('2022-02-05T02:05:00Z');
  await writeFile(path, await writeDocument({ title: 'Báo cáo', author: 'Lê Thị Thu', made, sections }));
  return await convert(path, 'pdf');
}

const head: DocumentPart = {
  part: 'head',
  superior: 'Ủy ban nhân dân huyện Đak Đoa',
  issuer: 'Phòng Nội vụ',
  number: 'Số:        /BC-PNV',
  placeAndDate: 'Đak Đoa, ngày 05 tháng 02 năm 2022',
};
const closing: Closing = {
  part: 'closing',
  left: { recipients: ['UBND huyện (b/c)', 'Lưu: VT, NV'] },
  right: { title: 'Trưởng phòng', note: '(Ký, họ tên, đóng dấu)', name: 'Nguyễn Văn An' },
};
const sentence = 'Vận động 45 hộ hiến 1.200 m² đất làm đường liên thôn, kinh phí 350 triệu đồng.';

const tableOf = (rows: DocumentRow[]): DocumentPart => ({
  part: 'table',
  emptyText: 'Chưa có điển hình nào.',
  columns: [
    { heading: 'TT', mark: 'A', share: 1, align: 'center' },
    { heading: 'Họ tên, tên tập thể', mark: 'B', share: 4, align: 'left' },
    { heading: 'Tóm tắt thành tích', mark: '1', share: 8, align: 'left' },
  ],
  rows,
});

/** The first of these words in print. */
function wordOf(all: Word[], text: string): Word {
  const found = all.find((word) => word.text === text);
  if (!found) throw new Error(`${text} is not printed`);
  return found;
}

test('a report of several pages keeps to its form', async () => {
  const paragraphs = Array.from(
    { length: 24 },
    (_, index): DocumentPart => ({
      part: 'text',
      text: `Đoạn${index + 1} ${`${sentence} `.repeat(3)}`,
    }),
  );
  const pdf = await print([
    {
      orientation: 'portrait',
      parts: [head, { part: 'title', name: 'Báo cáo', subject: 'Kết quả năm 2021' }, ...paragraphs, closing],
    },
  ]);
  const { count, width, height } = await pages(pdf);
  expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
  expect(count).toBeGreaterThan(2);
  const all = await words(pdf);
  for (const { text, left, right, bottom } of all) {
    expect(left, text).toBeGreaterThanOrEqual(29.9 * pointsPerMillimetre);
    expect(right, text).toBeLessThanOrEqual(width - 14.9 * pointsPerMillimetre);
    expect(bottom, text).toBeLessThanOrEqual(height - 19 * pointsPerMillimetre);
  }
  const first = await pageText(pdf, 1);
  expect(first.split('\n')[0]).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  expect(first).toContain('Đak Đoa, ngày 05 tháng 02 năm 2022');
  // One line each: the head is not broken where it need not be.
  expect(wordOf(all, 'CỘNG').top).toBeCloseTo(wordOf(all, 'NAM').top, 0);
  for (let page = 2; page <= count; page++) {
    const number = all.find((word) => word.page === page);
    expect(number?.text).toBe(String(page));
    expect(((number?.left ?? 0) + (number?.right ?? 0)) / 2).toBeCloseTo(
      (30 + (210 - 45) / 2) * pointsPerMillimetre,
      -1,
    );
  }
  const order = all.flatMap(({ text }) => (/^Đoạn\d+$/.test(text) ? [text] : []));
  expect(order).toEqual(Array.from({ length: 24 }, (_, index) => `Đoạn${index + 1}`));
  const signed = wordOf(all, 'TRƯỞNG').page;
  expect(all.some(({ page, text }) => page === signed && text.startsWith('Đoạn'))).toBe(true);
  expect(wordOf(all, 'An').page).toBe(signed);
});

describe.each(['portrait', 'landscape'] as const)('a table in %s', (orientation) => {
  test('repeats its headings on each page and breaks no row', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, index): DocumentRow => ({
        row: 'line',
        cells: [
          String(index + 1),
          `Đầu${index + 1} Mô hình tổ liên gia tự quản`,
          `${`${sentence} `.repeat(1 + (index % 4))}Cuối${index + 1}`,
        ],
      }),
    );
    const pdf = await print([{ orientation, parts: [head, tableOf(rows), closing] }]);
    const { count } = await pages(pdf);
    expect(count).toBeGreaterThan(2);
    const all = await words(pdf);
    for (let page = 1; page < count; page++) expect(await pageText(pdf, page)).toMatch(/^\s*A\s+B\s+1\s*$/m);
    for (let row = 1; row <= rows.length; row++)
      expect(wordOf(all, `Đầu${row}`).page, `row ${row}`).toBe(wordOf(all, `Cuối${row}`).page);
  });

  test('takes its last line along to the page of the signature', async () => {
    const counts = Array.from({ length: 40 }, (_, index) => index + 3);
    // Rows of one to six sentences: LibreOffice places those in other ways than rows of one line.
    const line = (count: number, index: number): DocumentRow => ({
      row: 'line',
      cells: [
        String(index + 1),
        index === count - 1 ? `Cuối${count}` : 'Mô hình\nMã số',
        `${sentence} `.repeat(1 + ((index * 7 + count * 5) % 6)),
      ],
    });
    const pdf = await print(
      counts.map((count) => ({
        orientation,
        parts: [
          tableOf(Array.from({ length: count }, (_, index) => line(count, index))),
          { ...closing, right: { ...closing.right, name: `Ký${count}` } },
        ],
      })),
    );
    const all = await words(pdf);
    for (const count of counts)
      expect(wordOf(all, `Ký${count}`).page, `${count} lines`).toBe(wordOf(all, `Cuối${count}`).page);
  });

  test('cuts nothing of a text that is longer than a page', async () => {
    const long = Array.from({ length: 3000 }, (_, index) => `chữ${index}`);
    const cells = ['1', `${'W'.repeat(500)}`, long.join(' ')];
    const pdf = await print([{ orientation, parts: [tableOf([{ row: 'line', cells }]), closing] }]);
    const printed = (await words(pdf)).map(({ text }) => text);
    expect(printed.filter((text) => /^chữ\d+$/.test(text)).length).toBe(long.length);
    expect(printed.filter((text) => /^W+$/.test(text)).join('')).toHaveLength(500);
    expect(printed).toContain('TRƯỞNG');
  });
});

test('codes stand on one line, in columns of any width', async () => {
  const codes = [
    ['GLAR-2021-001', 14],
    ['XKONGANG-2026-002', 14],
    ['PTHONGNHAT-2026-123', 14],
    ['TTGDNNGDTXHD-2025-1042', 18],
    ['XDAKSOMEI-2026-007', 24],
  ] as const;
  const pdf = await print(
    codes.map(([code, share]) => ({
      orientation: 'landscape',
      parts: [
        {
          part: 'table',
          emptyText: '',
          columns: [
            { heading: 'TT', mark: 'A', share: 8, align: 'center' },
            { heading: 'Họ tên', mark: 'B', share, align: 'left' },
            { heading: 'Tóm tắt', mark: '1', share: 90, align: 'left' },
          ],
          rows: [{ row: 'line', cells: ['1', `Nay Djruêng\n${code}`, sentence] }],
        },
      ],
    })),
  );
  const printed = (await words(pdf)).map(({ text }) => text);
  for (const [code] of codes) expect(printed).toContain(code);
});

test('no page is empty, wherever the table of an appendix ends', async () => {
  const counts = Array.from({ length: 24 }, (_, index) => index + 8);
  const pdf = await print(
    counts.map((count) => ({
      orientation: 'landscape',
      parts: [
        { part: 'title', name: 'Phụ lục', subject: 'Kết quả' },
        tableOf(
          Array.from(
            { length: count },
            (_, index): DocumentRow => ({
              row: 'line',
              cells: [String(index + 1), `Dòng${index + 1}`, 'x'],
            }),
          ),
        ),
      ],
    })),
  );
  const { count } = await pages(pdf);
  const all = await words(pdf);
  for (let page = 1; page <= count; page++)
    expect(all.filter((word) => word.page === page && word.text !== String(page)).length).toBeGreaterThan(0);
});

test('rows that belong together stand on one page', async () => {
  const pdf = await print([
    {
      orientation: 'portrait',
      parts: [
        tableOf(
          Array.from(
            { length: 90 },
            (_, index): DocumentRow => ({
              ...{ row: 'line', withNext: index % 3 < 2 },
              cells: [index % 3 === 0 ? `TT${index / 3}` : '', `Việc${index}`, sentence],
            }),
          ),
        ),
      ],
    },
  ]);
  const all = await words(pdf);
  for (let index = 0; index < 90; index++)
    expect(wordOf(all, `Việc${index}`).page).toBe(wordOf(all, `TT${Math.floor(index / 3)}`).page);
});

test('the name of a body of two lines leaves no word alone', async () => {
  const issuers = [
    ['Ủy ban nhân dân Xã Băng Gang', 'XÃ', 'GANG'],
    ['Ủy ban nhân dân Phường Thống Nhất', 'PHƯỜNG', 'NHẤT'],
    ['Ủy ban nhân dân thị trấn Đak Đoa', 'THỊ', 'ĐOA'],
    ['Ủy ban nhân dân xã Đak Sơmei', 'XÃ', 'SƠMEI'],
    ['Ủy ban nhân dân phường Diên Hồng', 'PHƯỜNG', 'HỒNG'],
  ] as const;
  const pdf = await print(
    issuers.map(([issuer]) => ({ orientation: 'portrait', parts: [{ ...head, superior: '', issuer }] })),
  );
  const all = await words(pdf);
  for (const [index, [issuer, before, last]] of issuers.entries()) {
    const page = all.filter((word) => word.page === index + 1);
    expect(wordOf(page, before).top, issuer).toBeCloseTo(wordOf(page, last).top, 0);
    expect(wordOf(page, before).top, issuer).toBeGreaterThan(wordOf(page, 'ỦY').top + 5);
  }
});

test('an empty table prints its sentence and the signature on one page', async () => {
  const pdf = await print([{ orientation: 'landscape', parts: [head, tableOf([]), closing] }]);
  expect((await pages(pdf)).count).toBe(1);
  const text = await pageText(pdf, 1);
  expect(text).toContain('Chưa có điển hình nào.');
  expect(text).toContain('TRƯỞNG PHÒNG');
});
