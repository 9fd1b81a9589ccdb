import { narrowStates } from '../../../reports/filter/filter-in-words.ts';
import {
  type FilterPart,
  findUnfit,
  noFilter,
  type ReportFilter,
} from '../../../reports/filter/report-filter.ts';
import { listFilterWords, sayReportFilter } from '../../../reports/filter/say-filter.ts';
import { readReportFilter } from '../../../reports/filter/write-filter.ts';
import type { Report } from '../../../reports/report.ts';
import type { ReportPeriod } from '../../../reports/report-period.ts';
import type { BotContext } from '../../core/context.ts';

/** Why a report cannot be made with its filter. */
export type FilterTrouble = 'filter-gone' | 'filter-unfit';

/**
 * Reads the filter of a report that was asked for, of the plan looked at. Undefined: the plan's
 * kinds or categories have changed since its button was written.
 */
export function filterOf(
  { house }: Pick<BotContext, 'house'>,
  { filtered }: ReportPeriod,
  report?: Report,
): ReportFilter | undefined {
  if (filtered === undefined) return noFilter;
  const filter = readReportFilter(house.plan, filtered);
  return filter && report ? narrowStates(filter, report.filters?.states) : filter;
}

/** Finds the problem with the filter of a report; undefined when it can be made. */
export function findFilterTrouble(
  ctx: Pick<BotContext, 'house'>,
  report: Report,
  period: ReportPeriod,
): FilterTrouble | undefined {
  const filter = filterOf(ctx, period, report);
  if (!filter) return 'filter-gone';
  return findUnfit(filter, report.filters).length > 0 ? 'filter-unfit' : undefined;
}

/** Says a filter in the person's language; empty where there is none. */
export function sayFilterHere(
  ctx: Pick<BotContext, 'house' | 'locale'>,
  period: ReportPeriod,
  report?: Report,
): string {
  return sayReportFilter(ctx.locale, ctx.house.plan, filterOf(ctx, period, report));
}

/** Names the parts of a filter that a report does not understand, with their values. */
export function sayUnfit(
  ctx: Pick<BotContext, 'house' | 'locale'>,
  report: Report,
  period: ReportPeriod,
): string {
  const filter = filterOf(ctx, period, report) ?? noFilter;
  const unfit = findUnfit(filter, report.filters);
  const of = <P extends FilterPart>(part: P): ReportFilter[P] =>
    unfit.includes(part) ? filter[part] : noFilter[part];
  const only = { kinds: of('kinds'), categories: of('categories'), states: of('states') };
  return listFilterWords(ctx.locale, ctx.house.plan, { ...only, duties: of('duties') }).join('; ');
}
