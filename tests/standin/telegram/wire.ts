import { type Account, type Chat, type StoredMessage, shown } from './chat.ts';
import type { StoredFile } from './files.ts';

/** An object of the Bot API as it is transferred. */
export type Wire = Record<string, unknown>;

/** A person as a `User`. */
export function wireUser(account: Account): Wire {
  return { is_bot: false, ...account };
}

/** A private chat as a `Chat`. */
export function wireChat({ account }: Chat): Wire {
  const { language_code: _, ...rest } = account;
  return { ...rest, type: 'private' };
}

/** Describes a message in its present state as a `Message`. */
export function wireMessage(chat: Chat, message: StoredMessage, bot: Wire): Wire {
  const { text, entities, inline } = shown(message);
  const repliedTo = message.replyTo === undefined ? undefined : chat.find(message.replyTo);
  const shownText = text === '' ? undefined : text;
  const shownEntities = entities.length > 0 ? entities : undefined;
  return withoutGaps({
    message_id: message.id,
    from: message.fromBot ? bot : wireUser(chat.account),
    chat: wireChat(chat),
    date: message.date,
    edit_date: message.editDate,
    reply_to_message: repliedTo && withoutReply(wireMessage(chat, repliedTo, bot)),
    media_group_id: message.mediaGroup,
    ...(message.file
      ? { ...wireFile(message.file), caption: shownText, caption_entities: shownEntities }
      : { text: shownText, entities: shownEntities }),
    contact: message.contact,
    reply_markup: inline.length > 0 ? { inline_keyboard: inline } : undefined,
  });
}

/** Describes a deleted message as an `InaccessibleMessage`. */
export function wireGone(chat: Chat, message: StoredMessage): Wire {
  return { chat: wireChat(chat), message_id: message.id, date: 0 };
}

function wireFile({ kind, fileId, uniqueId, name, mimeType, bytes }: StoredFile): Wire {
  const file = { file_id: fileId, file_unique_id: uniqueId, file_size: bytes.length };
  if (kind === 'document') return { document: { ...file, file_name: name, mime_type: mimeType } };
  // The small size has an id that cannot be loaded: a bot must take the largest, which Telegram
  // puts last.
  const small = { file_id: `${fileId}-s`, file_unique_id: `${uniqueId}-s`, width: 90, height: 67 };
  return { photo: [small, { ...file, width: 1280, height: 960 }] };
}

function withoutReply({ reply_to_message: _, ...message }: Wire): Wire {
  return message;
}

function withoutGaps(wire: Wire): Wire {
  return Object.fromEntries(Object.entries(wire).filter(([, value]) => value !== undefined));
}
