import { describe, expect, test } from 'vitest';
import { parseXml, type XmlElement } from '../../../tests/support/parse-xml.ts';
import type { BarGroup, UnitBar } from './chart-data.ts';
import { drawUnitBars, findShared, splitBars } from './unit-bars.ts';

const bar = (kind: string, n: number): UnitBar => ({
  unit: `${kind} ${n}`,
  quota: { min: 10, max: 15, expected: null },
  approved: n % 12,
  waiting: n % 3,
});
const groupsOf = (...sizes: number[]): BarGroup[] =>
  sizes.map((size, i) => ({
    kind: `Nhóm ${i}`,
    bars: Array.from({ length: size }, (_, n) => bar(`N${i}`, n)),
  }));
const title = { title: 'Đăng ký so với chỉ tiêu, các đơn vị của huyện', subtitle: 'x '.repeat(80) };
const words = (key: string, args: Record<string, string | number> = {}) =>
  `${key} ${Object.values(args).join('/')}`;
const heightOf = (svg: string) => Number(parseXml(svg).attributes.get('height'));
const textsOf = (tree: XmlElement): string[] => [tree.text, ...tree.children.flatMap(textsOf)];

describe.each([
  [[24, 8, 1, 1, 1, 1, 16, 1]],
  [[55]],
  [[1]],
  [[0, 3]],
  [[30, 30, 30, 30]],
  [[1, 1, 1, 1, 1, 1, 1, 1, 60]],
])('bars of groups of %j units on pages', (sizes) => {
  const groups = groupsOf(...sizes);
  const pages = splitBars(groups, 1640);

  test('each unit is on one page, in order, and each page fits', () => {
    const units = pages.flatMap((page) => page.flatMap(({ bars }) => bars.map(({ unit }) => unit)));
    expect(units).toEqual(groups.flatMap(({ bars }) => bars.map(({ unit }) => unit)));
    for (const page of pages) expect(heightOf(drawUnitBars(page, title, words))).toBeLessThanOrEqual(1640);
  });

  test('a group in parts says the figures of the whole group, by one scale', () => {
    const shared = findShared(groups);
    for (const page of pages) {
      const texts = textsOf(parseXml(drawUnitBars(page, title, words, shared)));
      for (const { kind } of page) {
        const whole = groups.find((group) => group.kind === kind)?.bars ?? [];
        const met = whole.filter(({ approved, waiting }) => approved + waiting >= 10).length;
        expect(texts).toContain(`chart-units-met ${met}/${whole.length}`);
      }
    }
  });
});

test.each([
  ['nothing at all', [0, 0, 0], true],
  ['something on the last page', [0, 0, 4], false],
  ['something on the first page', [1, 0, 0], false],
  ['something in a unit that is left out', [0, 0, 0, 2], false],
])('of %s each page says whether anything was submitted', (_of, approved, said) => {
  const all = approved.map((n, i) => ({
    kind: `Nhóm ${i}`,
    bars: [{ ...bar('N', i), approved: n, waiting: 0 }],
  }));
  const shown = all.slice(0, 3);
  for (const group of shown)
    expect(
      textsOf(parseXml(drawUnitBars([group], title, words, findShared(shown, all)))).some((text) =>
        text.startsWith('chart-none-yet'),
      ),
    ).toBe(said);
});

test('without a page they stay in one picture', () => {
  const groups = groupsOf(55, 40);
  expect(splitBars(groups, undefined)).toEqual([groups]);
});
