import type { UserFromGetMe } from 'grammy/types';
import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { PlainLinks } from '../../links/links.ts';
import type { FileStore } from '../../store/files.ts';
import type { KeptFile } from '../../store/keep-bytes.ts';
import type { FormattedText } from '../bot-api/html-text.ts';
import type { PlainChats } from './chats.ts';

/** A message that the channel has accepted. */
export interface SentMessage {
  /** Its number in the Bot API. */
  messageId: number;
  /** The channel's own time in milliseconds since 1970; 0 when it is not known. */
  date: number;
}

/**
 * The failure when it is unknown whether a message arrived. It must not be repeated without saying
 * so.
 */
export class FateUnknown extends Error {
  override name = 'FateUnknown';
}

/**
 * A channel without buttons, files and edits; the plain layer makes a Bot API of it. Refusals are
 * `BotApiError`.
 */
export interface PlainOut {
  /** Its name, also the prefix of chat keys. */
  name: string;
  me(): Promise<UserFromGetMe>;
  /** Maximum length of a text, and how the channel measures it. */
  textLength: number;
  measure?(text: FormattedText): number;
  /** Sends a text. Throws `FateUnknown` when it may have arrived. */
  sendText(chatId: number, text: FormattedText): Promise<SentMessage>;
  /**
   * Sends a picture, by its public address or as the file behind it. Throws `FateUnknown` when it
   * may have arrived.
   */
  sendPicture(chatId: number, address: string, caption: FormattedText, file: KeptFile): Promise<SentMessage>;
  typing(chatId: number): Promise<void>;
}

/** The dependencies of the plain layer. */
export interface PlainDeps {
  out: PlainOut;
  chats: PlainChats;
  links: PlainLinks;
  files: FileStore;
  clock: Clock;
  log: Logger;
}
