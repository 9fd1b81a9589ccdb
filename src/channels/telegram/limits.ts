import { RateLimiterMemory, RateLimiterQueue } from 'rate-limiter-flexible';

/** What Telegram allows a bot to send. */
export interface SendLimits {
  /** Messages a second in all. */
  all: number;
  /** Messages a second to one chat. */
  perChat: number;
}

export const telegramLimits: SendLimits = { all: 30, perChat: 1 };

/**
 * Waits until a message may be sent to `chat`: first come, first served. Messages are spaced evenly rather than counted
 * by the second, so that no second, wherever it begins, holds more than allowed.
 */
export function sendGate(limits: SendLimits): (chat: string) => Promise<void> {
  const all = spaced(limits.all);
  const perChat = spaced(limits.perChat);
  return async (chat) => {
    await perChat.removeTokens(1, chat);
    await all.removeTokens(1, 'all');
  };
}

function spaced(perSecond: number): RateLimiterQueue {
  return new RateLimiterQueue(new RateLimiterMemory({ points: 1, duration: 1 / perSecond }), {
    maxQueueSize: 100_000,
  });
}
