import type { Stopwatch } from './stopwatch.ts';

/** Lets messages of all chats through, in order, at most so many in any span of time. */
export interface SendWindow {
  /** Waits until a message to `chat` may be sent, and counts it. */
  pass(chat: string): Promise<void>;
  /** Counts a message that went another way. */
  count(): void;
  /** Lets nothing through for so many milliseconds. */
  hold(ms: number): void;
  /** Returns until when nothing is let through, by the stopwatch. */
  heldUntil(): number;
}

/** A limit in whole messages: at most `most` in any `spanMs` milliseconds. */
export interface WindowSize {
  most: number;
  spanMs: number;
}

/** Converts messages a second, such as 30 or 0.5 or 2.5, to whole messages. */
export function readWindowSize(perSecond: number): WindowSize {
  const most = Math.max(1, Math.floor(perSecond));
  return { most, spanMs: Math.ceil((most / perSecond) * 1000) };
}

/** Creates the window of one process: at most `most` within any `spanMs`. */
export function createSendWindow({ most, spanMs }: WindowSize, stopwatch: Stopwatch): SendWindow {
  /** When the last `most` were let through; the oldest is at `next`. */
  const went: number[] = [];
  let next = 0;
  let heldUntil = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function take(): Promise<void> {
    for (;;) {
      const now = stopwatch.now();
      const wait = Math.max(heldUntil - now, (went[next] ?? Number.NEGATIVE_INFINITY) + spanMs - now);
      if (wait <= 0) break;
      await stopwatch.sleep(wait);
    }
    count();
  }

  function count(): void {
    went[next] = stopwatch.now();
    next = (next + 1) % most;
  }

  return {
    count,
    async pass(): Promise<void> {
      const mine = last.then(take);
      last = mine;
      await mine;
    },
    hold(ms: number): void {
      heldUntil = Math.max(heldUntil, stopwatch.now() + ms);
    },
    heldUntil: () => heldUntil,
  };
}
