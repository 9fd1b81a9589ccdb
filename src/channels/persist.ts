import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

const firstWaitMs = 1000;
const longestWaitMs = 60_000;

/** Asks until it is answered, ever more seldom. Throws only once it is told to stop. */
export type Persist = <T>(what: string, ask: () => Promise<T>) => Promise<T>;

/**
 * Makes a channel ask its messenger until it answers: it may be out of reach today and not
 * tomorrow, and other channels do not wait for it. `say` puts an error into a line without personal
 * data.
 */
export function persistence(deps: {
  /** Name of the channel, for the log. */
  channel: string;
  log: Logger;
  stop: AbortSignal;
  say(error: unknown): string;
  /** Hears of each failure, as one line. */
  troubled(line: string): void;
}): Persist {
  const { channel, log, stop, say, troubled } = deps;
  return async (what, ask) => {
    for (let wait = firstWaitMs; ; wait = Math.min(wait * 2, longestWaitMs)) {
      try {
        return await ask();
      } catch (error) {
        if (stop.aborted) throw error;
        const reason = say(error);
        troubled(`${what}: ${reason}`);
        log.warn({ channel, what, reason }, 'a channel is in trouble');
        await sleep(wait, undefined, { signal: stop });
      }
    }
  };
}
