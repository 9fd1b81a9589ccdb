/** Types of the data between the page and the server, shared by both. */
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

/** Any keyboard that the Bot API accepts with a message. */
export type Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply;

/** A Bot API `Message` without the fields of its row (id, chat, sender). `date` in seconds, UTC. */
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
  /** Also reply keyboards, which the Bot API does not return in a message: the page needs them. */
  reply_markup?: Markup;
  /**
   * In the rehearsal: how the bot's question is answered when the chat is shown without buttons.
   */
  expecting?: Expecting;
  /**
   * A name for the person's own message, unique in the chat. The browser chose it, and a second
   * sending changes nothing.
   */
  client_key?: string;
}

/**
 * A message as the page receives it. A higher `version` of the same `id` replaces the lower one.
 */
export interface WireMessage extends MessageBody {
  id: number;
  version: number;
  fromBot: boolean;
  deleted?: boolean;
}

/** One page of a chat's messages, oldest first. */
export interface ChatPage {
  messages: WireMessage[];
  /** The page contains every change up to this version: listen from here on. */
  version: number;
  /** Whether there are older messages. */
  more: boolean;
  lastRead: number;
  commands: BotCommand[];
  /** Whether to show it as on a channel without buttons. */
  plain: boolean;
}

/** A person whom the visitor of a rehearsal can act as. */
export interface SelectablePerson {
  chatId: number;
  name: string;
  role: string;
  unit?: string;
  /** Whether the page has its own word instead of the name: no person has joined yet. */
  unnamed?: true;
  unread: number;
}

/** The app's time: an ISO instant and an IANA time zone. */
export interface ClockFace {
  now: string;
  zone: string;
}

/** A script that the rehearsal can play: the first year of the plan, or all five. */
export type PlayName = 'firstYear' | 'fiveYears';

/** The work that sample people do at a moment of a script. */
export type ActWork =
  | 'join'
  | 'register'
  | 'review'
  | 'nudge'
  | 'foster'
  | 'activities'
  | 'help'
  | 'report'
  | 'due'
  | 'awards'
  | 'summary'
  | 'conference'
  | 'nextPlan'
  | 'yearEnd';

/**
 * The state of the rehearsal's plays. `stopping`: the present steps still end. `impossible`: the
 * clock is past the script, or the roster is another one.
 */
export interface PlayState {
  state: 'ready' | 'playing' | 'stopping' | 'stopped' | 'done' | 'impossible';
  /** The play under way, or begun last. */
  play?: PlayName;
  /** The plays that can begin or continue now. */
  can: PlayName[];
  /** Steps done, of how many, and how many were left out. */
  done: number;
  of: number;
  skipped: number;
  /** While it plays: the moment, an ISO instant, and the work. */
  at?: string;
  work?: ActWork;
}

/** The answer to a pressed button. */
export interface PressAnswer {
  query: string;
  text?: string;
  alert?: boolean;
}

/**
 * The user of the page. These are the rehearsal's people, one signed-in person, or (without a chat)
 * a person who has yet to sign in.
 */
export type Session = { rehearsal: true } | { rehearsal: false; chatId?: number };

/** The devices of a signed-in person; `name` is null before they have joined. Instants are ISO. */
export interface Devices {
  name: string | null;
  devices: { id: number; label: string; since: string; lastSeen: string; here: boolean }[];
}

/** The body of a refused request. */
export interface WireError {
  error: { code: string; message: string };
}
