import { schedule } from 'node-cron';
import type { Clock } from '../clock.ts';
import { localDate, localTime } from '../plan/calendar.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * Runs the planner at the start, in each new hour of the app's clock, and on `wake()`. The hour is
 * that of the plan's zone. node-cron ticks in real time; the hour is read from the app's clock,
 * which may run differently. `run` returns false when it has to run again soon, as after a break of
 * the database: the next tick does it.
 */
export function schedulePlanner(deps: { plan: Plan; clock: Clock; run(): Promise<boolean> }): {
  wake(): Promise<void>;
  stop(): Promise<void>;
} {
  /** The hour that is planned, or being planned. */
  let lastHour = '';
  let running: Promise<void> = Promise.resolve();
  const hourNow = () => {
    const now = deps.clock.now();
    return `${localDate(now, deps.plan.zone)} ${localTime(now, deps.plan.zone).slice(0, 2)}`;
  };
  const wake = () => {
    lastHour = hourNow();
    running = running.then(async () => {
      if (!(await deps.run())) lastHour = '';
    });
    return running;
  };
  const task = schedule('*/5 * * * * *', () => (hourNow() === lastHour ? undefined : wake()), {
    timezone: deps.plan.zone,
    noOverlap: true,
  });
  return {
    wake,
    async stop() {
      await task.destroy();
      await running;
    },
  };
}
