import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

const firstWaitMs = 1000;
const longestWaitMs = 60_000;

/** Repeats a request until it is answered, at growing intervals. Throws only after a stop. */
export type Persist = <T>(what: string, ask: () => Promise<T>) => Promise<T>;

/**
 * Creates a function that asks a messenger until it answers. The messenger may be unreachable for a
 * day, and other channels do not wait for it. `say` turns an error into a line without personal
 * data.
 */
export function createPersist(deps: {
  /** Name of the channel, for the log. */
  channel: string;
  log: Logger;
  stop: AbortSignal;
  say(error: unknown): string;
  /** Called with each failure as one line. */
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
