import type { UserFromGetMe } from 'grammy/types';
import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { PlainLinks } from '../../links/links.ts';
import type { Database } from '../../store/database.ts';
import type { FileStore } from '../../store/files.ts';
import { buildBotUser } from '../bot-api/bot-user.ts';
import { createBotApiFetch } from '../bot-api/server.ts';
import type { Channel } from '../channel.ts';
import { createPersist } from '../persist.ts';
import { servePlainBotApi } from '../plain/bot-api.ts';
import { createChatTurns } from '../plain/chat-turns.ts';
import { openPlainChats } from '../plain/chats.ts';
import { createSendGate, type SendLimits, type SharedSends } from '../send-gate.ts';
import { createZaloClient } from './client.ts';
import { openZaloIds } from './ids.ts';
import { keepWebhook } from './keep-webhook.ts';
import { createZaloOut, textLength } from './out.ts';
import { createZaloPhotos } from './photo.ts';
import { pollEvents } from './polling.ts';
import { sayZaloError } from './say-error.ts';
import { keepSelf, readSelf, self } from './self.ts';
import { createEventStore, storePolled } from './store-events.ts';
import { addWebhookRoutes } from './webhook.ts';

/** Zalo documents no limits: these are modest, and 429 is respected. */
export const zaloLimits: SendLimits = { all: 10, perChat: 2, burst: 4 };

/** The dependencies and settings of the Zalo channel. */
export interface ZaloOptions {
  token: string;
  apiRoot: string;
  /** Address at which phones and Zalo reach this server. */
  publicUrl: string;
  /** With it a webhook, otherwise long polling. */
  webhookSecret?: string | undefined;
  /** The link that opens the chat with the bot; only its owner knows it. */
  botUrl?: string | undefined;
  limits?: SendLimits | undefined;
  /** With it the limits are those of all processes of the bot together. */
  shared?: SharedSends | undefined;
  /** Interval for checking that the webhook is still ours, in milliseconds. Default 5 minutes. */
  webhookCheckMs?: number | undefined;
  /** Seconds that a poll is held. A stop waits for its end, so it is short. Default 4. */
  pollSeconds?: number | undefined;
  db: Pick<Database, 'pool' | 'prisma'>;
  files: FileStore;
  links: PlainLinks;
  clock: Clock;
  log: Logger;
}

// Nothing is ever sent there: the channel's `fetch` answers by itself.
const apiRoot = 'http://zalo.invalid';
const token = '1:zalo';

/**
 * Connects to Zalo's Bot Platform, by long polling or by webhook. An event is acknowledged only
 * once it is stored.
 */
export function createZaloChannel(options: ZaloOptions): Channel {
  const { db, files, links, clock, log, webhookSecret } = options;
  const { pool } = db;
  const client = createZaloClient({ token: options.token, apiRoot: options.apiRoot, log });
  const ids = openZaloIds(pool);
  const chats = openPlainChats(pool, 'zalo');
  const turns = createChatTurns();
  const stopping = new AbortController();
  const givingUp = new AbortController();
  const pollSeconds = options.pollSeconds ?? 4;
  let trouble: string | undefined = 'not connected yet';
  let ownId: string | undefined;
  let known: Promise<UserFromGetMe> | undefined;
  let receiving: Promise<void> = Promise.resolve();

  const persist = createPersist({
    channel: 'zalo',
    log,
    stop: stopping.signal,
    say: sayZaloError,
    troubled: (line) => {
      trouble = line;
    },
  });

  const askMe = async () => {
    const bot = await persist('getMe', async () => self.parse(await client.call('getMe', {})));
    await keepSelf(pool, options.token, bot);
    return bot;
  };
  /**
   * Uses the stored user of the last start: while Zalo cannot be reached, stored updates are
   * handled all the same.
   */
  const me = () => {
    known ??= (async () => {
      const { id, account_name, display_name } = (await readSelf(pool, options.token)) ?? (await askMe());
      ownId = id;
      return buildBotUser({
        id: await ids.numberOf(id),
        first_name: display_name ?? account_name ?? 'bot',
        username: (account_name ?? 'zalo_bot').replaceAll(/\W/g, '_'),
      });
    })().catch((error) => {
      known = undefined;
      throw error;
    });
    return known;
  };

  const photos = createZaloPhotos({ db, files, clock, log, http: options.apiRoot.startsWith('http:') });
  const inbound = { clock, log, ids, chats, photos, me, ownId: () => ownId };
  const storing = createEventStore(inbound);
  const well = () => {
    trouble = undefined;
  };

  return {
    name: 'zalo',
    capabilities: { buttons: false, documentsIn: false, documentsOut: false, edit: false, textLength },
    token,
    apiRoot,
    fetch: createBotApiFetch(
      servePlainBotApi(
        {
          out: createZaloOut({
            client,
            ids,
            me,
            gate: createSendGate(options.limits ?? zaloLimits, options.shared),
          }),
          chats,
          links: { ...links, find: photos.find },
          files,
          clock,
          log,
          turns,
        },
        { apiRoot, token },
      ),
    ),
    me,
    routes(http, accept) {
      if (webhookSecret) addWebhookRoutes(http, { secret: webhookSecret, store: storing(accept), well });
    },
    async start(accept) {
      const begin = async () => {
        // Own messages may come back: our own id must be known before events are accepted.
        await me();
        if (webhookSecret) {
          const { publicUrl, webhookCheckMs: checkMs } = options;
          const webhook = { publicUrl, secret: webhookSecret, checkMs };
          return keepWebhook({ client, persist, log, stopping: stopping.signal, ...webhook, well });
        }
        await persist('deleteWebhook', () => client.call('deleteWebhook', {}));
        await pollEvents({
          client,
          seconds: pollSeconds,
          stopping: stopping.signal,
          giveUp: givingUp.signal,
          persist,
          store: storePolled(storing(accept), { persist, log }),
          well,
        });
      };
      receiving = begin().catch((error) => {
        if (stopping.signal.aborted) return;
        trouble = sayZaloError(error);
        log.error({ reason: sayZaloError(error) }, 'zalo stopped receiving');
      });
    },
    async stop() {
      stopping.abort();
      const late = setTimeout(() => givingUp.abort(), pollSeconds * 1000 + 1500);
      await receiving;
      clearTimeout(late);
    },
    // The link cannot include the code, which people type.
    inviteLink: async () => options.botUrl,
    trouble: () => trouble,
  };
}
