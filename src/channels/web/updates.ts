import type { Update, UserFromGetMe } from 'grammy/types';
import type { Inbound } from '../../jobs/inbound.ts';
import { buildQueryId, deriveUpdateId } from '../../jobs/update-ids.ts';
import type { WireMessage } from '../../page/wire.ts';
import { type ChatOwner, describeMessage, describeOwner } from './shown-message.ts';

/**
 * Builds the update key from a browser's key and the chat, so that one person cannot use up
 * another's keys.
 */
export function buildUpdateKey(chatId: number, clientKey: string): string {
  return buildQueryId(chatId, clientKey);
}

/** Builds the update of a message that the person wrote, sent or shared. */
export function buildWebMessageUpdate(
  message: WireMessage,
  clientKey: string,
  owner: ChatOwner,
  me: UserFromGetMe,
  language: string,
): Inbound {
  const key = buildUpdateKey(owner.chatId, clientKey);
  const update: Update = {
    update_id: deriveUpdateId(key),
    message: { ...describeMessage(message, owner, me), from: describeOwner(owner, language) },
  };
  return { key, update };
}

/**
 * Builds the update of a pressed button, with the message as it is now. A deleted message is
 * described as Telegram does.
 */
export function buildPressUpdate(
  message: WireMessage,
  data: string,
  clientKey: string,
  owner: ChatOwner,
  me: UserFromGetMe,
  language: string,
): Inbound {
  const key = buildUpdateKey(owner.chatId, clientKey);
  const shown = describeMessage(message, owner, me);
  const update: Update = {
    update_id: deriveUpdateId(key),
    callback_query: {
      id: key,
      from: describeOwner(owner, language),
      chat_instance: String(owner.chatId),
      data,
      message: message.deleted ? { chat: shown.chat, message_id: shown.message_id, date: 0 as const } : shown,
    },
  };
  return { key, update };
}
