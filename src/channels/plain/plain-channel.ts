import type { UserFromGetMe } from 'grammy/types';
import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { Locale } from '../../i18n.ts';
import type { FileStore } from '../../store/files.ts';
import type { KeptBytes } from '../../store/keep-bytes.ts';
import type { FormattedText } from '../bot-api/html-text.ts';
import type { KeptFile } from '../bot-api/kept-file.ts';
import type { WantedFiles } from '../expecting.ts';
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

/** What a channel without buttons, files and edits can do: the plain layer makes a Bot API of it. Refusals are `BotApiError`. */
export interface PlainOut {
  /** Its name: also the prefix of chat keys. */
  name: string;
  me(): Promise<UserFromGetMe>;
  /** Longest text, and how long a text counts there. */
  textLength: number;
  measure?(text: FormattedText): number;
  /** Throws `FateUnknown` when it may have arrived. */
  sendText(chatId: number, text: FormattedText): Promise<Sent>;
  /** A picture: at its public address, or as the file that is behind it. Throws `FateUnknown` when it may have arrived. */
  sendPicture(chatId: number, address: string, caption: FormattedText, file: KeptFile): Promise<Sent>;
  typing(chatId: number): Promise<void>;
}

/** Links that stand for what the chat cannot carry. */
export interface PlainLinks {
  /** How long the link of a file works, in days. */
  fileDays: number;
  /** Keeps a file of this chat. */
  keep(chat: { channel: string; chatId: number }, bytes: KeptBytes): Promise<KeptFile>;
  /** The file with this id. */
  find(id: string): Promise<KeptFile | undefined>;
  /** Address of the file. */
  fileAddress(file: KeptFile): Promise<string>;
  /** Address of a page that takes files for this draft and question. */
  uploadAddress(
    chat: { channel: string; chatId: number },
    wanted: WantedFiles,
    locale: Locale,
  ): Promise<string>;
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
