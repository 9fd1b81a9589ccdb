import {
  type FilterPart,
  isFiltering,
  listFilterValues,
  noFilter,
  type ReportFilter,
  toggleFilter,
} from '../../../reports/filter/report-filter.ts';
import { listFilterWords, sayFilterValue } from '../../../reports/filter/say-filter.ts';
import { writeReportFilter } from '../../../reports/filter/write-filter.ts';
import type { Report } from '../../../reports/report.ts';
import { type ReportPeriod, writeReportPeriod } from '../../../reports/report-period.ts';
import type { BotContext } from '../../core/context.ts';
import { arrangeRows } from '../../forms/buttons.ts';
import { filterOf } from './filtered.ts';
import { findNamedReport } from './plan-of-report.ts';
import { chooseFilter, chooseYear } from './presses.ts';
import { sayUnknownReport } from './say-kinds.ts';

const parts: Record<string, FilterPart> = { k: 'kinds', l: 'categories', s: 'states', d: 'duties' };

/** Lists the parts of a filter that a report has, each with its letter in buttons. */
function partsOf(ctx: BotContext, { filters = {} }: Report): [letter: string, part: FilterPart][] {
  return Object.entries(parts).filter(
    ([, part]) => listFilterValues(ctx.house.plan, part, filters).length > 1,
  );
}

/** Builds the button that opens the filter of a report; none where it has no filter. */
export function filterButton(ctx: BotContext, code: string, report: Report, period: ReportPeriod) {
  if (partsOf(ctx, report).length === 0) return [];
  const data = chooseFilter.data(code, writeReportPeriod(period), '');
  return [[{ text: ctx.t('report-filter-open'), callback_data: data }]];
}

/**
 * Shows the filter of a report, or the values of one part of it (`letter`) to tick. The whole
 * filter is in the buttons, so that a double tap changes nothing.
 */
export async function askFilter(
  ctx: BotContext,
  code: string,
  period: ReportPeriod,
  letter: string,
): Promise<void> {
  const report = findNamedReport(code);
  if (!report) return sayUnknownReport(ctx, code);
  const found = filterOf(ctx, period, report);
  const filter = found ?? noFilter;
  const part = parts[letter];
  if (!found) return sayFilterGone(ctx, code, report, { ...period, filtered: undefined });
  await ctx.sayInPlace(
    part
      ? {
          text: ctx.html('report-filter-pick', { part }),
          buttons: valueRows(ctx, code, report, period, letter),
        }
      : { text: sayNow(ctx, report, filter), buttons: partRows(ctx, code, report, period) },
  );
}

/** Says that the plan has changed since the button, with the filter to choose again. */
async function sayFilterGone(ctx: BotContext, code: string, report: Report, period: ReportPeriod) {
  await ctx.sayInPlace({
    text: ctx.html('report-filter-gone'),
    buttons: partRows(ctx, code, report, period),
  });
}

function sayNow(ctx: BotContext, report: Report, filter: ReportFilter): string {
  const name = ctx.t(report.name);
  if (!isFiltering(filter)) return ctx.html('report-filter-none', { report: name });
  const words = listFilterWords(ctx.locale, ctx.house.plan, filter);
  return ctx.html('report-filter-now', { report: name, filter: words.join('\n') });
}

function partRows(ctx: BotContext, code: string, report: Report, period: ReportPeriod) {
  const written = writeReportPeriod(period);
  const bare = writeReportPeriod({ ...period, filtered: undefined });
  return [
    ...arrangeRows(
      partsOf(ctx, report).map(([letter, part]) => ({
        text: ctx.t(`report-filter-${part}`),
        callback_data: chooseFilter.data(code, written, letter),
      })),
    ),
    ...(period.filtered === undefined
      ? []
      : [[{ text: ctx.t('report-filter-clear'), callback_data: chooseFilter.data(code, bare, '') }]]),
    [{ text: ctx.t('report-filter-ready'), callback_data: chooseYear.data(code, written) }],
  ];
}

function valueRows(ctx: BotContext, code: string, report: Report, period: ReportPeriod, letter: string) {
  const { plan } = ctx.house;
  const part = parts[letter] ?? 'kinds';
  const filter = filterOf(ctx, period, report) ?? noFilter;
  const chosen: string[] = filter[part];
  const values = listFilterValues(plan, part, report.filters ?? {});
  return [
    ...values.map((value) => {
      const next = toggleFilter(filter, part, value);
      const filtered = isFiltering(next) ? writeReportFilter(plan, next) : undefined;
      return [
        {
          text: `${chosen.includes(value) ? '☑' : '☐'} ${sayFilterValue(ctx.locale, plan, part, value)}`,
          callback_data: chooseFilter.data(code, writeReportPeriod({ ...period, filtered }), letter),
        },
      ];
    }),
    [
      {
        text: ctx.t('report-filter-back'),
        callback_data: chooseFilter.data(code, writeReportPeriod(period), ''),
      },
    ],
  ];
}
