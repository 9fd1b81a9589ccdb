import type { InlineKeyboardButton, ReplyKeyboardMarkup } from 'grammy/types';
import type { WantedFiles } from '../../drafts/expecting.ts';

/** A message on its way out. `text` is HTML. */
export interface Reply {
  text: string;
  buttons?: InlineKeyboardButton[][];
  /**
   * Buttons about a message that is to be handed on: under it, or where they would be lines of it,
   * under a message of their own.
   */
  controls?: { text: string; buttons: InlineKeyboardButton[][] };
  /** The message is to be handed on as it stands: nothing else is said in it. */
  alone?: boolean;
  /** Instead of inline buttons, where the phone itself must answer (sharing a number). */
  keyboard?: ReplyKeyboardMarkup;
  /** Takes such a keyboard away again. Not beside `buttons`. */
  removeKeyboard?: boolean;
  /** The answer is a number, a year or a day: where buttons are typed, they need letters. */
  wantsNumber?: boolean;
  /**
   * The message is a question that waits for its answer: one of its buttons, or words just as well.
   */
  waitsFor?: 'choice' | 'words';
  /** The answer is files: where the chat takes none, a link to a page stands with it. */
  wantsFiles?: WantedFiles;
  /**
   * The message follows another reply whose buttons must stay: without buttons, these come beside
   * them.
   */
  keepsMenu?: boolean;
}
