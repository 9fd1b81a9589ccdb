import type { Logger } from 'pino';
import type { Plans } from './plans.ts';

/** Interval at which a process looks whether the plans were changed elsewhere. Milliseconds. */
const lookEveryMs = 2000;

/**
 * Keeps the plans of this process as they are in the database. It knows within two seconds of a
 * version that another process or a command loads, and of a due that moves.
 */
export function followPlans(plans: Plans, log: Logger): { stop(): Promise<void> } {
  let looking: Promise<void> = Promise.resolve();
  let busy = false;
  const look = async () => {
    if (busy) return;
    busy = true;
    await plans
      .refresh()
      .catch((error: unknown) => log.error({ err: error }, 'the plans could not be read again'))
      .finally(() => {
        busy = false;
      });
  };
  const timer = setInterval(() => {
    looking = look();
  }, lookEveryMs);
  return {
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
