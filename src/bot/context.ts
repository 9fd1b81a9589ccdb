import type { ConversationFlavor } from '@grammyjs/conversations';
import type { Context } from 'grammy';
import type { Capabilities, Channel } from '../channels/channel.ts';
import type { Args, Locale } from '../i18n.ts';
import type { KnownPerson, Turn } from '../jobs/turn.ts';
import type { Command } from './feature.ts';
import type { Form, Reply } from './forms/form.ts';
import type { House } from './house.ts';
import type { Outbox } from './outbox.ts';

interface Flavor {
  house: House;
  channel: Channel;
  /** What this chat can show. */
  can: Capabilities;
  turn: Turn;
  /** Every form, by its key. */
  forms: Map<string, Form>;
  /** Every command, in the order of the menu. */
  commands: Command[];
  person: KnownPerson | null;
  locale: Locale;
  /** The form that this chat was filling in had ended before this update came. */
  draftGone?: boolean;
  /** What was typed to a form names a command, and cannot be an answer to its question. */
  commandMeant?: boolean;
  /** Plain text in the person's language. */
  t(key: string, args?: Args): string;
  /** Text with markup; arguments escaped. */
  html(key: string, args?: Args): string;
  /**
   * What became of a pressed button of a form: `chosen` is written under the question, `kept` leaves its buttons, `stale`
   * takes them away.
   */
  pressed?: 'chosen' | 'kept' | 'stale';
  /** The replies of this update that are not sent yet. */
  outbox: Outbox;
  /** Says something: replies of one update go out together, as one message where one can hold them. */
  say(reply: Reply): Promise<void>;
  /** As `say`, but at once: something is being done that takes long. */
  sayNow(reply: Reply): Promise<void>;
  /** As `say`, but in place of the message whose button was pressed, where the channel can. */
  sayInPlace(reply: Reply): Promise<void>;
}

export type BotContext = ConversationFlavor<Context & Flavor>;

/** Context of somebody who has joined. */
export type PersonContext = BotContext & { person: KnownPerson };
