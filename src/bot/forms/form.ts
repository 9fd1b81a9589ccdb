/**
 * The nouns of forms. A *form* is a list of questions and the use of their answers. A *draft* is
 * one form being filled in; it is the whole memory. A *scene* is everything that a question may
 * look at. An *answer kind* (`kinds/`) knows how one kind of answer is asked, read, pressed and
 * shown. A *step* is one question together with the update that came to it.
 */
import type { Contact, InlineKeyboardButton } from 'grammy/types';
import type { z } from 'zod';
import type { Answers, Draft } from '../../drafts/draft.ts';
import type { WantedFiles } from '../../drafts/expecting.ts';
import type { Args, Locale } from '../../i18n.ts';
import type { Turn } from '../../jobs/turn.ts';
import type { KnownPerson } from '../../people/known-person.ts';
import type { BotContext } from '../core/context.ts';
import type { House } from '../core/house.ts';
import type { Reply } from '../core/reply.ts';
import type { FormPress, Op } from './buttons.ts';

export type { Reply } from '../core/reply.ts';

/** A value now, or a promise of one. */
export type Maybe<T> = T | Promise<T>;

/** Everything that a question may look at. `Subject`: the type of the form's subject. */
export interface Scene<Subject = unknown> {
  house: House;
  draft: Draft;
  /** The draft's subject, read with the schema of its form. */
  subject: Subject;
  /** The draft's answers, each read with the schema of its question. */
  answers: Answers;
  turn: Turn;
  person: KnownPerson | null;
  locale: Locale;
  now: Date;
  /** When the present message was sent; now, where it was a press. */
  saidAt: Date;
  /** The member of the list, for a repeated question. */
  item?: RepeatItem;
  /** Plain text, for labels. */
  t(key: string, args?: Args): string;
  /** Text with markup; arguments escaped. */
  html(key: string, args?: Args): string;
}

/** The reading of a typed text: a value, or a sentence (HTML) with the mistake and an example. */
export type Read<T = unknown> = { ok: true; value: T } | { ok: false; say: string };

/** A button that answers a question or has another effect. */
export interface Option {
  /** ASCII, at most 16 characters: it is part of the button. */
  value: string;
  label: string;
  /** The whole text, where the label is shortened: any part of it may be typed. */
  words?: string;
  /** Other words that mean it: "phụ nữ" for Nữ. */
  also?: readonly string[];
  /** Has another effect than answering with `value`. */
  act?(scene: Scene): Promise<Effect>;
}

/** A file that came with a message, before it is fetched. */
export interface IncomingFile {
  fileId: string;
  /** Photos have none. */
  name?: string;
  /** Bytes, when the channel says. */
  size?: number;
}

/** The effect of pressing an option. `set` patches the answers (undefined removes one). */
export interface Effect {
  set?: Answers;
  say?: Reply;
  /** Whether the draft ends here, discarded. */
  discard?: boolean;
}

/** A question with its scene and options, asked of one person. */
export interface Asked<Subject = unknown> {
  form: Form<Subject>;
  scene: Scene<Subject>;
  question: Question<unknown, Subject>;
  /** The question's options; none where its kind has none. */
  options: Option[];
}

/** One question and one update. */
export interface Step<Subject = unknown> extends Asked<Subject> {
  ctx: BotContext;
}

/**
 * The result of an update for the form. `moved`: ask the next question. `again`: refused, so ask
 * the same question below the reason. `stay`: the person was told. `over`: the form has ended.
 */
export type Outcome = 'moved' | 'again' | 'stay' | 'over';

/** Buttons of a kind's own: rows above the common ones (back, skip, save), and some after them. */
export interface OwnButtons {
  rows: InlineKeyboardButton[][];
  /** Buttons after the common ones: where buttons are numbered, those keep their numbers. */
  behind?: InlineKeyboardButton[];
  /** False: the kind provides all buttons. */
  common?: boolean;
}

/**
 * A kind of answer. One file of `kinds/` creates each; the runner calls these members and never
 * asks for the kind, so a new kind is a new file.
 */
export interface AnswerKind<Value = unknown, Subject = unknown> {
  /** The schema of the stored answer; `null` (skipped) is the runner's. */
  readonly value: z.ZodType<Value>;
  /** Whether free words are an answer, or only one of the buttons. */
  readonly waitsFor: 'choice' | 'words';
  /** Marks of lines ("5", "A)") that are no answer here, since they mean a missing line. */
  readonly foreignMarks?: 'all' | 'letters';
  /** Marks that may still be an answer: Y is a name. */
  readonly ownMarks?: readonly string[];
  /** Whether "Không" skips an optional question of this kind. */
  readonly noSkips?: boolean;
  /** Whether an identity number typed here must not be refused (a phone number looks like one). */
  readonly takesLongNumbers?: boolean;
  /**
   * Whether words that mean "done" ("xong rồi") end it, where other words are a part of the answer.
   */
  readonly doneByWords?: boolean;
  /** Whether it leads to the lines that a text wants to change by itself. */
  readonly leadsToLines?: boolean;
  /** Whether it says why: "gõ nhầm số" is a reason then, and no wish to change that line. */
  readonly tellsWhy?: boolean;

  /** Its options, one button each. */
  options?(scene: Scene<Subject>): Maybe<Option[]>;
  /** Codes of options in a stored answer: it can be kept only while they exist. */
  codesOf?(value: unknown): unknown[];
  /** Buttons of its own, for one page of the options. */
  buttons(asked: Asked<Subject>, page: number): Maybe<OwnButtons>;
  /** A keyboard that replaces all buttons. */
  keyboard?(asked: Asked<Subject>): NonNullable<Reply['keyboard']>;
  /**
   * The text under the question, in HTML of at most `room` characters; it replaces the earlier
   * answer.
   */
  below?(asked: Asked<Subject>, room: number): Maybe<string | undefined>;
  /** Files that the question asks for. */
  wantsFiles?(asked: Asked<Subject>): WantedFiles;
  /** Tells whether a part was handed in already, which [Bỏ qua] must not lose. */
  hasPart?(asked: Asked<Subject>): Promise<boolean>;

  /** Finds which of its own buttons the words name. */
  named?(text: string, asked: Asked<Subject>): Pick<FormPress, 'op' | 'value'> | undefined;
  /** Reads a text as a value, where one text is the answer. */
  read?(text: string, scene: Scene<Subject>): Maybe<Read>;
  /** Handles a text. */
  text(step: Step<Subject>, text: string): Promise<Outcome>;
  /** Handles a file; without it files are refused. */
  file?(step: Step<Subject>, file: IncomingFile, caption: string | undefined): Promise<Outcome>;
  /** Handles a shared contact. */
  contact?(step: Step<Subject>, contact: Contact): Promise<Outcome>;
  /** Handles a message without text, file or contact. `lost`: the channel could not pass it on. */
  other?(step: Step<Subject>, lost: boolean): Promise<Outcome>;
  /** Handles the mark of a missing line. */
  foreignMark?(step: Step<Subject>, mark: string): Promise<Outcome>;
  /** Handles one of its own buttons; undefined: the button is not of this kind. */
  press?(step: Step<Subject>, op: Op, value: string): Promise<Outcome | undefined>;
  /** Runs after an answer was saved. */
  answered?(step: Step<Subject>): Promise<void>;
}

/** One question of a form. */
export interface Question<Value = unknown, Subject = unknown> {
  /** ASCII, at most 16 characters. Never reuse one for another meaning: drafts outlive deploys. */
  key: string;
  /** The question, with advice how to answer it. */
  ask(scene: Scene<Subject>): Maybe<string>;
  /** Its name on the review screen and in "please mend …". */
  label(scene: Scene<Subject>): string;
  answer: AnswerKind<Value, Subject>;
  /** False: the question is left out. */
  when?(scene: Scene<Subject>): boolean;
  optional?: boolean;
  /** Whether its answer is a number, a year or a day, or may be. */
  wantsNumber?: boolean;
  /** Whether it has no number, as warnings and screens. */
  unnumbered?: boolean;
  /**
   * Whether it has the number of the question before it: it follows an answer in the middle of the
   * form, and the number of questions must not change there.
   */
  sharesNumber?: boolean;
  /** The answer in words; undefined keeps it off the review screen. */
  show?(value: Value, scene: Scene<Subject>): Maybe<string | undefined>;
  /** Further changes by the answer: answers that no longer fit. */
  saved?(value: Value | null, scene: Scene<Subject>): Maybe<Answers>;
  /**
   * Key of the question on whose line of the review screen this one is shown, too: to change that
   * line asks both. It has no line of its own.
   */
  partOf?: string;
  /** Set by the runner for a repeated question: its member of the list, with its place. */
  about?: { item: RepeatItem; n: number; of: number };
}

/** A member of the list that a group of questions is repeated for. */
export interface RepeatItem {
  /**
   * Letters, digits or `-`, at most 8, unique in the list and never changed: answers are stored
   * under it.
   */
  key: string;
  /** Its name for a person. Plain text. */
  label: string;
  /**
   * Its place among what a person counts, where several members belong to one of them; `of` 0: it
   * has none. Left out: its place in the list.
   */
  place?: { n: number; of: number };
}

/** A group of questions that is asked for each member of a list. */
export interface Repeated<Subject = unknown> {
  /**
   * The list. Take it from the draft's subject, where `finish` may put another one; it may grow by
   * its own answers.
   */
  each(scene: Scene<Subject>): RepeatItem[];
  /** Asked for each member; `scene.item` says which. Their answers are kept as `key@item`. */
  questions: Question<unknown, Subject>[];
}

/** An ordered list of questions, and the use of their answers. */
export interface Form<Subject = unknown> {
  key: string;
  /**
   * The schema of the form's subject. Drafts outlive deploys: additions of a later release are
   * optional.
   */
  subject: z.ZodType<Subject>;
  questions: (Question<unknown, Subject> | Repeated<Subject>)[];
  /** The answer that decides how many questions there are, with all its values. */
  decides?: { key: string; values: readonly string[] };
  /**
   * Tells whether this person may fill in the draft; checked at every step, since roles can end.
   */
  allowed(scene: Scene<Subject>): boolean;
  /** The plan that the draft is about: its questions see it as `house.plan`. Left out: none. */
  planOf?(subject: Subject): number | undefined;
  /** Whether it writes nothing under that plan, and can be filled in when the plan is closed. */
  onlyReads?: boolean;
  /** Earlier answers, shown where a question is asked again. */
  previous?(scene: Scene<Subject>): Answers | undefined;
  /** False: too short to be saved for later, so there is no [Lưu nháp]. */
  savable?: boolean;
  /** A short name of this draft for lists: «Đăng ký "Làng Đê Kốp"». Plain text. */
  title(scene: Scene<Subject>): string;
  /**
   * Runs when all questions are answered. It must be idempotent by the draft and close it in its
   * own transaction. It returns the last message, or answers to change (missing ones are then asked
   * again).
   */
  finish(scene: Scene<Subject>): Promise<Finished>;
  /** Lines that can be read and not changed. */
  locks?: Locks<Subject>;
  /** Groups of questions that one message can answer, a line each. */
  together?: Together[];
}

/** Questions that one message can answer. */
export interface Together {
  /** Their keys, in the order of the form. The first question names the others. */
  keys: string[];
  /** Keys of questions behind them that may be answered too, and are not named. */
  further?: string[];
  /** Splits a message into the answers; one part: the message answers one question. */
  split(text: string): string[];
  /**
   * Tells, by key, whether a part may be that question's answer. Such a part is read as words, also
   * where the question has options.
   */
  fits?: Record<string, (text: string) => boolean>;
}

/** The result of a form whose questions are all answered. */
export type Finished =
  | { end: Reply }
  | {
      set: Answers;
      say?: Reply;
      /** A file to look at before the next question. */
      file?: MadeFile;
      /** The draft's new subject, if it has changed. */
      subject?: object;
      /** The question to continue with; without it the first without an answer. */
      cursor?: string | null;
    };

/** A file that a form made of its answers. */
export interface MadeFile {
  name: string;
  bytes: Uint8Array;
  /** Plain text. */
  caption: string;
}

/** Lines of a form that cannot be changed until one question is answered. */
export interface Locks<Subject = unknown> {
  /** Tells whether this question's answer must stay unchanged, for every button. */
  locked(question: Question, scene: Scene<Subject>): boolean;
  /** Tells whether any line is locked. */
  any(scene: Scene<Subject>): boolean;
  /** Key of the question that opens them, and its button on the review screen. */
  opener: string;
  label(scene: Scene<Subject>): string;
}

declare module '../core/context.ts' {
  interface BotFlavor {
    /** Every form, by its key. */
    forms: Map<string, Form>;
  }
}
