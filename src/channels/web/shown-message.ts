import type { Message, UserFromGetMe } from 'grammy/types';
import type { WireMessage } from '../../page/wire.ts';

/** The owner of a chat, in the Bot API's format. */
export interface ChatOwner {
  chatId: number;
  label: string;
}

/**
 * Describes a stored message as the Bot API does: `message_id`, chat and sender come from its row.
 */
export function describeMessage(message: WireMessage, owner: ChatOwner, me: UserFromGetMe) {
  const {
    id,
    version: _version,
    fromBot,
    deleted: _deleted,
    client_key: _key,
    expecting: _hint,
    reply_markup,
    ...body
  } = message;
  const shown = {
    message_id: id,
    from: fromBot
      ? { id: me.id, is_bot: me.is_bot, first_name: me.first_name, username: me.username }
      : describeOwner(owner),
    chat: { id: owner.chatId, type: 'private' as const, first_name: owner.label },
    ...body,
    ...(reply_markup && 'inline_keyboard' in reply_markup && { reply_markup }),
  };
  return shown satisfies Message;
}

/** Describes the person at the browser as a Bot API user. */
export function describeOwner(owner: ChatOwner, language?: string) {
  return {
    id: owner.chatId,
    is_bot: false,
    first_name: owner.label,
    ...(language && { language_code: language }),
  };
}
