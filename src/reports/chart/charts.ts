import { type Locale, t } from '../../i18n.ts';
import { formatDate, formatInstant } from '../../plan/calendar.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import type { Database } from '../../store/database.ts';
import type { Sql } from '../../store/sql.ts';
import { capitalise } from '../../text/letters.ts';
import { toAsciiWords } from '../ascii-words.ts';
import { readAtMoment } from '../at-moment.ts';
import { findYearsCounted, hasRecurringRegistration } from '../counted-times.ts';
import { type FiltersOfReport, isFiltering } from '../filter/report-filter.ts';
import { sayReportFilter } from '../filter/say-filter.ts';
import { sayPeriodOf, writeReportPeriod } from '../report-period.ts';
import type { BarGroup, PictureTitle, PictureWords } from './chart-data.ts';
import { drawPng } from './draw-png.ts';
import { keepMostBehind } from './most-behind.ts';
import { type ChartScope, readCategoryCounts, readDaySpan, readUnitBars } from './read-chart-data.ts';
import { sumOf } from './sum-of.ts';

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
  /** The filters that it understands. */
  filters: FiltersOfReport;
  /**
   * Draws it as SVG. `room`: the height of a page in pixels; what does not fit goes to further
   * pictures. Left out: one picture, which a chat can show.
   */
  draw(
    sql: Sql,
    plan: LoadedPlan,
    scope: ChartScope,
    to: { title: PictureTitle; words: PictureWords; locale: Locale; room?: number | undefined },
  ): Promise<string[]>;
}

/** A picture in a chat holds so many bars. */
const mostBars = 150;

/** All pictures in the order of the buttons. The code that draws one is loaded when it is asked. */
export const charts: Chart[] = [
  {
    code: 'donvi',
    name: 'chart-by-unit',
    title: 'chart-by-unit-title',
    words: ['theo đơn vị', 'đơn vị', 'so với chỉ tiêu', 'chỉ tiêu', 'by unit', 'quota'],
    filters: { kinds: true },
    draw: async (sql, plan, scope, { title, words, locale, room }) => {
      const { drawUnitBars, findShared, splitBars } = await import('./unit-bars.ts');
      const all = await readUnitBars(sql, plan, scope, locale);
      const groups = room === undefined ? keepMostBehind(all, mostBars) : all;
      const [shown, of] = [countBars(groups), countBars(all)];
      const heading =
        shown < of
          ? { ...title, subtitle: `${title.subtitle} · ${words('chart-most-behind', { shown, of })}` }
          : title;
      const shared = findShared(groups, all);
      return splitBars(groups, room).map((part) => drawUnitBars(part, heading, words, shared));
    },
  },
  {
    code: 'ngay',
    name: 'chart-by-day',
    title: 'chart-by-day-title',
    words: ['theo thời gian', 'thời gian', 'theo ngày', 'tiến độ', 'over time', 'by day'],
    filters: { kinds: true },
    draw: async (sql, plan, scope, { title, words }) => {
      const { drawDayLines } = await import('./day-lines.ts');
      return [drawDayLines(await readDaySpan(sql, plan, scope), title, words)];
    },
  },
  {
    code: 'linhvuc',
    name: 'chart-by-category',
    title: 'chart-by-category-title',
    words: ['theo lĩnh vực', 'lĩnh vực', 'tỷ lệ', 'by category', 'category'],
    filters: { kinds: true, categories: true, states: ['submitted', 'approved'] },
    draw: async (sql, plan, scope, { title, words, locale }) => {
      const { drawCategoryShares } = await import('./category-shares.ts');
      const counts = await readCategoryCounts(sql, plan, scope, locale);
      const subjects = (['collective', 'individual'] as const).map((code) => ({
        code,
        name: plan.subjects[code].name[locale],
      }));
      const chosen = (scope.filter?.states.length ?? 0) > 0;
      return [drawCategoryShares(counts, subjects, title, words, chosen)];
    },
  },
];

const countBars = (groups: BarGroup[]) => sumOf(groups, ({ bars }) => bars.length);

/** A finished picture. */
export interface MadeChart {
  png: Uint8Array;
  /** ASCII, no spaces: `Bieu-do-don-vi-2021.png`. */
  filename: string;
}

/** The scope of a picture, and the words that its heading says of it. */
export interface PictureScope extends ChartScope {
  /** The name of the unit or the units; undefined: all of them. */
  unit: string | undefined;
  /** The plan's code, where the picture must say of which plan it is. */
  plan?: string | undefined;
  locale: Locale;
}

/** Draws the pages of a picture as PNG, in the language of the person who asked. */
export async function drawPages(
  sql: Sql,
  plan: LoadedPlan,
  chart: Chart,
  scope: PictureScope,
  room?: number,
): Promise<Uint8Array[]> {
  const { locale } = scope;
  const words: PictureWords = (key, args) => t(locale, key, args);
  const title = { title: words(chart.title), subtitle: saySubtitle(plan, scope, words) };
  const pages = await chart.draw(sql, plan, scope, { title, words, locale, room });
  return Promise.all(pages.map((svg) => drawPng(svg)));
}

/** Makes one picture from one snapshot of the database, in the language of the person who asked. */
export async function makeChart(
  deps: { db: Pick<Database, 'inSnapshot'>; plan: LoadedPlan },
  chart: Chart,
  asked: PictureScope,
): Promise<MadeChart> {
  const [png] = await readAtMoment(deps, asked, ({ sql, plan, scope }) => drawPages(sql, plan, chart, scope));
  if (!png) throw new Error(`no picture ${chart.code}`);
  return { png, filename: nameChartFile(chart, asked) };
}

/** Names the file of a picture: ASCII, no spaces. */
export function nameChartFile({ code }: Chart, scope: PictureScope): string {
  const of = scope.unit ? `-${toAsciiWords(scope.unit).slice(0, 60)}` : '';
  const period = writeReportPeriod({ ...scope, filtered: undefined }).replace('.', '-den-');
  return `Bieu-do-${code}-${period}${of}.png`;
}

/** Says which exemplars a picture shows: the time, the units, the filter, the moment or the day. */
function saySubtitle(plan: LoadedPlan, scope: PictureScope, words: PictureWords): string {
  const { unit, locale, filter, now, whole, asOf } = scope;
  const { from, to } = findYearsCounted(plan, scope);
  const period =
    whole || from === to || hasRecurringRegistration(plan)
      ? sayPeriodOf(locale, scope)
      : words('chart-period', { from: String(from), period: sayPeriodOf(locale, scope) });
  return words('chart-subtitle', {
    period: capitalise(period),
    scope: [
      unit ?? words('report-all-units'),
      ...(filter && isFiltering(filter) ? [sayReportFilter(locale, plan, filter)] : []),
      ...(scope.plan ? [scope.plan] : []),
    ].join(' · '),
    moment: asOf
      ? words('chart-of-day', { day: formatDate(asOf) })
      : words('chart-of-moment', { at: formatInstant(now, plan.zone) }),
  });
}
