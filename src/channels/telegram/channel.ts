import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Api, GrammyError } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { Logger } from 'pino';
import type { Accept } from '../../jobs/inbound.ts';
import type { Channel } from '../channel.ts';
import { createPersist } from '../persist.ts';
import { isSameSecret } from '../same-secret.ts';
import type { SharedSends } from '../send-gate.ts';
import { createTelegramFetch } from './fetch.ts';
import { createGroupLeaver, isPrivate } from './groups.ts';
import { type SendLimits, telegramLimits } from './limits.ts';

const wanted = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;
const webhookPath = '/webhooks/telegram';
/** Seconds that Telegram holds a poll open. */
const pollSeconds = 25;
const confirmMs = 1500;
/** Milliseconds that an invitation waits for the bot's name, which its link needs. */
const linkMs = 2000;

/** The dependencies and settings of the Telegram channel. */
export interface TelegramOptions {
  token: string;
  apiRoot: string;
  /** With both, a webhook; otherwise long polling. */
  publicUrl?: string;
  webhookSecret?: string;
  limits?: SendLimits;
  /** With it the limits are those of all processes of the bot together. */
  shared?: SharedSends | undefined;
  log: Logger;
}

/**
 * Connects to Telegram, by long polling or by webhook. An update is acknowledged only once it is
 * stored.
 */
export function createTelegramChannel(options: TelegramOptions): Channel {
  const { token, apiRoot, publicUrl, webhookSecret, log } = options;
  const fetch = createTelegramFetch(options.limits ?? telegramLimits, log, undefined, options.shared);
  const api = new Api(token, { apiRoot, fetch: fetch as never });
  const stopping = new AbortController();
  let trouble: string | undefined = 'not connected yet';
  let known: Promise<UserFromGetMe> | undefined;
  let receiving: Promise<void> = Promise.resolve();

  const persist = createPersist({
    channel: 'telegram',
    log,
    stop: stopping.signal,
    say: sayError,
    troubled: (line) => {
      trouble = line;
    },
  });

  const me = () => {
    known ??= persist('getMe', () => api.getMe());
    return known;
  };
  const leaveGroup = createGroupLeaver({ api, me, persist });

  const poll = async (accept: Accept): Promise<void> => {
    await persist('deleteWebhook', () => api.deleteWebhook());
    trouble = undefined;
    let offset = 0;
    try {
      while (!stopping.signal.aborted) {
        const updates = await persist('getUpdates', () =>
          api.getUpdates(
            { offset, limit: 100, timeout: pollSeconds, allowed_updates: [...wanted] },
            stopping.signal as never,
          ),
        );
        trouble = undefined;
        await persist('storing updates', () => accept('telegram', updates.filter(isPrivate).map(inbound)));
        updates.forEach(leaveGroup);
        const last = updates.at(-1);
        if (last) offset = last.update_id + 1;
      }
    } finally {
      // Confirms what was stored, so that the next start does not receive it again; a stop does not
      // wait for it long.
      const inTime = AbortSignal.timeout(confirmMs);
      if (offset > 0)
        await api.getUpdates({ offset, limit: 1, timeout: 0 }, inTime as never).catch(() => undefined);
    }
  };

  return {
    name: 'telegram',
    capabilities: { buttons: true, documentsIn: true, documentsOut: true, edit: true, textLength: 4096 },
    token,
    apiRoot,
    fetch,
    me,
    routes(http, accept) {
      if (!webhookSecret) return;
      // Checked before the body is read: unauthorised requests are not read at all.
      const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
        if (!isSameSecret(request.headers['x-telegram-bot-api-secret-token'], webhookSecret))
          return reply.code(401).send({ error: 'wrong secret' });
      };
      http.post(webhookPath, { bodyLimit: 1024 * 1024, onRequest }, async (request, reply) => {
        const update = request.body;
        if (!isUpdate(update)) return reply.code(400).send({ error: 'not an update' });
        if (isPrivate(update)) await accept('telegram', [inbound(update)]);
        leaveGroup(update);
        trouble = undefined;
        return { ok: true };
      });
    },
    async start(accept) {
      const begin = async () => {
        if (publicUrl && webhookSecret) {
          const url = `${publicUrl}${webhookPath}`;
          await persist('setWebhook', () =>
            api.setWebhook(url, {
              secret_token: webhookSecret,
              allowed_updates: [...wanted],
              max_connections: 40,
            }),
          );
          trouble = undefined;
        } else {
          await poll(accept);
        }
      };
      receiving = begin().catch((error) => {
        if (!stopping.signal.aborted) {
          trouble = sayError(error);
          log.error({ reason: sayError(error) }, 'telegram stopped receiving');
        }
      });
    },
    async stop() {
      stopping.abort();
      await receiving;
    },
    inviteLink: async (code) => {
      // The bot may have no messages yet and Telegram may be unreachable: an invitation does not
      // wait long for its link.
      const bot = await Promise.race([me().catch(() => undefined), sleep(linkMs, undefined, { ref: false })]);
      return bot && `https://t.me/${bot.username}?start=${code.replace('-', '')}`;
    },
    trouble: () => trouble,
  };
}

const inbound = (update: Update) => ({ key: String(update.update_id), update });

function isUpdate(body: unknown): body is Update {
  return (
    typeof body === 'object' && body !== null && 'update_id' in body && Number.isSafeInteger(body.update_id)
  );
}

function sayError(error: unknown): string {
  if (error instanceof GrammyError) return `${error.error_code} ${error.description}`;
  return error instanceof Error ? error.name : 'unknown';
}
