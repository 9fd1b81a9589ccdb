import type { Message, Update, UserFromGetMe } from 'grammy/types';
import type { Inbound } from '../../jobs/inbound.ts';
import { buildQueryId, deriveUpdateId } from '../../jobs/update-ids.ts';
import type { PlainChat } from './chats.ts';
import { findChoice } from './choose.ts';
import type { LiveMenu } from './menu.ts';

/** A text that a person sent in a chat without buttons. */
export interface TypedText {
  /** The message's name in its channel, which never changes. */
  key: string;
  messageId: number;
  chatId: number;
  name: string;
  text: string;
  /** When it was sent, in the channel's milliseconds; undefined: just now. */
  sentAt: number | undefined;
}

/**
 * Turns a typed text into an update. It is a button press when it names a choice of the live menu,
 * otherwise a message.
 */
export function readTypedUpdate(typed: TypedText, chat: PlainChat, me: UserFromGetMe, now: number): Inbound {
  const { key, chatId, text, sentAt } = typed;
  const chosen = findChoice(chat, text, sentAt ?? Number.POSITIVE_INFINITY, now);
  if (chosen?.choice.data === undefined) {
    const said = chosen?.choice.say ?? text;
    return { key, update: buildMessageUpdate(typed, { text: said, ...commandIn(said) }) };
  }
  return {
    key,
    update: {
      update_id: deriveUpdateId(key),
      callback_query: {
        id: buildQueryId(chatId, key),
        from: personOf(typed),
        chat_instance: String(chatId),
        data: chosen.choice.data,
        message: shownMenu(chosen.menu, chatId, me),
      },
    },
  };
}

/**
 * Builds the update of a person's message with this `content`; without content it cannot be read
 * here.
 */
export function buildMessageUpdate(
  typed: Omit<TypedText, 'text'>,
  content: Pick<Message, 'text' | 'entities' | 'photo' | 'caption'>,
): Update {
  return {
    update_id: deriveUpdateId(typed.key),
    message: {
      message_id: typed.messageId,
      date: Math.floor((typed.sentAt ?? 0) / 1000),
      chat: { id: typed.chatId, type: 'private', first_name: typed.name },
      from: personOf(typed),
      ...content,
    },
  };
}

/** The message that showed the menu, with its buttons; its words are not stored. */
function shownMenu(menu: LiveMenu, chatId: number, me: UserFromGetMe): Message {
  return {
    message_id: menu.messageId,
    date: Math.floor(menu.shownAt / 1000),
    chat: { id: chatId, type: 'private', first_name: '' },
    from: { id: me.id, is_bot: true, first_name: me.first_name, username: me.username },
    reply_markup: {
      inline_keyboard: menu.choices.flatMap(({ label, data }) =>
        data === undefined ? [] : [[{ text: label, callback_data: data }]],
      ),
    },
  };
}

function personOf({ chatId, name }: Omit<TypedText, 'text'>) {
  return { id: chatId, is_bot: false, first_name: name };
}

/** grammY finds commands by their entity. */
function commandIn(text: string): Pick<Message, 'entities'> {
  const command = /^\/\w{1,64}/.exec(text)?.[0];
  return command ? { entities: [{ type: 'bot_command', offset: 0, length: command.length }] } : {};
}
