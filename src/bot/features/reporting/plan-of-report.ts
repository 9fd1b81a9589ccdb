import { findReport } from '../../../reports/index.ts';
import type { Report } from '../../../reports/report.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { codeAlone } from '../../core/named-plan.ts';
import { press } from '../../core/press.ts';

/** Chooses the plan of a report, open or closed. */
export const choosePlan = press('baocao.kh', 'id');

/** Finds the report that a button names, of any plan. */
export function findNamedReport(code: string): Report | undefined {
  return findReport(codeAlone(code));
}

/** Asks for the plan of a report; the newest first. */
export async function askReportPlan(ctx: BotContext): Promise<void> {
  await ctx.say({
    text: ctx.html('report-which-plan'),
    buttons: ctx.house.plans
      .all()
      .toReversed()
      .map(({ id, code, period, closed }) => [
        {
          text: ctx.t(closed ? 'report-plan-closed' : 'report-plan-open', {
            plan: shorten(code, 30),
            from: String(period.from),
            to: String(period.to),
          }),
          callback_data: choosePlan.data(id),
        },
      ]),
  });
}
