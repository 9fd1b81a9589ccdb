import pg from 'pg';
import type { Logger } from 'pino';
import { z } from 'zod';
import { poolConfig } from '../../store/pool-config.ts';

const notice = z.object({
  /** The chat of the event; without one it is for all chats. */
  chat: z.number().optional(),
  typing: z.string().optional(),
  answered: z
    .object({ query: z.string(), text: z.string().optional(), alert: z.boolean().optional() })
    .optional(),
  read: z.number().optional(),
  commands: z.boolean().optional(),
  /** The chat's session has ended. */
  ended: z.boolean().optional(),
  clock: z.boolean().optional(),
});
/** An event of a chat. With none of the optional fields: its messages changed. */
export type ChatEvent = z.infer<typeof notice>;

/** Receives the events that any instance of the app sends to the browsers. */
export interface ChatEvents {
  /** Calls `listener` on every event until the returned function is called. */
  subscribe(listener: (wake: ChatEvent) => void): () => void;
  /** Starts listening; resolves when the first connection listens. */
  start(): Promise<void>;
  stop(): Promise<void>;
  trouble(): string | undefined;
}

/**
 * Sends an event to the browsers of all instances. It is not stored: only current listeners receive
 * it.
 */
export async function publishChatEvent(pool: pg.Pool, wake: ChatEvent): Promise<void> {
  await pool.query("SELECT pg_notify('web_chat', $1)", [JSON.stringify(wake)]);
}

/**
 * Listens for events on its own connection to the database at `url`. A broken connection is
 * replaced, and all chats are woken once, because events in between are lost.
 */
export function listenForChatEvents(url: string, log: Logger): ChatEvents {
  const listeners = new Set<(wake: ChatEvent) => void>();
  let client: pg.Client | undefined;
  let stopped = true;
  let retry: NodeJS.Timeout | undefined;

  const hear = (wake: ChatEvent) => {
    for (const listener of [...listeners]) listener(wake);
  };

  async function connect(): Promise<void> {
    const fresh = new pg.Client(poolConfig(url));
    const lose = (error?: Error) => {
      if (client !== fresh) return;
      client = undefined;
      fresh.end().catch(() => undefined);
      log.warn({ reason: error?.message }, 'web chat: lost the listening connection');
      again();
    };
    fresh.on('error', lose);
    fresh.on('end', () => lose());
    fresh.on('notification', ({ payload }) => {
      const read = notice.safeParse(parsed(payload));
      if (read.success) hear(read.data);
      else log.warn('web chat: a notice that nobody understands');
    });
    try {
      await fresh.connect();
      await fresh.query('LISTEN web_chat');
    } catch (error) {
      await fresh.end().catch(() => undefined);
      throw error;
    }
    if (stopped) {
      await fresh.end();
      return;
    }
    client = fresh;
    hear({});
  }

  function again(): void {
    if (stopped) return;
    retry = setTimeout(() => void connect().catch(again), 500);
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      stopped = false;
      await connect();
    },
    async stop() {
      stopped = true;
      clearTimeout(retry);
      const last = client;
      client = undefined;
      await last?.end().catch(() => undefined);
    },
    trouble: () => (stopped || client ? undefined : 'web chat: browsers are not told of new messages'),
  };
}

function parsed(payload: string | undefined): unknown {
  try {
    return JSON.parse(payload ?? '');
  } catch {
    return undefined;
  }
}
