import type { Rehearsal } from '../channels/web/web-house.ts';
import type { MovableClock } from '../clock.ts';
import { runPendingDeliveries } from '../deliveries/sweep.ts';
import type { WorkingCalendar } from '../plan/working-calendar.ts';
import type { Plans } from '../plans/plans.ts';
import type { Database } from '../store/database.ts';
import { computeStep, saveClock } from './clock.ts';

/**
 * Creates the rehearsal's clock as people move it. After each move, what is due by then is planned
 * and sent; after a step also erased.
 */
export function createDrivenClock(
  house: { db: Database; clock: MovableClock; plans: Plans; calendar: WorkingCalendar; zone: string },
  work: { planNow(): Promise<void>; tidyNow(): Promise<void> },
): Rehearsal['clock'] {
  const { db, clock, plans, calendar, zone } = house;
  const moveTo = async (moment: Date): Promise<void> => {
    clock.set(moment);
    await saveClock(db.pool, clock);
    await work.planNow();
    await runPendingDeliveries(db.pool);
  };
  return {
    now: clock.now,
    zone,
    async move(step) {
      await moveTo(computeStep([plans.leading(), ...plans.open()], calendar, clock.now(), step));
      await work.tidyNow();
    },
    moveTo,
  };
}
