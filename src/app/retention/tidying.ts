import { eraseExpired } from './erase-expired.ts';
import type { RetentionDeps } from './rule.ts';
import { removeOldTempFiles } from './temp-files.ts';

const everyMs = 3_600_000;

/** Erasing in the background: at the start, then every hour. */
export interface Tidying {
  /** Runs once more, after a current run. Failures are logged, never thrown. */
  now(): Promise<void>;
  /** Lets the current batch end, and begins no other. */
  stop(): Promise<void>;
}

/** Starts to erase expired data in the background. */
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
