import { eraseExpired } from './erase-expired.ts';
import type { RetentionDeps } from './rule.ts';
import { removeOldTempFiles } from './temp-files.ts';

const everyMs = 3_600_000;

/** Erasing at work: at the start, then every hour. */
export interface Tidying {
  /** Runs once more, after the run under way if there is one. Failures are logged, never thrown. */
  now(): Promise<void>;
  /** Lets the batch under way end, and begins no other. */
  stop(): Promise<void>;
}

/** Begins to erase what is due, beside all other work. */
export function startTidying(deps: RetentionDeps & { tempDir: string }): Tidying {
  let stopped = false;
  const once = async () => {
    if (stopped) return;
    try {
      const temporary = await removeOldTempFiles([deps.tempDir, deps.files.unfinished ?? []].flat());
      if (temporary > 0)
        deps.log.info({ erased: { 'files.temporary': temporary } }, 'what was due has been erased');
      await eraseExpired(deps, () => !stopped);
    } catch (error) {
      deps.log.error({ err: error }, 'what was due could not be erased');
    }
  };
  let running = once();
  const now = () => {
    running = running.then(once);
    return running;
  };
  const timer = setInterval(now, everyMs);
  return {
    now,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
