import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';

/** How often the inbox is looked at, and after how long a turn counts as lost. Milliseconds. */
const look = { everyMs: 8, untilMs: 60_000 };

/** Waits for turns of many chats with one question to the database. */
export interface InboxWatch {
  /**
   * Resolves once no update of this chat waits. Throws when that takes too long, and when the app
   * stops.
   */
  handled(chatKey: string): Promise<void>;
  /** Ends every wait, as the app stops. */
  stop(): void;
}

/** Creates a watch of the inbox. One wait a chat at a time. */
export function watchInbox(pool: Pool): InboxWatch {
  const waiting = new Map<string, { resolve(): void; reject(error: Error): void; late: number }>();
  let looking = false;
  let stopped = false;
  const endAll = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const lookOn = async (): Promise<void> => {
    looking = true;
    try {
      while (waiting.size > 0) {
        await pause(look.everyMs);
        const asked = [...waiting.keys()];
        const { rows } = await pool.query<{ key: string }>({
          name: 'rehearsal-pending',
          text: `select distinct chat_key as key from inbox_update where chat_key = any ($1) and status = 'pending'`,
          values: [asked],
        });
        const pending = new Set(rows.map(({ key }) => key));
        for (const key of asked) settle(key, pending.has(key));
      }
    } catch (error) {
      endAll(error instanceof Error ? error : new Error(String(error)));
    } finally {
      looking = false;
    }
  };
  const settle = (key: string, isPending: boolean): void => {
    const one = waiting.get(key);
    if (!one || (isPending && performance.now() < one.late)) return;
    waiting.delete(key);
    if (isPending) one.reject(new Error('the update was not handled in time'));
    else one.resolve();
  };
  return {
    handled(chatKey) {
      if (stopped) return Promise.reject(new Error('the app stops'));
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      waiting.set(chatKey, { resolve, reject, late: performance.now() + look.untilMs });
      if (!looking) void lookOn();
      return promise;
    },
    stop() {
      stopped = true;
      endAll(new Error('the app stops'));
    },
  };
}
