/**
 * Telegram's real limits for a bot: short bursts to a chat, a sustained message a second, and so
 * many a second in total.
 */
export interface RateLimits {
  all: number;
  perChat: number;
  burst: number;
  /** Milliseconds by which messages may be closer together than they were sent. */
  jitterMs: number;
}

/** Counts incoming messages; a message beyond the limits is refused and does not count. */
export function createRate({ all, perChat, burst, jitterMs }: RateLimits) {
  const buckets = new Map<unknown, { tokens: number; at: number }>();
  const lately: number[] = [];
  return {
    /** Seconds that a message to this chat has to wait; undefined: it may come now. */
    refuses(chat: unknown): number | undefined {
      const now = performance.now();
      const last = buckets.get(chat) ?? { tokens: burst, at: now - jitterMs };
      const tokens = Math.min(burst, last.tokens + ((now - last.at + jitterMs) / 1000) * perChat);
      while ((lately[0] ?? now) <= now - 1000 + jitterMs) lately.shift();
      if (tokens < 1 || lately.length >= all) return 1;
      buckets.set(chat, { tokens: tokens - 1, at: now });
      lately.push(now);
      return undefined;
    },
  };
}
