import { expected } from '../../drafts/expecting.ts';
import type { MessageBody } from '../../page/wire.ts';
import { BotApiError, buildBadRequest } from '../bot-api/api-error.ts';
import { nextPieceKey } from '../sending.ts';
import { shownMessage } from './shown-message.ts';
import { addBotMessage } from './transcript.ts';
import type { WebApi } from './web-api.ts';
import { findWebChat, type WebChat } from './web-chats.ts';

/**
 * Puts a message of the bot into a chat, dated now, and gives it back as the Bot API does. One that
 * is named (`sending.ts`) is there once, however often it is sent. Refuses as `chatToWriteIn`.
 */
export async function post(api: WebApi, chatId: number, body: Omit<MessageBody, 'date'>) {
  const hint = api.keepsHints ? expected() : undefined;
  const date = Math.floor(api.clock.now().getTime() / 1000);
  const [chat, message] = await Promise.all([
    findWebChat(api.db.pool, chatId),
    addBotMessage(api.db.pool, chatId, { date, ...body, ...(hint && { expecting: hint }) }, nextPieceKey()),
  ]);
  if (!chat) throw buildBadRequest('chat not found');
  // Whether somebody reads it is said by the message alone: who reads it and signs out at once has
  // been told.
  if (!message) throw nobodyThere();
  return shownMessage(message, chat, api.me);
}

/**
 * The chat, when somebody reads it. 400: no such chat. 403, as of a person who blocked the bot:
 * whoever was signed in is not any more, so the house looks for another way to tell them.
 */
export async function chatToWriteIn(api: WebApi, chatId: number): Promise<WebChat> {
  const chat = await findWebChat(api.db.pool, chatId);
  if (!chat) throw buildBadRequest('chat not found');
  if (chat.closed) throw nobodyThere();
  return chat;
}

function nobodyThere(): BotApiError {
  return new BotApiError(403, 'Forbidden: bot was blocked by the user');
}
