import type { Message, UserFromGetMe } from 'grammy/types';
import type { WireMessage } from '../../page/wire.ts';

/** Whose chat it is, in the Bot API's words. */
export interface Owner {
  chatId: number;
  label: string;
}

/** A stored message as the Bot API shows it: `message_id`, chat and sender come from its row. */
export function shownMessage(message: WireMessage, owner: Owner, me: UserFromGetMe) {
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
      : personOf(owner),
    chat: { id: owner.chatId, type: 'private' as const, first_name: owner.label },
    ...body,
    ...(reply_markup && 'inline_keyboard' in reply_markup && { reply_markup }),
  };
  return shown satisfies Message;
}

/** The person in front of the browser, as a Bot API user. */
export function personOf(owner: Owner, language?: string) {
  return {
    id: owner.chatId,
    is_bot: false,
    first_name: owner.label,
    ...(language && { language_code: language }),
  };
}
