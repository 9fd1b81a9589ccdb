import type { InlineKeyboardButton, ReplyKeyboardMarkup } from 'grammy/types';
import type { WantedFiles } from '../../channels/expecting.ts';
import type { Answers, Draft } from '../../forms/draft.ts';
import type { Args, Locale } from '../../i18n.ts';
import type { KnownPerson, Turn } from '../../jobs/turn.ts';
import type { House } from '../house.ts';

/** A message on its way out. `text` is HTML. */
export interface Reply {
  text: string;
  buttons?: InlineKeyboardButton[][];
  /** Instead of inline buttons, where the phone itself must answer (sharing a number). */
  keyboard?: ReplyKeyboardMarkup;
  /** Takes such a keyboard away again. Not beside `buttons`. */
  removeKeyboard?: boolean;
  /** The answer is a number, a year or a day: where buttons are typed, they need letters. */
  wantsNumber?: boolean;
  /** It is a question that waits for its answer: one of its buttons, or words just as well. */
  waitsFor?: 'choice' | 'words';
  /** The answer is files: where none can be sent in the chat, a link to a page goes with it. */
  wantsFiles?: WantedFiles;
  /** It follows another reply, whose buttons must stay: where only the latest can be chosen, these come beside them. */
  besides?: boolean;
}

/** Everything a question may look at. */
export interface Scene {
  house: House;
  draft: Draft;
  answers: Answers;
  turn: Turn;
  person: KnownPerson | null;
  locale: Locale;
  now: Date;
  /** Plain text, for labels. */
  t(key: string, args?: Args): string;
  /** Text with markup; arguments escaped. */
  html(key: string, args?: Args): string;
}

/** What a person typed, read: a value, or a sentence (HTML) that says what is wrong and gives an example. */
export type Read<T = unknown> = { ok: true; value: T } | { ok: false; say: string };

export interface Option {
  /** ASCII, at most 30 characters: it travels in the button. */
  value: string;
  label: string;
  /** Does something else than answering with `value`. */
  act?(scene: Scene): Promise<Effect>;
}

/** What pressing an option does. `set` patches the answers (undefined removes one). */
export interface Effect {
  set?: Answers;
  say?: Reply;
  /** The draft ends here, discarded. */
  discard?: boolean;
}

export type Maybe<T> = T | Promise<T>;

export type AnswerKind =
  /** One of a few; the label may be typed too. */
  | {
      kind: 'choice';
      options(scene: Scene): Maybe<Option[]>;
      /** The options that "có" and "không" choose; `yes` and `no` when left out. */
      yes?: string;
      no?: string;
      /** Other words than those of an option, as changes of the answers; undefined: not understood. */
      typed?(text: string, scene: Scene): Maybe<Answers | undefined>;
    }
  /** One message. `options` adds buttons that answer or act. */
  | { kind: 'text'; read(text: string, scene: Scene): Maybe<Read>; options?(scene: Scene): Maybe<Option[]> }
  /** A phone number: typed, or shared by the phone. */
  | { kind: 'phone'; read(text: string, scene: Scene): Maybe<Read> }
  /** Several messages, joined, until [Xong]. */
  | { kind: 'paragraphs'; min: number; max: number }
  /** Several of many, until [Xong]; with `own`, whatever is typed is kept under that answer. */
  | { kind: 'ticks'; options(scene: Scene): Maybe<Option[]>; own?: string; atLeastOne: boolean }
  /** Files until [Xong]; the answer is how many. */
  | { kind: 'files'; min: number; max: number }
  /** Everything on one screen, then send. */
  | { kind: 'confirm'; sendLabel(scene: Scene): string; editable: boolean };

export interface Question {
  /** ASCII, at most 16 characters. Never reuse one for another meaning: drafts outlive deploys. */
  key: string;
  /** The question, with how to answer it. */
  ask(scene: Scene): Maybe<string>;
  /** Its name in the review screen and in "please mend …". */
  label(scene: Scene): string;
  answer: AnswerKind;
  /** Left out while this says no. */
  when?(scene: Scene): boolean;
  optional?: boolean;
  /** Its answer is a number, a year or a day, or may be. */
  wantsNumber?: boolean;
  /** Warnings and screens have no number of their own. */
  unnumbered?: boolean;
  /** The answer in words; undefined keeps it off the review screen. */
  show?(value: unknown, scene: Scene): string | undefined;
  /** What else the answer changes: answers that no longer fit, things looked up for later questions. */
  saved?(value: unknown, scene: Scene): Maybe<Answers>;
}

/** An ordered list of questions and what becomes of the answers. */
export interface Form {
  key: string;
  questions: Question[];
  /** Who may go on with a draft; checked at every step, since roles are taken away too. */
  allowed(scene: Scene): boolean;
  /** False: too short to be kept for later, so there is no [Lưu nháp]. */
  savable?: boolean;
  /** A short name of this draft for lists: «Đăng ký "Làng Đê Kốp"». Plain text. */
  title(scene: Scene): string;
  /**
   * All questions are answered. Must be idempotent by the draft and close it in its own transaction.
   * Either the last word, or answers to change (asking again what is then missing).
   */
  finish(scene: Scene): Promise<{ end: Reply } | { set: Answers; say?: Reply }>;
}
