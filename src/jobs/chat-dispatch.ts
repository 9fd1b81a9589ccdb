import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

/** Chats that are looked after, so many at once. */
export interface ChatDispatch {
  /** Looks after chats that have something new; a chat that is looked after already looks again. */
  look(chatKeys: Iterable<string>): void;
  /** Looks after a chat once `inMs` milliseconds have passed. */
  lookAgain(chatKey: string, inMs: number): void;
  /** Begins nothing more and waits for what is in flight, `longestEndMs` at most. */
  stop(): Promise<void>;
}

/** A stop waits so long for turns in flight. Milliseconds. */
const longestEndMs = 8500;
/** Wait after a look that failed, as while the database is away. Milliseconds. */
const afterFailureMs = 1000;

/**
 * Hands chats to `drain`, at most `concurrency` at once, in the order in which they came. The sweep
 * finds chats that are lost when the process dies.
 */
export function dispatchChats(options: {
  drain(chatKey: string): Promise<void>;
  concurrency: number;
  log: Logger;
}): ChatDispatch {
  const { drain, concurrency, log } = options;
  const waiting = new Set<string>();
  const running = new Set<Promise<void>>();
  const timers = new Map<string, NodeJS.Timeout>();
  let stopping = false;

  function begin(): void {
    for (const chatKey of waiting) {
      if (running.size >= concurrency) return;
      waiting.delete(chatKey);
      const run: Promise<void> = lookAt(chatKey).finally(() => {
        running.delete(run);
        begin();
      });
      running.add(run);
    }
  }

  async function lookAt(chatKey: string): Promise<void> {
    try {
      await drain(chatKey);
    } catch (error) {
      log.error({ err: error }, 'a chat could not be looked after');
      lookAgain(chatKey, afterFailureMs);
    }
  }

  function look(chatKeys: Iterable<string>): void {
    if (stopping) return;
    for (const chatKey of chatKeys) waiting.add(chatKey);
    begin();
  }

  function lookAgain(chatKey: string, inMs: number): void {
    if (stopping) return;
    clearTimeout(timers.get(chatKey));
    const timer = setTimeout(() => {
      timers.delete(chatKey);
      look([chatKey]);
    }, inMs);
    timers.set(chatKey, timer);
  }

  return {
    look,
    lookAgain,
    async stop() {
      stopping = true;
      waiting.clear();
      for (const timer of timers.values()) clearTimeout(timer);
      const late = new AbortController();
      await Promise.race([
        Promise.all(running),
        sleep(longestEndMs, undefined, { signal: late.signal }).catch(() => undefined),
      ]);
      late.abort();
    },
  };
}
