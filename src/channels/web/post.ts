import { readExpecting } from '../../drafts/expecting.ts';
import type { MessageBody } from '../../page/wire.ts';
import { BotApiError, buildBadRequest } from '../bot-api/api-error.ts';
import { nextPieceKey } from '../sending.ts';
import { describeMessage } from './shown-message.ts';
import { addBotMessage } from './transcript.ts';
import type { WebApi } from './web-api.ts';
import { findWebChat, type WebChat } from './web-chats.ts';

/**
 * Adds a message of the bot to a chat, dated now, and returns it as the Bot API does. A named
 * message (`sending.ts`) is stored once, however often it is sent. Refuses like
 * `requireWritableChat`.
 */
export async function postMessage(api: WebApi, chatId: number, body: Omit<MessageBody, 'date'>) {
  const hint = api.keepsHints ? readExpecting() : undefined;
  const date = Math.floor(api.clock.now().getTime() / 1000);
  const [chat, message] = await Promise.all([
    findWebChat(api.db.pool, chatId),
    addBotMessage(api.db.pool, chatId, { date, ...body, ...(hint && { expecting: hint }) }, nextPieceKey()),
  ]);
  if (!chat) throw buildBadRequest('chat not found');
  // The message alone decides whether it can be read: a person who reads it and signs out at once
  // has been told.
  if (!message) throw nobodyThere();
  return describeMessage(message, chat, api.me);
}

/**
 * Returns the chat when a person can read it. 400: no such chat. 403, as for a person who blocked
 * the bot: its session has ended, so the app looks for another way to reach the
 * person.
 */
export async function requireWritableChat(api: WebApi, chatId: number): Promise<WebChat> {
  const chat = await findWebChat(api.db.pool, chatId);
  if (!chat) throw buildBadRequest('chat not found');
  if (chat.closed) throw nobodyThere();
  return chat;
}

function nobodyThere(): BotApiError {
  return new BotApiError(403, 'Forbidden: bot was blocked by the user');
}
