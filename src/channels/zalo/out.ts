import type { UserFromGetMe } from 'grammy/types';
import { z } from 'zod';
import { BotApiError } from '../bot-api/api-error.ts';
import type { FormattedText } from '../bot-api/html-text.ts';
import type { PlainOut, SentMessage } from '../plain/plain-channel.ts';
import { htmlLength, toHtml } from '../plain/to-html.ts';
import type { SendGate } from '../send-gate.ts';
import { type ZaloClient, ZaloRefusal } from './client.ts';
import { milliseconds } from './event.ts';
import { deriveMessageNumber, type ZaloIds } from './ids.ts';

/** Maximum length of texts and captions, in UTF-16 units with their tags. */
export const textLength = 2000;

/** In milliseconds. A longer wait is left to the caller, which tries again later. */
const longestHoldMs = 20_000;

const sentMessage = z.looseObject({
  message_id: z.union([z.string(), z.number()]).transform(String),
  date: z.coerce.number().catch(0),
});

/** Creates the plain layer's access to Zalo. `gate` decides when a message may go to a chat. */
export function createZaloOut(deps: {
  client: ZaloClient;
  ids: ZaloIds;
  gate: SendGate;
  me(): Promise<UserFromGetMe>;
}): PlainOut {
  const { client, ids, gate, me } = deps;

  const send = async (
    method: 'sendMessage' | 'sendPhoto',
    chatId: number,
    parameters: Record<string, unknown>,
  ): Promise<SentMessage> => {
    const chat_id = await ids.externalOf(chatId);
    if (chat_id === undefined) throw new BotApiError(400, 'Bad Request: chat not found');
    const held = gate.heldMs(chat_id);
    if (held > longestHoldMs)
      throw new BotApiError(
        429,
        `Too Many Requests: retry after ${Math.ceil(held / 1000)}`,
        Math.ceil(held / 1000),
      );
    await gate.awaitTurn(chat_id);
    const result = await asked(() => client.call(method, { chat_id, ...parameters })).catch((error) => {
      if (error instanceof BotApiError && error.retryAfter) gate.hold(chat_id, error.retryAfter * 1000);
      throw error;
    });
    const read = sentMessage.safeParse(result);
    if (!read.success) return { messageId: 0, date: 0 };
    return { messageId: deriveMessageNumber(read.data.message_id), date: milliseconds(read.data.date) };
  };

  return {
    name: 'zalo',
    textLength,
    measure: htmlLength,
    me,
    sendText: (chatId, text) => send('sendMessage', chatId, styled('text', text)),
    sendPicture: (chatId, photo, caption) =>
      send('sendPhoto', chatId, { photo, ...(caption.text === '' ? {} : { caption: caption.text }) }),
    async typing(chatId) {
      const chat_id = await ids.externalOf(chatId);
      if (chat_id === undefined) return;
      // Not awaited, and a failure has no effect.
      await client.call('sendChatAction', { chat_id, action: 'typing' }, { timeoutMs: 5000 }).catch(() => {});
    },
  };
}

function styled(field: 'text', part: FormattedText) {
  const { text, styled } = toHtml(part);
  return styled ? { [field]: text, parse_mode: 'html' } : { [field]: text };
}

/** Translates Zalo's refusals into the Bot API's. */
async function asked<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof ZaloRefusal)) throw error;
    if (error.code === 429)
      throw new BotApiError(429, error.message, Math.ceil((error.retryAfterMs ?? 30_000) / 1000));
    // Not reached, or the token is wrong: the message is not at fault, and a later attempt may
    // work.
    if (error.code === 0 || error.code === 401) throw new BotApiError(503, error.message);
    // An internal error of Zalo, which is also the meaning of its 403 (not that the person has
    // blocked the bot).
    if (error.code === 403 || error.code >= 500) throw new BotApiError(502, error.message);
    throw new BotApiError(400, error.message);
  }
}
