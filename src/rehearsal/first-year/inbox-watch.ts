import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';

/** How often the inbox is looked at, and after how long a turn counts as lost. Milliseconds. */
const look = { everyMs: 6, untilMs: 30_000 };

/** Waits for turns of many chats with one question to the database. */
export interface InboxWatch {
  /** Resolves once no update of this chat waits. Throws when that takes too long. */
  handled(chatKey: string): Promise<void>;
}

/** Creates a watch of the inbox. */
export function watchInbox(pool: Pool): InboxWatch {
  const waiting = new Map<string, { resolve(): void; reject(error: Error): void; late: number }>();
  let looking = false;
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
      for (const { reject } of waiting.values())
        reject(error instanceof Error ? error : new Error(String(error)));
      waiting.clear();
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
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      waiting.set(chatKey, { resolve, reject, late: performance.now() + look.untilMs });
      if (!looking) void lookOn();
      return promise;
    },
  };
}
