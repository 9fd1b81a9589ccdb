import { setTimeout as sleep } from 'node:timers/promises';

/** What a channel allows a bot to send. */
export interface SendLimits {
  /** Messages in all within any second. */
  all: number;
  /** Messages a second to one chat, for as long as one likes. */
  perChat: number;
  /** Messages that may go to one chat at once, after it was quiet. Default 4. */
  burst?: number;
}

/** Lets messages through as a channel allows them: first come, first served. */
export interface SendGate {
  /** Waits until a message may be sent to `chat`. */
  pass(chat: string): Promise<void>;
  /**
   * The channel refused a message to `chat` for so many milliseconds: nothing is sent there until
   * then. When it refuses a second chat while a first one waits, it means the bot as a whole, and
   * nothing is sent at all.
   */
  hold(chat: string, ms: number): void;
  /** How long nothing can be sent to `chat` because the channel said so, in milliseconds. */
  heldMs(chat: string): number;
}

/** A chat's bucket: it holds `tokens` at the instant `at`, and gains more from then on. */
interface Bucket {
  tokens: number;
  at: number;
  heldUntil: number;
  /** Messages that wait, this chat's in their order. */
  waiting: number;
  last: Promise<unknown>;
}

const defaultBurst = 4;
/** Buckets that are full again are forgotten once there are so many. */
const mostBuckets = 10_000;

/**
 * Makes the gate of one channel: a bucket of `burst` for each chat, refilled at `perChat` a second,
 * and `all` in any second.
 */
export function sendGate({ all, perChat, burst = defaultBurst }: SendLimits): SendGate {
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
   * Waits for a token of the chat, then for a place among all, and takes both when the message
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
    async pass(chat) {
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
  /** When the last `most` went; the oldest stands at `next`. */
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
