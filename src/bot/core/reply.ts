import type { InlineKeyboardButton, ReplyKeyboardMarkup } from 'grammy/types';
import type { WantedFiles } from '../../drafts/expecting.ts';
import type { FileChat } from './send-made-file.ts';

/** Finished files of a message, which may be sent more than once until one account takes them. */
export interface ReplyFiles {
  send(chat: FileChat): Promise<void>;
  /** Deletes them: they were sent, or cannot be. */
  discard(): Promise<void>;
}

/** A message of the bot before it is sent. `text` is HTML. */
export interface Reply {
  text: string;
  buttons?: InlineKeyboardButton[][];
  /**
   * Buttons about a message to forward: under it, or where they would be lines of it, under a
   * message of their own.
   */
  controls?: { text: string; buttons: InlineKeyboardButton[][] };
  /** Whether the message is to forward unchanged: no other text is added to it. */
  alone?: boolean;
  /** In place of inline buttons, where the phone itself must answer (sharing a number). */
  keyboard?: ReplyKeyboardMarkup;
  /** Removes such a keyboard. Not together with `buttons`. */
  removeKeyboard?: boolean;
  /**
   * Whether the answer is a number, a year or a day: where buttons are typed, they need letters.
   */
  wantsNumber?: boolean;
  /** For a question that waits for its answer: one of its buttons, or words as well. */
  waitsFor?: 'choice' | 'words';
  /** The files of the answer: where the chat accepts none, a link to a page is added. */
  wantsFiles?: WantedFiles;
  /** Files that are the message: they carry its words, and it has no buttons. */
  files?: ReplyFiles;
  /**
   * Whether it follows another reply whose buttons must stay: on a channel without buttons, these
   * are added to them.
   */
  keepsMenu?: boolean;
}
