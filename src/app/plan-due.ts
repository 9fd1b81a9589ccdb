import { type House, listPlanKinds } from '../bot/core/house.ts';
import { sweepDeliveries } from '../deliveries/sweep.ts';
import { planMorningLines } from '../nudges/morning-line.ts';
import { planNudges } from '../nudges/planner.ts';
import { planStandingReports } from '../reports/standing/plan-standing.ts';
import { applyUnitChanges } from '../unit-changes/apply-changes.ts';
import { logFailure } from './log-failure.ts';

/**
 * Plans all that is due now: changes of units, nudges, standing reports, morning lines. One that
 * fails is logged, and the next run plans it.
 */
export async function planDue(house: House): Promise<void> {
  const { db, plans, calendar, clock, log } = house;
  const planned = (failure: string, plan: () => Promise<{ deliveries: number }>) =>
    logFailure(log, failure, async () => {
      const { deliveries } = await plan();
      if (deliveries > 0) await sweepDeliveries(db.pool);
    });
  await logFailure(log, 'the plans could not be read again', () => plans.refresh());
  await logFailure(log, 'changes of units could not be carried out', async () => {
    const of = { db, plans: listPlanKinds(house), now: clock.now(), zone: house.plan.zone };
    if ((await applyUnitChanges(of)) === 0) return;
    // Dues of their own went with the units.
    await plans.refresh();
    await sweepDeliveries(db.pool);
  });
  const open = plans.open();
  const of = { db, calendar, clock };
  await planned('nudges could not be planned', () => planNudges({ ...of, plans: open }));
  for (const plan of open)
    await planned('the standing reports could not be planned', () => planStandingReports({ ...of, plan }));
  await planned('the morning lines could not be planned', () => planMorningLines({ ...of, plans: open }));
}
