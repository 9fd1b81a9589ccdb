import { setTimeout as sleep } from 'node:timers/promises';
import { type ZaloClient, ZaloRefusal } from './client.ts';

/**
 * In milliseconds. The pause after an empty answer that came at once, so that requests do not
 * follow without end.
 */
const leastMs = 1000;

/**
 * Receives events by long polling. Zalo returns one event at a time, has no offset and never
 * repeats an event. So each event is stored before the next request, however long that takes, and a
 * running poll is never cancelled: `stopping` is checked between polls.
 */
export async function pollEvents(deps: {
  client: ZaloClient;
  /** Seconds that a poll is held; a stop waits for its end. */
  seconds: number;
  stopping: AbortSignal;
  /** Cancels a poll that does not end by itself. */
  giveUp: AbortSignal;
  /** Repeats `ask` until it is answered or the channel stops. */
  persist<T>(what: string, ask: () => Promise<T>): Promise<T>;
  /** Resolves once the event is stored. */
  store(event: unknown): Promise<void>;
  well(): void;
}): Promise<void> {
  const { client, seconds, stopping, giveUp, persist, store, well } = deps;
  while (!stopping.aborted) {
    const begun = performance.now();
    const events = await persist('getUpdates', () => nextEvents(client, seconds, giveUp));
    well();
    for (const event of events) await store(event);
    const restMs = leastMs - (performance.now() - begun);
    if (events.length === 0 && restMs > 0)
      await sleep(restMs, undefined, { signal: stopping }).catch(() => undefined);
  }
}

/**
 * One event or none: an empty poll is answered 408. A list, as in other Bot APIs, is accepted too.
 */
async function nextEvents(client: ZaloClient, seconds: number, signal: AbortSignal): Promise<unknown[]> {
  try {
    const result = await client.call(
      'getUpdates',
      { timeout: seconds },
      { timeoutMs: seconds * 1000 + 20_000, signal },
    );
    if (Array.isArray(result)) return result;
    return result === undefined || result === null ? [] : [result];
  } catch (error) {
    if (error instanceof ZaloRefusal && error.code === 408) return [];
    // Polling and a webhook exclude each other: another program has set one in the meantime.
    if (error instanceof ZaloRefusal && error.code === 400) await client.call('deleteWebhook', {});
    throw error;
  }
}
