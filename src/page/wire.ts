/** What travels between the page and the server: types only, shared by both. */
import type {
  BotCommand,
  Contact,
  Document,
  ForceReply,
  InlineKeyboardMarkup,
  MessageEntity,
  PhotoSize,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from 'grammy/types';
import type { Expecting } from '../drafts/expecting.ts';

/** Any keyboard that the Bot API takes with a message. */
export type Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply;

/**
 * A Bot API `Message` without what its row already says (id, chat, sender). `date` in seconds, UTC.
 */
export interface MessageBody {
  date: number;
  edit_date?: number;
  text?: string;
  entities?: MessageEntity[];
  caption?: string;
  caption_entities?: MessageEntity[];
  document?: Document;
  photo?: PhotoSize[];
  contact?: Contact;
  media_group_id?: string;
  /** Also reply keyboards, which the Bot API would not show in a message: the page needs them. */
  reply_markup?: Markup;
  /**
   * Rehearsal: what the bot's question is to be answered with, should the chat be shown without
   * buttons.
   */
  expecting?: Expecting;
  /**
   * Names the person's own message within the chat: the browser chose it, and sending it again
   * changes nothing.
   */
  client_key?: string;
}

/** A message as the page gets it. A higher `version` of the same `id` replaces the lower one. */
export interface WireMessage extends MessageBody {
  id: number;
  version: number;
  fromBot: boolean;
  deleted?: boolean;
}

/** One screenful of a chat, oldest first. */
export interface ChatPage {
  messages: WireMessage[];
  /** Everything up to here is in what was sent: listen from here on. */
  version: number;
  /** Whether there are older messages. */
  more: boolean;
  lastRead: number;
  commands: BotCommand[];
  /** Shown as on a channel without buttons. */
  plain: boolean;
}

/** Somebody whom one can be in the rehearsal. */
export interface PersonToBe {
  chatId: number;
  name: string;
  role: string;
  unit?: string;
  unread: number;
}

/** The house's time: an ISO instant and an IANA time zone. */
export interface ClockFace {
  now: string;
  zone: string;
}

/** The answer to a pressed button. */
export interface Answered {
  query: string;
  text?: string;
  alert?: boolean;
}

/**
 * Who the page is for: the rehearsal's people, one signed-in person, or (without a chat) somebody
 * who is to sign in.
 */
export type Session = { rehearsal: true } | { rehearsal: false; chatId?: number };

/** Where a person is signed in; `name` is null before they have joined. Instants are ISO. */
export interface Devices {
  name: string | null;
  devices: { id: number; label: string; since: string; lastSeen: string; here: boolean }[];
}

export interface WireError {
  error: { code: string; message: string };
}
