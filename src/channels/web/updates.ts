import type { Update, UserFromGetMe } from 'grammy/types';
import type { Inbound } from '../../jobs/inbound.ts';
import { queryIdOf, updateIdOf } from '../../jobs/update-ids.ts';
import type { WireMessage } from '../../page/wire.ts';
import { type Owner, personOf, shownMessage } from './shown-message.ts';

/** A browser's key, made the channel's: nobody can use up another person's keys. */
export function updateKey(chatId: number, clientKey: string): string {
  return queryIdOf(chatId, clientKey);
}

/** A message that the person wrote, sent or shared, as an update. */
export function messageUpdate(
  message: WireMessage,
  clientKey: string,
  owner: Owner,
  me: UserFromGetMe,
  language: string,
): Inbound {
  const key = updateKey(owner.chatId, clientKey);
  const update: Update = {
    update_id: updateIdOf(key),
    message: { ...shownMessage(message, owner, me), from: personOf(owner, language) },
  };
  return { key, update };
}

/**
 * A pressed button as an update, with the message as it stands now; a message that is gone shows as
 * Telegram shows it.
 */
export function pressUpdate(
  message: WireMessage,
  data: string,
  clientKey: string,
  owner: Owner,
  me: UserFromGetMe,
  language: string,
): Inbound {
  const key = updateKey(owner.chatId, clientKey);
  const shown = shownMessage(message, owner, me);
  const update: Update = {
    update_id: updateIdOf(key),
    callback_query: {
      id: key,
      from: personOf(owner, language),
      chat_instance: String(owner.chatId),
      data,
      message: message.deleted ? { chat: shown.chat, message_id: shown.message_id, date: 0 as const } : shown,
    },
  };
  return { key, update };
}
