import { type House, listPlanKinds } from '../bot/core/house.ts';
import { sweepDeliveries } from '../deliveries/sweep.ts';
import { planMorningLines } from '../nudges/morning-line.ts';
import { planNudges } from '../nudges/planner.ts';
import { planStandingReports } from '../reports/standing/plan-standing.ts';
import { isBrokenConnection } from '../store/broken-connection.ts';
import { applyUnitChanges } from '../unit-changes/apply-changes.ts';
import { logFailure } from './log-failure.ts';

/**
 * Plans all that is due now: changes of units, nudges, standing reports, morning lines. One that
 * fails is logged, and the next run plans it. Returns false when the database broke while it ran.
 */
export async function planDue(house: House): Promise<boolean> {
  const { db, plans, calendar, clock, log } = house;
  let broken = false;
  const tries = async (failure: string, work: () => Promise<unknown>) => {
    if (isBrokenConnection(await logFailure(log, failure, work))) broken = true;
  };
  const planned = (failure: string, plan: () => Promise<{ deliveries: number }>) =>
    tries(failure, async () => {
      const { deliveries } = await plan();
      if (deliveries > 0) await sweepDeliveries(db.pool);
    });
  await tries('the plans could not be read again', () => plans.refresh());
  await tries('changes of units could not be carried out', async () => {
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
  return !broken;
}
