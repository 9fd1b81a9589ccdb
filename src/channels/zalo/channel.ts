import { setTimeout as sleep } from 'node:timers/promises';
import type { UserFromGetMe } from 'grammy/types';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Clock } from '../../clock.ts';
import type { FileStore } from '../../store/files.ts';
import { botUser } from '../bot-api/bot-user.ts';
import type { Accept, Channel } from '../channel.ts';
import { plainFetch } from '../plain/bot-api.ts';
import { chatTurns } from '../plain/chat-turns.ts';
import { plainChats } from '../plain/chats.ts';
import type { PlainLinks } from '../plain/plain-channel.ts';
import { type SendLimits, sendGate } from '../send-gate.ts';
import { ZaloRefusal, zaloClient } from './client.ts';
import { zaloIds } from './ids.ts';
import { inboundOf } from './inbound.ts';
import { textLength, zaloOut } from './out.ts';
import { pollEvents } from './polling.ts';
import { webhookPath, webhookRoutes } from './webhook.ts';

/** Zalo documents no rate: these are modest, and 429 is obeyed. */
export const zaloLimits: SendLimits = { all: 10, perChat: 2 };

export interface ZaloOptions {
  token: string;
  apiRoot: string;
  /** How phones reach this server: for the webhook. */
  publicUrl: string;
  /** With it a webhook, otherwise long polling. */
  webhookSecret?: string | undefined;
  /** Opens the chat with the bot: only its owner knows it. */
  botUrl?: string | undefined;
  limits?: SendLimits | undefined;
  /** Seconds that a poll is held. A stop waits for its end, so it is short. Default 4. */
  pollSeconds?: number | undefined;
  pool: Pool;
  files: FileStore;
  links: PlainLinks;
  clock: Clock;
  log: Logger;
}

const self = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  account_name: z.string().optional(),
  display_name: z.string().optional(),
});

// Nothing is ever sent there: the channel's `fetch` answers by itself.
const apiRoot = 'http://zalo.invalid';
const token = '1:zalo';

/** How often storing is tried once the channel stops. */
const lastAttempts = 5;

/** Zalo's Bot Platform as a channel, by long polling or by webhook. An event is acknowledged only once it is stored. */
export function zaloChannel(options: ZaloOptions): Channel {
  const { pool, files, links, clock, log, webhookSecret } = options;
  const client = zaloClient({ token: options.token, apiRoot: options.apiRoot, log });
  const ids = zaloIds(pool);
  const chats = plainChats(pool, 'zalo');
  const turns = chatTurns();
  const stopping = new AbortController();
  const givingUp = new AbortController();
  const pollSeconds = options.pollSeconds ?? 4;
  let trouble: string | undefined = 'not connected yet';
  let ownId: string | undefined;
  let known: Promise<UserFromGetMe> | undefined;
  let receiving: Promise<void> = Promise.resolve();

  /** Asks until it is answered: Zalo may be out of reach today and not tomorrow, and other channels do not wait for it. */
  const persist = async <T>(what: string, ask: () => Promise<T>): Promise<T> => {
    for (let wait = 1000; ; wait = Math.min(wait * 2, 60_000)) {
      try {
        return await ask();
      } catch (error) {
        if (stopping.signal.aborted) throw error;
        trouble = `${what}: ${sayError(error)}`;
        log.warn({ what, reason: sayError(error) }, 'zalo is in trouble');
        await sleep(wait, undefined, { signal: stopping.signal });
      }
    }
  };

  const me = () => {
    known ??= persist('getMe', async () => {
      const { id, account_name, display_name } = self.parse(await client.call('getMe', {}));
      ownId = id;
      return botUser({
        id: await ids.numberOf(id),
        first_name: display_name ?? account_name ?? 'bot',
        username: (account_name ?? 'zalo_bot').replaceAll(/\W/g, '_'),
      });
    }).catch((error) => {
      known = undefined;
      throw error;
    });
    return known;
  };

  const inbound = { pool, files, clock, log, ids, chats, me, ownId: () => ownId };
  const storing = (accept: Accept) => async (event: unknown) => {
    const update = await inboundOf(inbound, event);
    if (update) await accept('zalo', [update]);
  };
  /** What a poll has given is never given again: a stop does not end the attempts to store it at once. */
  const storingPolled = (accept: Accept) => async (event: unknown) => {
    const store = storing(accept);
    for (let attempt = 1; ; attempt++) {
      try {
        return await persist('storing an event', () => store(event));
      } catch (error) {
        if (attempt < lastAttempts) await sleep(500);
        else {
          log.error({ reason: sayError(error) }, 'an event of Zalo could not be stored before the stop');
          throw error;
        }
      }
    }
  };
  const well = () => {
    trouble = undefined;
  };

  return {
    name: 'zalo',
    capabilities: { buttons: false, documentsIn: false, documentsOut: false, edit: false, textLength },
    token,
    apiRoot,
    fetch: plainFetch(
      {
        out: zaloOut({ client, ids, me, gate: sendGate(options.limits ?? zaloLimits) }),
        chats,
        links,
        files,
        clock,
        log,
        turns,
      },
      apiRoot,
      token,
    ),
    me,
    routes(http, accept) {
      if (webhookSecret) webhookRoutes(http, { secret: webhookSecret, store: storing(accept), well });
    },
    async start(accept) {
      const begin = async () => {
        // Own messages may come back: who we are must be known before anything is taken.
        await me();
        if (webhookSecret) {
          const url = `${options.publicUrl}${webhookPath}`;
          await persist('setWebhook', () => client.call('setWebhook', { url, secret_token: webhookSecret }));
          well();
          return;
        }
        await persist('deleteWebhook', () => client.call('deleteWebhook', {}));
        await pollEvents({
          client,
          seconds: pollSeconds,
          stopping: stopping.signal,
          giveUp: givingUp.signal,
          persist,
          store: storingPolled(accept),
          well,
        });
      };
      receiving = begin().catch((error) => {
        if (stopping.signal.aborted) return;
        trouble = sayError(error);
        log.error({ reason: sayError(error) }, 'zalo stopped receiving');
      });
    },
    async stop() {
      stopping.abort();
      const late = setTimeout(() => givingUp.abort(), pollSeconds * 1000 + 1500);
      await receiving;
      clearTimeout(late);
    },
    // It cannot bring the code along: that is typed.
    inviteLink: async () => options.botUrl,
    trouble: () => trouble,
  };
}

function sayError(error: unknown): string {
  if (error instanceof ZaloRefusal) return error.message;
  return error instanceof Error ? error.name : 'unknown';
}
