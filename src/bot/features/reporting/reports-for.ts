import { hasAccess } from '../../../people/rights.ts';
import { reports } from '../../../reports/index.ts';
import type { Report } from '../../../reports/report.ts';
import type { BotContext } from '../../core/context.ts';
import { rightToReport } from './presses.ts';

/** Lists the reports that this person may ask for, of the plan that is looked at. */
export function listReportsFor({ person, house }: Pick<BotContext, 'person' | 'house'>): Report[] {
  return reports.filter(
    (report) => hasAccess(person, rightToReport(report)) && (report.inPlan?.(house.plan) ?? true),
  );
}
