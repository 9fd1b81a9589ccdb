import type { LoadedPlan } from '../../../plan/plan.ts';
import { findReport } from '../../../reports/index.ts';
import type { Report } from '../../../reports/report.ts';
import type { BotContext } from '../../core/context.ts';
import { listPlansAtHand } from '../../core/meant-plan.ts';
import { codeAlone } from '../../core/named-plan.ts';
import { press } from '../../core/press.ts';

/** Chooses the plan of a report, open or closed. */
export const choosePlan = press('baocao.kh', 'id');

/** Finds the report that a button names, of any plan. */
export function findNamedReport(code: string): Report | undefined {
  return findReport(codeAlone(code));
}

/**
 * Lists the plans of which a person can have reports: those at hand, and closed ones. The oldest
 * comes first.
 */
export async function listReportPlans(ctx: BotContext): Promise<LoadedPlan[]> {
  const atHand = new Set((await listPlansAtHand(ctx)).map(({ id }) => id));
  return ctx.house.plans.all().filter(({ id, closed }) => closed || atHand.has(id));
}
