import type { Account } from './chat.ts';

/** An event as it is transferred. */
export interface ZaloEvent {
  event_name: string;
  message: {
    /** Unix milliseconds. */
    date: number;
    chat: { chat_type: string; id: string };
    message_id: string;
    from: { id: string; is_bot: boolean; display_name: string };
    text?: string;
    photo_url?: string;
    caption?: string;
    sticker?: string;
    url?: string;
    voice_url?: string;
  };
}

/** The content of a message, by the name of its event. */
export type Content =
  | { kind: 'text'; text: string }
  | { kind: 'image'; photo_url: string; caption?: string }
  | { kind: 'sticker'; sticker: string; url: string }
  | { kind: 'voice'; voice_url: string }
  /** A document, a contact, a place: the event says only that it came. */
  | { kind: 'unsupported' };

/** The event of a message that `from` wrote in the chat of `account`. */
export function eventOf(
  account: Account,
  message: { id: string; date: number },
  { kind, ...content }: Content,
  from: { id: string; is_bot: boolean; display_name: string } = {
    id: account.id,
    is_bot: false,
    display_name: account.displayName,
  },
): ZaloEvent {
  return {
    event_name: `message.${kind}.received`,
    message: {
      date: message.date,
      chat: { chat_type: 'PRIVATE', id: account.id },
      message_id: message.id,
      from,
      ...content,
    },
  };
}
