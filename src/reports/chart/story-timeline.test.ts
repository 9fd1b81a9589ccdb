import { describe, expect, it } from 'vitest';
import { parseXml, type XmlElement } from '../../../tests/support/parse-xml.ts';
import { drawTimeline, type TimelinePoint } from './story-timeline.ts';

const title = { title: 'Làng Đê Kốp', subtitle: 'GLAR-2021-003 · Xã Glar' };
const words = { today: '2021-10-14', todayWords: 'Hôm nay 14/10/2021', more: (n: number) => `và ${n} nữa` };
const point = (on: string, more: Partial<TimelinePoint> = {}): TimelinePoint => ({
  ...{ on, mark: 'done', weight: 1, part: 'Hoạt động', text: `Việc ngày ${on}`, ...more },
});

/** Every text of a picture with its place and size; throws unless it is sound XML. */
function textsOf(svg: string) {
  const all = (tree: XmlElement): XmlElement[] => [tree, ...tree.children.flatMap(all)];
  return all(parseXml(svg))
    .filter(({ name }) => name === 'text')
    .map(({ text, attributes }) => ({
      text,
      y: Number(attributes.get('y')),
      size: Number(attributes.get('font-size')),
    }));
}

describe('the timeline of an exemplar', () => {
  it('goes from the top down, with today between what was and what will be', () => {
    const points = [point('2021-08-18'), point('2021-10-14'), point('2021-12-31', { mark: 'ahead' })];
    const texts = textsOf(drawTimeline(points, title, words));
    const at = (text: string) => texts.find((one) => one.text === text)?.y ?? Number.NaN;
    expect(at('18/8/2021')).toBeLessThan(at('14/10/2021'));
    expect(at('14/10/2021')).toBeLessThan(at('Hôm nay 14/10/2021'));
    expect(at('Hôm nay 14/10/2021')).toBeLessThan(at('31/12/2021'));
  });

  it.each([1, 5, 16, 40])('of %i moments has letters that a phone can show, in one picture', (n) => {
    const points = Array.from({ length: n }, (_, i) =>
      point(`2021-09-${String((i % 28) + 1).padStart(2, '0')}`),
    );
    const svg = drawTimeline(points, title, words);
    const texts = textsOf(svg);
    const height = Number(parseXml(svg).attributes.get('height'));
    for (const { y, size } of texts) {
      expect(size).toBeGreaterThanOrEqual(25);
      expect(y).toBeLessThan(height);
    }
    expect(texts.filter(({ text }) => text.startsWith('Việc ngày'))).toHaveLength(Math.min(n, 16));
    expect(texts.some(({ text }) => text === `và ${n - 16} nữa`)).toBe(n > 16);
  });

  it.each([
    ['award', 'polygon'],
    ['noAward', 'polygon'],
    ['delegate', 'polygon'],
    ['nominee', 'polygon'],
    ['done', 'circle'],
  ] as const)('keeps what weighs most among many moments: %s', (mark, shape) => {
    const many = Array.from({ length: 60 }, (_, i) =>
      point(`2021-09-${String((i % 28) + 1).padStart(2, '0')}`),
    );
    const heavy = point('2021-09-03', { mark, weight: 3, text: 'Được khen' });
    const svg = drawTimeline([...many.slice(0, 20), heavy, ...many.slice(20)], title, words);
    expect(textsOf(svg).map(({ text }) => text)).toContain('Được khen');
    expect(svg).toContain(`<${shape} `);
  });

  it.each([
    ['nothing yet', []],
    ['only what will be', [point('2021-12-31', { mark: 'ahead' })]],
    ['a long text', [point('2021-09-01', { text: 'Tập huấn '.repeat(60) })]],
    ['signs of markup', [point('2021-09-01', { text: '<b> & "lớp"' })]],
    ['a step overdue', [point('2021-09-01', { mark: 'late' })]],
  ])('is drawn with %s', (_, points) => {
    const texts = textsOf(drawTimeline(points, title, words)).map(({ text }) => text);
    expect(texts).toContain('Hôm nay 14/10/2021');
  });
});
