import { hasAccess } from '../../../people/rights.ts';
import { reports } from '../../../reports/index.ts';
import type { Report } from '../../../reports/report.ts';
import type { BotContext } from '../../core/context.ts';
import { rightToReport } from './presses.ts';

/** Lists the reports that this person may ask for. */
export function listReportsFor(ctx: Pick<BotContext, 'person'>): Report[] {
  return reports.filter((report) => hasAccess(ctx.person, rightToReport(report)));
}
