import pg from 'pg';
import type { Logger } from 'pino';
import { z } from 'zod';
import { poolConfig } from '../../store/pool-config.ts';

const notice = z.object({
  /** The chat it is about; without one it is about all. */
  chat: z.number().optional(),
  typing: z.string().optional(),
  answered: z
    .object({ query: z.string(), text: z.string().optional(), alert: z.boolean().optional() })
    .optional(),
  read: z.number().optional(),
  commands: z.boolean().optional(),
  /** Whoever was signed in to the chat is not any more. */
  ended: z.boolean().optional(),
  clock: z.boolean().optional(),
});
/** Something happened in a chat; with none of the optional fields: its messages changed. */
export type Wake = z.infer<typeof notice>;

/** Hears what any instance of the house tells the browsers. */
export interface Wakes {
  /** Calls `listener` on every wake until the returned function is called. */
  subscribe(listener: (wake: Wake) => void): () => void;
  /** Starts listening; resolves when the first connection listens. */
  start(): Promise<void>;
  stop(): Promise<void>;
  trouble(): string | undefined;
}

/** Tells all instances' browsers. Nothing is kept: who is not listening does not hear it. */
export async function tell(pool: pg.Pool, wake: Wake): Promise<void> {
  await pool.query("SELECT pg_notify('web_chat', $1)", [JSON.stringify(wake)]);
}

/**
 * LISTEN on one connection of its own to the database at `url`. When it breaks it is made anew, and
 * everybody is woken once, because what was told in between is lost.
 */
export function listenForWakes(url: string, log: Logger): Wakes {
  const listeners = new Set<(wake: Wake) => void>();
  let client: pg.Client | undefined;
  let stopped = true;
  let retry: NodeJS.Timeout | undefined;

  const hear = (wake: Wake) => {
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
