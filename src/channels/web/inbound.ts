import type { Inbound } from '../../jobs/inbound.ts';
import type { WireMessage } from '../../page/wire.ts';
import { messageUpdate } from './updates.ts';
import type { WebChat } from './web-chats.ts';
import type { WebHouse } from './web-house.ts';

/**
 * A message of the person on its way to the bot. A shared phone number can only come from a page
 * that showed buttons.
 */
export async function inboundOf(
  house: WebHouse,
  chat: WebChat,
  message: WireMessage,
  clientKey: string,
  language: string,
): Promise<Inbound> {
  return chat.plain && house.plain && !message.contact
    ? await house.plain.inbound(chat, message, clientKey)
    : messageUpdate(message, clientKey, chat, house.me, language);
}
