import { setTimeout as sleep } from 'node:timers/promises';

/** A channel's limits on sending. */
export interface SendLimits {
  /** Maximum number of messages in total within any second. */
  all: number;
  /** Sustained number of messages a second to one chat. */
  perChat: number;
  /** Maximum number of messages to one chat at once, after a pause. Default 4. */
  burst?: number;
}

/** Lets messages through within a channel's limits, in order of arrival. */
export interface SendGate {
  /** Waits until a message may be sent to `chat`. */
  awaitTurn(chat: string): Promise<void>;
  /**
   * Reports that the channel refused a message to `chat` for so many milliseconds: nothing is sent
   * there until then. When it refuses a second chat while the first waits, it limits the whole bot,
   * and nothing is sent at all.
   */
  hold(chat: string, ms: number): void;
  /** Returns how long `chat` is still held after a refusal, in milliseconds. */
  heldMs(chat: string): number;
}

/** A chat's token bucket: it holds `tokens` at the instant `at`, and refills from then on. */
interface Bucket {
  tokens: number;
  at: number;
  heldUntil: number;
  /** Number of waiting messages of this chat. */
  waiting: number;
  last: Promise<unknown>;
}

const defaultBurst = 4;
/** Above this number, full buckets are removed. */
const mostBuckets = 10_000;

/**
 * Creates the gate of one channel. It has a bucket of `burst` for each chat, refilled at `perChat`
 * a second, and `all` in any second.
 */
export function createSendGate({ all, perChat, burst = defaultBurst }: SendLimits): SendGate {
  const buckets = new Map<string, Bucket>();
  const everything = window(all);

  const bucketOf = (chat: string): Bucket => {
    const known = buckets.get(chat);
    if (known) return known;
    if (buckets.size >= mostBuckets) forgetFull();
    const now = performance.now();
    const bucket = { tokens: burst, at: now, heldUntil: now, waiting: 0, last: Promise.resolve() };
    buckets.set(chat, bucket);
    return bucket;
  };

  const refill = (bucket: Bucket, now: number) => {
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perChat);
    bucket.at = now;
  };

  function forgetFull(): void {
    const now = performance.now();
    for (const [chat, bucket] of buckets) {
      refill(bucket, now);
      if (bucket.waiting === 0 && bucket.tokens >= burst && bucket.heldUntil <= now) buckets.delete(chat);
    }
  }

  /**
   * Waits for a token of the chat, then for a place in the total, and takes both when the message
   * goes.
   */
  async function take(bucket: Bucket): Promise<void> {
    for (;;) {
      const now = performance.now();
      refill(bucket, now);
      const wait = Math.max(bucket.heldUntil - now, ((1 - bucket.tokens) / perChat) * 1000);
      if (wait <= 0) break;
      await sleep(wait);
    }
    await everything.pass();
    refill(bucket, performance.now());
    bucket.tokens -= 1;
  }

  return {
    async awaitTurn(chat) {
      const bucket = bucketOf(chat);
      bucket.waiting += 1;
      const mine = bucket.last.then(() => take(bucket));
      bucket.last = mine;
      await mine;
      bucket.waiting -= 1;
    },
    hold(chat, ms) {
      const now = performance.now();
      const another = [...buckets].some(([name, one]) => name !== chat && one.heldUntil > now);
      const bucket = bucketOf(chat);
      bucket.heldUntil = Math.max(bucket.heldUntil, now + ms);
      if (another) everything.hold(ms);
    },
    heldMs(chat) {
      const until = Math.max(buckets.get(chat)?.heldUntil ?? 0, everything.heldUntil());
      return Math.max(0, until - performance.now());
    },
  };
}

/** Lets at most `most` through within any second. */
function window(most: number) {
  /** When the last `most` were let through; the oldest is at `next`. */
  const went: number[] = [];
  let next = 0;
  let heldUntil = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function take(): Promise<void> {
    for (;;) {
      const now = performance.now();
      const wait = Math.max(heldUntil - now, (went[next] ?? Number.NEGATIVE_INFINITY) + 1000 - now);
      if (wait <= 0) break;
      await sleep(wait);
    }
    went[next] = performance.now();
    next = (next + 1) % most;
  }

  return {
    async pass(): Promise<void> {
      const mine = last.then(take);
      last = mine;
      await mine;
    },
    hold(ms: number): void {
      heldUntil = Math.max(heldUntil, performance.now() + ms);
    },
    heldUntil: () => heldUntil,
  };
}
