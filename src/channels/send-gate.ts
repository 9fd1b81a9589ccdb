import { setTimeout as sleep } from 'node:timers/promises';
import { RateLimiterMemory, RateLimiterQueue } from 'rate-limiter-flexible';

/** What a channel allows a bot to send. */
export interface SendLimits {
  /** Messages a second in all. */
  all: number;
  /** Messages a second to one chat. */
  perChat: number;
}

/**
 * Waits until a message may be sent to `chat`: first come, first served. Messages are spaced evenly rather than counted
 * by the second, so that no second, wherever it begins, holds more than allowed.
 */
export function sendGate(limits: SendLimits): (chat: string) => Promise<void> {
  const all = new RateLimiterQueue(new RateLimiterMemory({ points: 1, duration: 1 / limits.all }), {
    maxQueueSize: 100_000,
  });
  const free = new Map<string, Promise<unknown>>();
  return async (chat) => {
    const sent = (free.get(chat) ?? Promise.resolve()).then(() => all.removeTokens(1, 'all'));
    // A chat is free again a while after its message really went, not after it began to wait for the others.
    const again = sent.then(
      () => sleep(1000 / limits.perChat),
      () => {},
    );
    free.set(chat, again);
    void again.then(() => {
      if (free.get(chat) === again) free.delete(chat);
    });
    await sent;
  };
}
