import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Files that the question of a message asks for; where they cannot be sent in the chat, a link
 * leads to a page that takes them.
 */
export interface WantedFiles {
  draftId: number;
  /**
   * The draft's `rev` when it was asked: once it has grown, the question has been answered or left.
   */
  rev: number;
  /** How many files there may be in all. */
  max: number;
  /**
   * Callback data that tells the bot of an upload: its key is added behind a colon. At most 40
   * bytes.
   */
  arrived: string;
}

/** What the bot expects the person to answer a message with. */
export interface Expecting {
  /** A number, a year, a day: digits are the answer, so they can press nothing. */
  number: boolean;
  files?: WantedFiles | undefined;
  /**
   * A question of a form, which waits for its answer: one of its choices, or words just as well.
   */
  waitsFor?: 'choice' | 'words' | undefined;
  /**
   * Said after something else that may be answered just as well: what can be chosen there still
   * can.
   */
  keepsMenu?: boolean | undefined;
  /** Comes of its own accord: what was asked before still waits for its answer. */
  unasked?: boolean | undefined;
}

const hints = new AsyncLocalStorage<Expecting>();

/**
 * Sends what `work` sends with a hint for channels without buttons, which the Bot API has no word
 * for. Channels that have buttons never look at it.
 */
export function expecting<T>(hint: Expecting, work: () => T): T {
  return hints.run(hint, work);
}

/**
 * The hint of whoever is sending; undefined: it is no question of the dialogue (a nudge), and what
 * stood before still stands.
 */
export function expected(): Expecting | undefined {
  return hints.getStore();
}
