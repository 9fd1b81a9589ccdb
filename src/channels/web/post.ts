import { badRequest } from '../bot-api/api-error.ts';
import type { BotApi } from './bot-api.ts';
import { shownMessage } from './shown-message.ts';
import { addBotMessage } from './transcript.ts';
import { findWebChat } from './web-chats.ts';
import type { MessageBody } from './wire.ts';

/** Puts a message of the bot into a chat, dated now, and gives it back as the Bot API does. 400: no such chat. */
export async function post(api: BotApi, chatId: number, body: Omit<MessageBody, 'date'>) {
  const date = Math.floor(api.clock.now().getTime() / 1000);
  const [chat, message] = await Promise.all([
    findWebChat(api.db.pool, chatId),
    addBotMessage(api.db.pool, chatId, { date, ...body }),
  ]);
  if (!chat || !message) throw badRequest('chat not found');
  return shownMessage(message, chat, api.me);
}
