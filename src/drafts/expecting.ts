import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * The files that a message's question asks for. Where the chat cannot carry them, a link leads to a
 * page that takes them.
 */
export interface WantedFiles {
  draftId: number;
  /**
   * The draft's `rev` at the time of the question: a higher one means that it has been answered or
   * left.
   */
  rev: number;
  /** Maximum number of files in total. */
  max: number;
  /** The part of the draft that they belong to; left out: the whole draft. */
  part?: string | undefined;
  /**
   * Callback data that tells the bot of an upload: its key is added after a colon. At most 40
   * bytes.
   */
  arrived: string;
}

/** The answer that the bot expects to a message. */
export interface Expecting {
  /** A number, a year, a day: digits are the answer, so they can press nothing. */
  number: boolean;
  files?: WantedFiles | undefined;
  /** For a question of a form: one of its choices, or words as well. */
  waitsFor?: 'choice' | 'words' | undefined;
  /** Whether the choices of an earlier message still work after this one. */
  keepsMenu?: boolean | undefined;
  /** Whether it was sent without a request: the earlier question still waits for its answer. */
  unasked?: boolean | undefined;
}

const hints = new AsyncLocalStorage<Expecting>();

/**
 * Runs `work` with a hint for the messages it sends, for channels without buttons. The Bot API has
 * no field for it; channels with buttons ignore it.
 */
export function sendExpecting<T>(hint: Expecting, work: () => T): T {
  return hints.run(hint, work);
}

/**
 * Returns the hint of the current sending. Undefined: the message is not part of the dialogue (a
 * nudge), and the earlier choices stay.
 */
export function readExpecting(): Expecting | undefined {
  return hints.getStore();
}
