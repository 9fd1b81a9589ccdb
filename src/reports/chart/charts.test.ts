import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillDistrict, plan101, type Unit } from '../../../tests/documents/sample.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { parseXml, type XmlElement } from '../../../tests/support/parse-xml.ts';
import { readPngSize } from '../../../tests/support/png-size.ts';
import { isFiltering } from '../filter/report-filter.ts';
import { drawCategoryShares } from './category-shares.ts';
import type { BarGroup, UnitBar } from './chart-data.ts';
import { charts, makeChart } from './charts.ts';
import { drawDayLines } from './day-lines.ts';
import { drawPng } from './draw-png.ts';
import { readCategoryCounts, readDaySpan, readUnitBars } from './read-chart-data.ts';
import { type ChartLine, readChartLine } from './read-line.ts';
import { sumUpBars } from './sum-up-bars.ts';
import { drawUnitBars } from './unit-bars.ts';

const title = { title: 'Đăng ký so với chỉ tiêu', subtitle: 'Năm 2021' };
const words = (key: string, args: Record<string, string | number> = {}) =>
  `${key}${Object.values(args)
    .map((value) => ` ${value}`)
    .join('')}`;
const quota = { min: 10, max: 15, expected: null };
const bar = (more: Partial<UnitBar> = {}): UnitBar => ({
  unit: 'Glar',
  quota,
  approved: 0,
  waiting: 0,
  ...more,
});
const groupOf = (...bars: UnitBar[]): BarGroup[] => [{ kind: 'Xã', bars }];

/** Every text of a picture, with its place; throws unless it is sound XML. */
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
const heightOf = (svg: string) => Number(parseXml(svg).attributes.get('height'));

describe('bars by unit', () => {
  it.each([
    ['nothing', bar(), '0/10–15'],
    ['approved and waiting together', bar({ approved: 4, waiting: 5 }), '9/10–15'],
    ['more than the maximum', bar({ approved: 17 }), '17/10–15'],
    ['no maximum', bar({ quota: { min: 1, max: null, expected: 2 }, waiting: 2 }), '2/≥1'],
    ['an exact quota', bar({ quota: { min: 5, max: 5, expected: null }, waiting: 5 }), '5/5'],
  ])('write the count against the quota: %s', (_, unit, written) => {
    expect(textsOf(drawUnitBars(groupOf(unit), title, words)).map(({ text }) => text)).toContain(written);
  });

  it('keep 55 units apart, in letters that a phone can show', () => {
    const bars = Array.from({ length: 55 }, (_, index) =>
      bar({ unit: `Đơn vị ${index}`, waiting: index % 18 }),
    );
    const svg = drawUnitBars(groupOf(...bars), title, words);
    const rows = textsOf(svg).filter(({ text }) => text.startsWith('Đơn vị'));
    expect(rows).toHaveLength(55);
    for (const [index, { y, size }] of rows.entries()) {
      expect(size).toBeGreaterThanOrEqual(25);
      if (index > 0) expect(y - (rows[index - 1]?.y ?? 0)).toBeGreaterThanOrEqual(size * 1.5);
      expect(y).toBeLessThan(heightOf(svg));
    }
    // Telegram takes pictures whose width and height add up to 10,000.
    expect(heightOf(svg) + 1080).toBeLessThan(10_000);
  });

  it.each([
    ['no unit at all', [], 'chart-no-units'],
    ['units without exemplars', groupOf(bar(), bar()), 'chart-none-yet'],
  ])('say so where there is %s', (_, groups, said) => {
    expect(textsOf(drawUnitBars(groups, title, words)).map(({ text }) => text)).toContain(said);
  });

  it.each([
    ['markup', '<b>&'],
    ['control characters', 'a\u0000b\u202Ec'],
    ['500 letters', 'x'.repeat(500)],
    ['half a surrogate pair', '\uD800'],
    ['an escape of Excel', '_x0041_'],
    ['families, cut', '👨‍👩‍👧'.repeat(60)],
  ])('draw a unit whose name holds %s', (_, unit) => {
    const svg = drawUnitBars(groupOf(bar({ unit })), { ...title, title: unit }, words);
    expect(textsOf(svg).every(({ text }) => text.length < 200)).toBe(true);
    expect(svg).not.toMatch(/\u200d(?!\p{Extended_Pictographic})/u);
  });
});

describe('lines by day', () => {
  const span = { from: '2021-08-18', to: '2021-09-01', lastDay: '2021-08-24', wanted: 265 };
  const counts = [
    { day: '2021-08-19', submitted: 3, approved: 0 },
    { day: '2021-08-25', submitted: 4, approved: 5 },
  ];

  it('add up, mark the due and what is wanted', () => {
    const texts = textsOf(drawDayLines({ ...span, counts }, title, words)).map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining(['7', '5', 'chart-due 24/8/2021', 'chart-wanted 265', '18/8/21']),
    );
  });

  it.each([
    ['without a due', { lastDay: undefined }],
    ['on one day', { to: '2021-08-18', lastDay: undefined }],
    ['over five years', { to: '2025-12-31' }],
    ['with a due outside the picture', { lastDay: '2026-01-01' }],
    ['with nothing wanted', { wanted: 0 }],
  ])('are drawn %s', (_, more) => {
    const svg = drawDayLines({ ...span, counts: [], ...more }, title, words);
    expect(svg).not.toContain('NaN');
    expect(textsOf(svg).map(({ text }) => text)).toContain('chart-none-yet');
    // The line of the due may run through the sentence: a white edge keeps it off the letters.
    expect(svg).toMatch(/<text [^>]*paint-order="stroke"[^>]*>chart-none-yet</);
  });
});

describe('shares by category', () => {
  const subjects = [
    { code: 'collective', name: 'Tập thể' },
    { code: 'individual', name: 'Cá nhân' },
  ] as const;

  it('write counts and percentages, of nothing too', () => {
    const counts = [
      { subject: 'collective', category: 'Y tế', count: 2 },
      { subject: 'individual', category: 'Người lao động', count: 1 },
    ] as const;
    const texts = (of: readonly (typeof counts)[number][]) =>
      textsOf(drawCategoryShares([...of], [...subjects], title, words)).map(({ text }) => text);
    expect(texts(counts)).toEqual(expect.arrayContaining(['chart-share 2 66.7', 'chart-share 1 33.3']));
    expect(texts([])).toEqual(expect.arrayContaining(['chart-share 0 0', 'chart-none-yet']));
  });

  it('of chosen states do not say that nothing was submitted', () => {
    const texts = textsOf(drawCategoryShares([], [...subjects], title, words, true)).map(({ text }) => text);
    expect(texts).toContain('chart-none-such');
    expect(texts).not.toContain('chart-none-yet');
  });
});

describe('pictures of a district', () => {
  let db: TestDatabase;
  let units: Unit[];
  const now = new Date('2021-09-01T02:00:00Z');
  beforeAll(async () => {
    db = await freshDatabase();
    units = await fillDistrict(db, plan101, 7);
  });
  afterAll(() => db.drop());

  it.each(charts)('$code is a PNG, in both languages', async (chart) => {
    for (const locale of ['vi', 'en'] as const) {
      const scope = { year: 2021, unitId: null, unit: undefined, locale, now };
      const { png, filename } = await makeChart({ db, plan: plan101 }, chart, scope);
      expect(readPngSize(png)).toEqual({ width: 1080, height: expect.any(Number) });
      expect(filename).toBe(`Bieu-do-${chart.code}-2021.png`);
    }
  });

  it('agree with each other and with the database', async () => {
    for (const unit of [undefined, units[0], units.at(-1)]) {
      const scope = { year: 2021, unitId: unit?.id ?? null, now };
      const where = { year: 2021, ...(unit && { unitId: unit.id }) };
      const approved = await db.prisma.exemplar.count({ where: { ...where, status: 'approved' } });
      const submitted =
        approved + (await db.prisma.exemplar.count({ where: { ...where, status: 'submitted' } }));
      const [sums, span, categories] = await db.inSnapshot(
        async ({ sql }) =>
          [
            await sumUpBars({ db, plan: plan101 }, scope),
            await readDaySpan(sql, plan101, scope),
            await readCategoryCounts(sql, plan101, scope, 'vi'),
          ] as const,
      );
      expect(sums).toMatchObject({ submitted, approved, units: unit ? 1 : units.length });
      expect(span.counts.reduce((sum, day) => sum + day.submitted, 0)).toBe(submitted);
      expect(span.counts.reduce((sum, day) => sum + day.approved, 0)).toBe(approved);
      expect(categories.reduce((sum, { count }) => sum + count, 0)).toBe(submitted);
      expect(categories.length).toBeGreaterThanOrEqual(plan101.categories.length);
    }
    const groups = await db.inSnapshot(({ sql }) =>
      readUnitBars(sql, plan101, { year: 2021, unitId: null, now }, 'en'),
    );
    expect(groups.map(({ kind }) => kind)).toEqual(plan101.unitKinds.map(({ name }) => name.en));
  });

  it('of a province is one that Telegram shows: 10,000 pixels of width and height', async () => {
    await db.pool.query(
      `with added as (
         insert into unit (office_id, code, name, short, position, created_at)
         select 1, 'T' || n, 'Đơn vị ' || n, 'ĐV ' || n, 1000 + n, $1 from generate_series(1, 1000) n returning id)
       insert into plan_unit (plan_id, unit_id, kind, position) select 1, id, 'agency', id from added`,
      [now],
    );
    for (const chart of charts) {
      const scope = { year: 2021, unitId: null, unit: undefined, locale: 'vi', now } as const;
      const size = readPngSize((await makeChart({ db, plan: plan101 }, chart, scope)).png);
      expect(size && size.width + size.height, chart.code).toBeLessThan(10_000);
    }
  });

  it('a picture that cannot be drawn is an error, not a hanging request', async () => {
    await expect(drawPng('<svg')).rejects.toThrow();
  });

  it('twenty asked for at once are drawn one after the other, also past a bad one', async () => {
    let [living, most] = [0, 0];
    const count = (worker: Worker) => {
      most = Math.max(most, ++living);
      worker.once('exit', () => living--);
    };
    process.on('worker', count);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
    const asked = Array.from({ length: 20 }, (_, i) => drawPng(i === 3 ? '<svg' : svg));
    const drawn = await Promise.allSettled(asked);
    process.off('worker', count);
    expect(drawn.flatMap(({ status }, i) => (status === 'rejected' ? [i] : []))).toEqual([3]);
    expect(most).toBe(1);
  });
});

describe('a request in one line', () => {
  it.each<[string, Partial<Omit<ChartLine, 'chart'>> & { code?: string }]>([
    ['năm 2021 xã Glar', { years: [2021], unitWords: 'xã Glar' }],
    ['lĩnh vực năm ngoái', { code: 'linhvuc', years: [2020] }],
    ['giúp em biểu đồ theo thời gian toàn huyện ạ', { code: 'ngay', all: true }],
    ['chi tieu 2021', { code: 'donvi', years: [2021] }],
    ['so với chỉ tiêu hội phụ nữ', { code: 'donvi', unitWords: 'hội phụ nữ' }],
    ['theo ngày, thị trấn', { code: 'ngay', unitWords: 'thị trấn' }],
    ['năm', { openYear: true }],
    ['6 tháng đầu năm 2022', { years: [2022], half: 1 }],
    ['lĩnh vực 2022-H1 xã Glar', { code: 'linhvuc', years: [2022], half: 1, unitWords: 'xã Glar' }],
    ['theo đơn vị nửa cuối năm ngoái', { code: 'donvi', years: [2020], half: 2 }],
    ['6 thang dau nam', { half: 1 }],
    ['tiến độ cả giai đoạn', { code: 'ngay', whole: true }],
    ['giaidoan theo lĩnh vực', { code: 'linhvuc', whole: true }],
    ['đến ngày 15/9/2021', { asOf: '2021-09-15' }],
    ['theo ngày 15/9/2021', { code: 'ngay', asOf: '2021-09-15' }],
    ['theo ngay tinh den ngay 5 thang 8 nam 2021', { code: 'ngay', asOf: '2021-08-05' }],
    ['theo lĩnh vực năm 2021 tính đến hết ngày 30/6', { code: 'linhvuc', years: [2021], asOf: '2021-06-30' }],
    [
      'cho tôi biểu đồ chỉ tiêu 1-9-21 hội phụ nữ',
      { code: 'donvi', asOf: '2021-09-01', unitWords: 'hội phụ nữ' },
    ],
    ['lĩnh vực quý này', { code: 'linhvuc', period: 'quý này' }],
    ['theo đơn vị tháng 8 năm 2021', { code: 'donvi', years: [2021], period: 'tháng 8' }],
    ['đến ngày 29/2/2021', { unclear: 'đến ngày 29/2/2021' }],
    ['cả huyện 6T đầu năm', { half: 1, all: true }],
    ['theo đơn vị 7 tháng đầu năm', { code: 'donvi', asOf: '2021-07-31' }],
    ['lĩnh vực từ 5/8 đến 9/8', { code: 'linhvuc', unclear: 'từ 5/8 đến 9/8' }],
    ['theo thời gian và theo lĩnh vực', {}],
    ['so sánh năm 2021 với 2022', { years: [2021, 2022] }],
    ['theo thời gian đến hôm nay', { code: 'ngay' }],
    ['hình tròn lĩnh vực xã Glar', { code: 'linhvuc', unitWords: 'xã Glar' }],
    ['cột theo đơn vị 2021', { code: 'donvi', years: [2021] }],
    ['dạng cột, hội phụ nữ', { unitWords: 'hội phụ nữ' }],
    ['đăng ký điển hình năm 2021', { years: [2021] }],
    ['tình hình đăng ký theo thời gian', { code: 'ngay' }],
    ['số liệu điển hình tiên tiến theo lĩnh vực', { code: 'linhvuc' }],
    ['theo đơn vị thanh tra huyện', { code: 'donvi', unitWords: 'thanh tra huyện' }],
  ])('%s', (typed, { code, years = [], openYear = false, unitWords = '', ...time }) => {
    const read = readChartLine(typed, '2021-08-18', plan101);
    const { filter, ...line } = read;
    expect(isFiltering(filter)).toBe(false);
    expect({ ...line, chart: read.chart?.code }).toEqual({
      ...{ chart: code, years, openYear, unitWords, period: undefined, all: false },
      ...time,
    });
  });
});
