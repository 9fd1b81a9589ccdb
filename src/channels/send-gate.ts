import type { Logger } from 'pino';
import type { LeaseSends, PastSend } from './send-leases.ts';
import { createSendWindow, readWindowSize } from './send-window.ts';
import { createSharedWindow } from './shared-window.ts';
import { realStopwatch, type Stopwatch } from './stopwatch.ts';

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
/** Tokens are fractions: so much is missing from one only by rounding. */
const rounding = 1e-9;
/** Above this number, full buckets are removed. */
const mostBuckets = 10_000;

/** Computes how long a message to a chat matters to its limit, in milliseconds. */
export function readBurstMs({ perChat, burst = defaultBurst }: SendLimits): number {
  return Math.max(1000, Math.ceil((burst / perChat) * 1000));
}

/** What a gate shares with the other processes of its bot. */
export interface SharedSends {
  lease: LeaseSends;
  log: Logger;
}

/**
 * Creates the gate of one channel. It has a bucket of `burst` for each chat, refilled at `perChat`
 * a second, and `all` in any second. With `shared`, `all` is that of all processes together, and
 * messages of the others count in their chats' buckets.
 */
export function createSendGate(
  { all, perChat, burst = defaultBurst }: SendLimits,
  shared?: SharedSends,
  stopwatch: Stopwatch = realStopwatch,
): SendGate {
  const buckets = new Map<string, Bucket>();
  const everything = shared
    ? createSharedWindow({ ...shared, perSecond: all, stopwatch, othersSent })
    : createSendWindow(readWindowSize(all), stopwatch);

  /**
   * What other processes sent takes tokens here too, less the refill since the oldest of it. It may
   * leave a chat a debt of one burst.
   */
  function othersSent(sent: PastSend[]): void {
    for (const [chat, ages] of Map.groupBy(sent, (one) => one.chat)) {
      const bucket = bucketOf(chat);
      refill(bucket, stopwatch.now());
      const refilled = (Math.max(...ages.map(({ ageMs }) => ageMs)) / 1000) * perChat;
      bucket.tokens = Math.max(-burst, bucket.tokens - Math.max(0, ages.length - refilled));
    }
  }

  const bucketOf = (chat: string): Bucket => {
    const known = buckets.get(chat);
    if (known) return known;
    if (buckets.size >= mostBuckets) forgetFull();
    const now = stopwatch.now();
    const bucket = { tokens: burst, at: now, heldUntil: now, waiting: 0, last: Promise.resolve() };
    buckets.set(chat, bucket);
    return bucket;
  };

  const refill = (bucket: Bucket, now: number) => {
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perChat);
    bucket.at = now;
  };

  function forgetFull(): void {
    const now = stopwatch.now();
    for (const [chat, bucket] of buckets) {
      refill(bucket, now);
      if (bucket.waiting === 0 && bucket.tokens >= burst && bucket.heldUntil <= now) buckets.delete(chat);
    }
  }

  async function awaitToken(bucket: Bucket): Promise<void> {
    for (;;) {
      const now = stopwatch.now();
      refill(bucket, now);
      const wait = Math.max(bucket.heldUntil - now, ((1 - rounding - bucket.tokens) / perChat) * 1000);
      if (wait <= 0) return;
      await stopwatch.sleep(wait);
    }
  }

  /**
   * Waits for a token of the chat, then for a place in the total, and takes both when the message
   * goes.
   */
  async function take(chat: string, bucket: Bucket): Promise<void> {
    do {
      await awaitToken(bucket);
      await everything.pass(chat);
      refill(bucket, stopwatch.now());
      // Passing may have told what others sent to this chat.
    } while (bucket.tokens < 1 - rounding);
    bucket.tokens -= 1;
  }

  return {
    async awaitTurn(chat) {
      const bucket = bucketOf(chat);
      bucket.waiting += 1;
      const mine = bucket.last.then(() => take(chat, bucket));
      bucket.last = mine;
      await mine;
      bucket.waiting -= 1;
    },
    hold(chat, ms) {
      const now = stopwatch.now();
      const another = [...buckets].some(([name, one]) => name !== chat && one.heldUntil > now);
      const bucket = bucketOf(chat);
      bucket.heldUntil = Math.max(bucket.heldUntil, now + ms);
      if (another) everything.hold(ms);
    },
    heldMs(chat) {
      const until = Math.max(buckets.get(chat)?.heldUntil ?? 0, everything.heldUntil());
      return Math.max(0, until - stopwatch.now());
    },
  };
}
