import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bond, openPages } from './sheet-pages.ts';
import type { Sheet } from './workbook.ts';

interface Put {
  name: string;
  height: number;
  bond: Bond;
}

/** Puts rows on pages of 100 points, 97 used, 10 repeated; returns their names page by page. */
function layOut(rows: Put[]): string[][] {
  const laid: string[][] = [[]];
  let count = 0;
  const sheet: Sheet = {
    get next() {
      return count + 1;
    },
    block(written) {
      count += written.length;
      for (const { cells } of written) laid.at(-1)?.push(String(cells[0]?.value));
    },
    breakPage: () => laid.push([]),
    drained: async () => {},
    finish() {},
  };
  const pages = openPages(sheet, { height: 100, repeated: 10 });
  for (const [at, { name, height, bond }] of rows.entries()) {
    expect(pages.next).toBe(at + 1);
    const style = { font: { name: '', size: 1 }, alignment: { vertical: 'top' } } as const;
    pages.write({ rows: [{ cells: [{ value: name, style }], height }], merges: [] }, bond);
  }
  pages.finish();
  return laid;
}

const line = (name: string, height = 20): Put => ({ name, height, bond: 'free' });
const group = (name: string): Put => ({ name, height: 10, bond: 'withNext' });
const total = (name: string, height = 10): Put => ({ name, height, bond: 'withPrevious' });

describe('pages of a table', () => {
  test.each<[string, Put[], string[][]]>([
    ['few rows', [group('I'), line('a'), total('Σ')], [['I', 'a', 'Σ']]],
    [
      'a full page breaks between lines',
      'abcdef'.split('').map((name) => line(name)),
      [
        ['a', 'b', 'c', 'd'],
        ['e', 'f'],
      ],
    ],
    [
      'a total takes its last line along',
      [line('a'), line('b'), line('c'), line('d'), total('Σ', 20)],
      [
        ['a', 'b', 'c'],
        ['d', 'Σ'],
      ],
    ],
    [
      'two totals and a signature stay with the line before',
      [line('a'), line('b'), line('c'), total('Σ'), total('ΣΣ'), total('ký', 30)],
      [
        ['a', 'b'],
        ['c', 'Σ', 'ΣΣ', 'ký'],
      ],
    ],
    [
      'a name of a group goes to its first line',
      [line('a'), line('b'), line('c'), group('II'), group('1'), line('d')],
      [
        ['a', 'b', 'c'],
        ['II', '1', 'd'],
      ],
    ],
    [
      'a group of one line stays whole',
      [line('a'), line('b'), line('c'), group('II'), line('d'), total('Σ')],
      [
        ['a', 'b', 'c'],
        ['II', 'd', 'Σ'],
      ],
    ],
    ['rows higher than a page are left to the printer', [line('a', 250), line('b')], [['a', 'b']]],
  ])('%s', (_, rows, expected) => expect(layOut(rows)).toEqual(expected));

  test('no page begins with a total or ends with a name of a group, and none is overfull', () => {
    const row = fc.record({
      height: fc.integer({ min: 5, max: 20 }),
      bond: fc.constantFrom<Bond>('free', 'free', 'free', 'withNext', 'withPrevious'),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 80 }), (made) => {
        // A table has at most two names above a line and two totals below it.
        const rows = made
          .filter(({ bond }, at) => bond === 'free' || made[at - 1]?.bond === 'free')
          .map((one, at) => ({ ...one, name: String(at) }));
        if (rows.at(-1)?.bond === 'withNext')
          rows.push({ name: String(rows.length), height: 5, bond: 'free' });
        const pages = layOut(rows);
        expect(pages.flat()).toEqual(rows.map(({ name }) => name));
        const of = (name: string | undefined) => rows[Number(name)];
        for (const [at, page] of pages.entries()) {
          if (at > 0) expect(of(page[0])?.bond).not.toBe('withPrevious');
          expect(of(page.at(-1))?.bond === 'withNext' && page.length > 0).toBe(false);
          const high = page.reduce((sum, name) => sum + (of(name)?.height ?? 0), at > 0 ? 10 : 0);
          expect(high).toBeLessThanOrEqual(97);
        }
      }),
    );
  });
});
