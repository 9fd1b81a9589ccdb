import type { Inbound } from '../../jobs/inbound.ts';
import type { WireMessage } from '../../page/wire.ts';
import { buildWebMessageUpdate } from './updates.ts';
import type { WebChat } from './web-chats.ts';
import type { WebHouse } from './web-house.ts';

/**
 * Turns a message of the person into an update for the bot. A shared phone number can only come
 * from a page that showed buttons.
 */
export async function readWebInbound(
  house: WebHouse,
  chat: WebChat,
  message: WireMessage,
  clientKey: string,
  language: string,
): Promise<Inbound> {
  return chat.plain && house.plain && !message.contact
    ? await house.plain.inbound(chat, message, clientKey)
    : buildWebMessageUpdate(message, clientKey, chat, house.me, language);
}
