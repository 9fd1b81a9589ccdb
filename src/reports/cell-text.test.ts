import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanCellText, looksLikeFormula, writeCellText } from './cell-text.ts';
import { splitLine } from './split-line.ts';
import { measureColumn } from './text-size.ts';

/** A cell's text as Excel reads it back (ECMA-376, part 1, ST_Xstring). */
const read = (stored: string) =>
  stored.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(
      ...[
        '_',
        'x',
        '0',
        '4',
        '1',
        'F',
        '_x0041_',
        '_x005F_',
        '=',
        '+',
        '-',
        '@',
        '\t',
        '\r',
        '\n',
        ' ',
        ']]>',
        '&',
      ],
      ...['\u0000', '\u001B', '\u0085', '\u00A0', '\u00AD', '\u200B', '\u202E', '\u2028', '\uFFFE', '\uFFFF'],
      ...['\uD83D', '\uDC4D', '👍🏽', '👩‍👩‍👧', 'e\u0302\u0301', 'Ằ', 'ơ', '<', '"'],
    ),
    maxLength: 60,
  }),
);

describe('the text of a cell', () => {
  test.each([
    ['a\u0000b\u001Fc\u007F', 'abc'],
    ['một\r\nhai\rba', 'một\nhai\nba'],
    ['  Xã Glar \n', 'Xã Glar'],
    ['Xã'.normalize('NFD'), 'Xã'.normalize('NFC')],
    ['nửa \uD83D', 'nửa \uFFFD'],
    ['ngược \u202Egnàl\u202C', 'ngược gnàl'],
    ['👩‍👩‍👧 một nhà', '👩‍👩‍👧 một nhà'],
    ['👨🏽‍⚕️ ❤️ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👨🏽‍⚕️ ❤️ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['chữ\u200D\uFE0F liền', 'chữ liền'],
    ['_x0041_', '_x0041_'],
    ['_x005F_x0041_', '_x005F_x0041_'],
    ['=1+1', '=1+1'],
    ["'=1+1", "'=1+1"],
    [']]>', ']]>'],
    ['hai  khoảng  trắng', 'hai  khoảng  trắng'],
  ])('%j is shown as %j', (typed, shown) => {
    expect(cleanCellText(typed)).toBe(shown);
    expect(read(writeCellText(typed))).toBe(shown);
  });

  test.each([
    ['x'.repeat(40_000), 32_767],
    [`${'x'.repeat(32_766)}👍`, 32_766],
    ['_x0041_'.repeat(4_000), 28_000],
    ['_x0041_'.repeat(5_000), 32_767],
  ])('a text of %# is cut between letters, by what Excel counts', (text, length) => {
    const stored = read(writeCellText(text));
    expect(stored).toHaveLength(length);
    expect(text.startsWith(stored)).toBe(true);
  });

  test('any text is stored as XML takes it, and read back as it is shown', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = cleanCellText(text);
        const stored = writeCellText(text);
        expect(read(stored)).toBe(shown);
        expect(cleanCellText(shown)).toBe(shown);
        expect(stored.isWellFormed()).toBe(true);
        expect(stored).not.toMatch(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/u);
        expect(stored.normalize('NFC')).toBe(stored);
      }),
    );
  });

  test('no letter is lost or added where a long text goes on in the next row', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 8 }), (texts) => {
        const text = texts.join(' ');
        const column = { points: measureColumn(12), wrapped: true };
        const pieces = splitLine([1, text], [{ points: 20, wrapped: false }, column], { size: 9 }, 40);
        const shown = pieces.map(({ values }) => read(writeCellText(String(values[1] ?? ''))));
        const letters = (of: string) => of.replace(/\s/g, '');
        expect(letters(shown.join(''))).toBe(letters(cleanCellText(text)));
        for (const one of shown) expect(one.isWellFormed()).toBe(true);
      }),
    );
  });

  test('nothing is lost of a text that is longer than a cell', () => {
    const text = Array.from({ length: 9_000 }, (_, at) => `chữ${at}`).join(' ');
    const columns = [
      { points: 20, wrapped: false },
      { points: measureColumn(40), wrapped: true },
    ];
    const pieces = splitLine([1, text], columns, { size: 9 }, 250);
    expect(pieces.map(({ values }) => values[1] ?? '').join('')).toBe(text);
  });

  test.each(['=1+1', '+84', '-5%', '@SUM(1)', '=', '-', '\t=1'])('%j would be a formula', (text) =>
    expect(looksLikeFormula(text)).toBe(true),
  );
});
