import type { Plan } from '../../../plan/plan.ts';
import { readFilterItems } from '../../../reports/filter/report-filter.ts';
import { sayReportFilter } from '../../../reports/filter/say-filter.ts';
import { findReport } from '../../../reports/index.ts';
import type { StandingReport } from '../../../reports/standing/change-standing.ts';
import type { Rhythm } from '../../../reports/standing/rhythm.ts';
import type { BotContext } from '../../core/context.ts';

/** Says how often a standing report comes: "mỗi thứ Hai". */
export function sayRhythm(by: Pick<BotContext, 't'>, { rhythm, day }: Rhythm): string {
  if (rhythm === 'weekly') return by.t('standing-on-weekly', { day: by.t(`standing-weekday-${day}`) });
  return by.t(`standing-on-${rhythm}`, { day: String(day) });
}

/** Names the report of a standing one, with its filter. */
export function sayReport(
  by: Pick<BotContext, 't' | 'locale'>,
  plan: Plan,
  { report: code, filter }: Pick<StandingReport, 'report' | 'filter'>,
): string {
  const report = findReport(code);
  const name = report ? by.t(report.name) : code;
  const limits = sayReportFilter(by.locale, plan, readFilterItems(filter));
  return limits === '' ? name : `${name} (${limits})`;
}
