import { type Locale, t } from '../../i18n.ts';
import { formatInstant } from '../../plan/calendar.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import type { Database } from '../../store/database.ts';
import type { Sql } from '../../store/sql.ts';
import { toAsciiWords } from '../ascii-words.ts';
import type { PictureTitle, PictureWords } from './chart-data.ts';
import { drawPng } from './draw-png.ts';
import { type ChartScope, readCategoryCounts, readDaySpan, readUnitBars } from './read-chart-data.ts';

/** One picture of the list that `/bieudo` offers. */
export interface Chart {
  /** Part of its button. Unique, ASCII. */
  code: string;
  /** Key of its name: the button's label. */
  name: string;
  /** Key of the title in the picture and below it. */
  title: string;
  /** Plain words for it; accents are optional when matching. */
  words: string[];
  /** Draws it as SVG. */
  draw(
    sql: Sql,
    plan: LoadedPlan,
    scope: ChartScope,
    to: { title: PictureTitle; words: PictureWords; locale: Locale },
  ): Promise<string>;
}

/** All pictures in the order of the buttons. The code that draws one is loaded when it is asked. */
export const charts: Chart[] = [
  {
    code: 'donvi',
    name: 'chart-by-unit',
    title: 'chart-by-unit-title',
    words: ['theo đơn vị', 'đơn vị', 'so với chỉ tiêu', 'chỉ tiêu', 'by unit', 'quota'],
    draw: async (sql, plan, scope, { title, words, locale }) => {
      const { drawUnitBars } = await import('./unit-bars.ts');
      return drawUnitBars(await readUnitBars(sql, plan, scope, locale), title, words);
    },
  },
  {
    code: 'ngay',
    name: 'chart-by-day',
    title: 'chart-by-day-title',
    words: ['theo thời gian', 'thời gian', 'theo ngày', 'tiến độ', 'over time', 'by day'],
    draw: async (sql, plan, scope, { title, words }) => {
      const { drawDayLines } = await import('./day-lines.ts');
      return drawDayLines(await readDaySpan(sql, plan, scope), title, words);
    },
  },
  {
    code: 'linhvuc',
    name: 'chart-by-category',
    title: 'chart-by-category-title',
    words: ['theo lĩnh vực', 'lĩnh vực', 'tỷ lệ', 'by category', 'category'],
    draw: async (sql, plan, scope, { title, words, locale }) => {
      const { drawCategoryShares } = await import('./category-shares.ts');
      const counts = await readCategoryCounts(sql, plan, scope, locale);
      const subjects = (['collective', 'individual'] as const).map((code) => ({
        code,
        name: plan.subjects[code].name[locale],
      }));
      return drawCategoryShares(counts, subjects, title, words);
    },
  },
];

/** A finished picture. */
export interface MadeChart {
  png: Uint8Array;
  /** ASCII, no spaces: `Bieu-do-don-vi-2021.png`. */
  filename: string;
}

/** Makes one picture from one snapshot of the database, in the language of the person who asked. */
export async function makeChart(
  { db, plan }: { db: Pick<Database, 'inSnapshot'>; plan: LoadedPlan },
  chart: Chart,
  /** `plan`: its code, where the picture must say of which plan it is. */
  scope: ChartScope & { unit: string | undefined; plan?: string | undefined; locale: Locale },
): Promise<MadeChart> {
  const { year, unit, locale, now } = scope;
  const words: PictureWords = (key, args) => t(locale, key, args);
  const title = {
    title: words(chart.title),
    subtitle: words('chart-subtitle', {
      year: String(year),
      scope: [unit ?? words('report-all-units'), ...(scope.plan ? [scope.plan] : [])].join(' · '),
      at: formatInstant(now, plan.zone),
    }),
  };
  const svg = await db.inSnapshot(({ sql }) => chart.draw(sql, plan, scope, { title, words, locale }));
  const of = unit ? `-${toAsciiWords(unit).slice(0, 60)}` : '';
  return { png: await drawPng(svg), filename: `Bieu-do-${chart.code}-${year}${of}.png` };
}
