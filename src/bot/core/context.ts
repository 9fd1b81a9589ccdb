import type { ConversationFlavor } from '@grammyjs/conversations';
import type { Context } from 'grammy';
import type { Capabilities, Channel } from '../../channels/channel.ts';
import type { Args, Locale } from '../../i18n.ts';
import type { Turn } from '../../jobs/turn.ts';
import type { KnownPerson } from '../../people/known-person.ts';
import type { Access } from '../../people/rights.ts';
import type { House } from './house.ts';
import type { Outbox } from './outbox.ts';
import type { PressTable } from './press-table.ts';
import type { Reply } from './reply.ts';

/**
 * The bot's additions to grammY's context. Higher layers add their own members by declaration
 * merging: forms add the list of forms.
 */
export interface BotFlavor {
  house: House;
  channel: Channel;
  /** The capabilities of this chat. */
  can: Capabilities;
  turn: Turn;
  /** Every command, in the order of the menu. */
  commands: Command[];
  person: KnownPerson | null;
  locale: Locale;
  /** Whether the form of this chat had ended before this update came. */
  draftGone?: boolean;
  /** Whether a text typed to a form names a command, and cannot be an answer to its question. */
  commandMeant?: boolean;
  /** Whether the text of this update was refused as an answer. */
  refused?: boolean;
  /** Plain text in the person's language. */
  t(key: string, args?: Args): string;
  /** Text with markup; arguments escaped. */
  html(key: string, args?: Args): string;
  /**
   * The effect of a form's pressed button: `chosen` is written under the question, `kept` keeps its
   * buttons, `stale` removes them.
   */
  pressed?: 'chosen' | 'kept' | 'stale';
  /** Every kind of button with its handler. */
  presses: PressTable;
  /** The button that the text of this update names, and the message that shows it. */
  typedPress?: { messageId: number; data: string };
  /** The replies of this update that are not sent yet. */
  outbox: Outbox;
  /** Says something: replies of one update are sent together, as one message if possible. */
  say(reply: Reply): Promise<void>;
  /** Says something at once, because the work takes long. */
  sayNow(reply: Reply): Promise<void>;
  /** Says something in place of the message whose button was pressed, where the channel can. */
  sayInPlace(reply: Reply): Promise<void>;
}

/** The context of every handler of the bot. */
export type BotContext = ConversationFlavor<Context & BotFlavor>;

/** A command, declared once: its menu line, help, rights and plain words follow from it. */
export interface Command {
  /** Without the slash. Its menu line is the text `command-<name>`. */
  name: string;
  /** The right to use it. */
  right: Access;
  /**
   * Words for it, with accents; they are recognised without accents too, and in either language.
   * The first are shown in help.
   */
  words: Record<Locale, [string, ...string[]]>;
  /** Words that mean it to a liaison only; to others they are another command's. */
  liaisonWords?: string[];
  /**
   * Words that mean it where something follows them that names no other command: "tìm cồng chiêng",
   * but not "tìm báo cáo 2021".
   */
  looseWords?: string[];
  /** Words that mean it and are its `args`: "tổng hợp 2021" is `/baocao tổng hợp 2021`. */
  wordsOfArgs?: string[];
  /**
   * Another meaning of its plain words, for people who have that right and not its own: a command,
   * with these words before the others.
   */
  orElse?: { name: string; words: string; right: Access };
  /** Something may follow it: `/baocao tonghop 2021`. `slash`: only behind the slash. */
  takesArgs?: boolean | 'slash';
  /** The words behind it stay as typed: what sounds like courtesy may be looked for. */
  keepsArgs?: boolean;
  /** It says itself what becomes of a form that it came in the middle of. */
  ownsPause?: boolean;
  /** `args`: the text after the command. */
  run(ctx: BotContext, args: string): Promise<unknown>;
}
