import type { UserFromGetMe } from 'grammy/types';
import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { PlainLinks } from '../../links/links.ts';
import type { FileStore } from '../../store/files.ts';
import type { KeptFile } from '../../store/keep-bytes.ts';
import type { FormattedText } from '../bot-api/html-text.ts';
import type { PlainChats } from './chats.ts';

/** A message as the channel took it. */
export interface Sent {
  /** Its number in the Bot API. */
  messageId: number;
  /** The channel's own time in milliseconds since 1970; 0 when it did not say. */
  date: number;
}

/** Nobody knows whether the message arrived: it must not be sent again without a word. */
export class FateUnknown extends Error {
  override name = 'FateUnknown';
}

/**
 * What a channel without buttons, files and edits can do: the plain layer makes a Bot API of it.
 * Refusals are `BotApiError`.
 */
export interface PlainOut {
  /** Its name: also the prefix of chat keys. */
  name: string;
  me(): Promise<UserFromGetMe>;
  /** Longest text, and how long a text counts there. */
  textLength: number;
  measure?(text: FormattedText): number;
  /** Throws `FateUnknown` when it may have arrived. */
  sendText(chatId: number, text: FormattedText): Promise<Sent>;
  /**
   * A picture: at its public address, or as the file that is behind it. Throws `FateUnknown` when
   * it may have arrived.
   */
  sendPicture(chatId: number, address: string, caption: FormattedText, file: KeptFile): Promise<Sent>;
  typing(chatId: number): Promise<void>;
}

/** What the plain layer works with. */
export interface PlainDeps {
  out: PlainOut;
  chats: PlainChats;
  links: PlainLinks;
  files: FileStore;
  clock: Clock;
  log: Logger;
}
