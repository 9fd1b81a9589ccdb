/**
 * The nouns of facts. A *fact* is one detail that a registration states about an exemplar (Plan
 * 101, III, IV.1). Its *field* names it in code and in the history; its *key* names its question,
 * in drafts and in texts. Its *kind* defines how it is given, stored and shown. Prompt, parsing,
 * review screen, changing, history and Excel column follow from the declarations in `facts.ts`.
 */
import type { z } from 'zod';
import type { Locale, Translate } from '../../i18n.ts';
import type { Plan, SubjectCode } from '../../plan/plan.ts';

/** Limits of an answer's length or figure. */
export interface Bounds {
  min: number;
  max: number;
}

/**
 * The result of reading a typed line. The sentence for a problem is the text
 * `register-<key>-<problem>`.
 */
export type LineRead =
  | { ok: true; value: unknown }
  | { ok: false; problem: string }
  /** The line is too short or too long. */
  | { ok: false; problem: 'length'; bounds: Bounds };

/** How a person gives a fact. `own`: the form has a question written for it. */
export type Given =
  | { by: 'line'; read(text: string, today: string): LineRead; number?: boolean; brief?: boolean }
  | { by: 'paragraphs'; bounds: Bounds }
  | { by: 'choice'; values: readonly string[] }
  | { by: 'own' };

/** The reader of a fact's words: a language, the plan, and the texts. */
export interface FactReader {
  locale: Locale;
  plan: Plan;
  t: Translate;
}

/** The data, other than the value, that the words of a fact depend on. */
export interface FactPlace {
  key: string;
  /** Code of the exemplar's category when it had the value. */
  category: unknown;
  /** Whether the exemplar is a leader. */
  leader?: boolean | null;
  /** Returns the name of another exemplar; undefined when it is not known. */
  nameOf(id: number): string | undefined;
  /** Name of the draft that a leader heads, while it is one. */
  leadsDraft?: string | undefined;
  /** Returns the words of a unit's own criterion; undefined when they are not known. */
  ownWords(id: number): string | undefined;
}

/** How a cell of a list shows a fact. */
export interface FactCell {
  kind: 'number' | 'year' | 'date' | 'mark';
  value(value: unknown): number | string | null;
  /** SQL of the cell, where it is not the column itself. */
  sql?(column: string): string;
}

/** A kind of fact: its stored answer, its value and its words. */
export interface FactKind<Value> {
  given: Given;
  /** Reads the stored answer as the value. */
  schema: z.ZodType<Value>;
  /**
   * Turns the value back into the answer; undefined: the question has none. Left out: the value
   * itself.
   */
  answer?(value: unknown, fields: Readonly<Record<string, unknown>>): unknown;
  /** Says the value on a screen. Left out: the value itself. */
  say?(value: Value, reader: FactReader, place: FactPlace): string;
  /** Says on a screen that there is none. Left out: there is no line. */
  sayNone?(reader: FactReader, place: FactPlace): string | null;
  /** Says the value in the history. Left out: as on a screen. */
  sayInHistory?(value: Value, reader: FactReader, place: FactPlace): string;
  /** Left out: the words, as text. */
  cell?: FactCell;
  /** Whether the column is a day, read as `YYYY-MM-DD`. */
  isDay?: boolean;
}

/** The parts of a declaration other than its kind; all may be left out. */
export interface FactDeclared {
  /** Left out: the field. Never change one: drafts, history and texts contain it. */
  key?: string;
  /** The subject it is asked of. Left out: both. For the other subject it is null. */
  of?: SubjectCode;
  /** [Bỏ qua] skips it. */
  optional?: boolean;
  /** Tells whether a plan asks for it. Left out: every plan does. */
  inPlan?(plan: Plan): boolean;
  /** Keys of the facts that decide whether it applies. Left out: `subject`, where `of` is given. */
  follows?: string[];
  /** Whether the unit's most frequent answers are offered as buttons. */
  offered?: true;
  /** Whether a new exemplar may have it copied from an earlier one of its unit. */
  copied?: true;
  /** Key of the fact in whose question it is asked. */
  askedWith?: string;
  /** False: it is not a column of `exemplar`. */
  stored?: false;
  /** False: the unit cannot change it. */
  mendable?: false;
  /** False: it has no line of its own on screens, because the head or another line shows it. */
  line?: false;
  /** Whether persons have another label, `register-<key>-person-label`. */
  personLabel?: boolean;
  /**
   * Its column in *Danh sách chi tiết*: a heading and width, or the key of the fact whose column it
   * shares.
   */
  sheet?: { heading: string; width: number } | { with: string };
}

/** A declared fact, complete. */
export interface Fact extends FactDeclared {
  field: string;
  key: string;
  /** Its column in `exemplar`; null: none. */
  column: string | null;
  follows: string[];
  kind: FactKind<unknown>;
}

/** The declarations, by the schema that each made. */
const declared = new Map<z.ZodType, FactDeclared & { kind: FactKind<unknown> }>();

/** Declares a fact that every registration has. Returns the schema of its value. */
export function fact<Value>(kind: FactKind<Value>, given: FactDeclared = {}): z.ZodType<Value> {
  declared.set(kind.schema, { ...given, kind });
  return kind.schema;
}

/** Declares a fact that may be missing: optional, or of one subject only. */
export function maybeFact<Value>(
  kind: FactKind<Value>,
  given: FactDeclared = {},
): z.ZodType<NonNullable<Value> | null> {
  const schema = kind.schema.nullish().transform((value) => value ?? null);
  declared.set(schema, { ...given, kind });
  return schema;
}

/** Completes a declaration with its field. Throws when the schema declares no fact. */
export function factOf(field: string, schema: z.ZodType): Fact {
  const given = declared.get(schema);
  if (!given) throw new Error(`${field} is no fact`);
  const column = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return {
    ...given,
    field,
    key: given.key ?? field,
    column: given.stored === false ? null : column,
    follows: given.follows ?? (given.of ? ['subject'] : []),
  };
}

/** Writes the SQL that reads a column of `exemplar e`. */
export function columnSql(column: string, { isDay }: Pick<FactKind<unknown>, 'isDay'>): string {
  return isDay ? `to_char(e.${column}, 'YYYY-MM-DD')` : `e.${column}`;
}

/** Tells whether a fact applies to exemplars of this subject. */
export function appliesTo({ of }: Fact, subject: unknown): boolean {
  return of === undefined || of === subject;
}

/** Returns the key of a fact's label. */
export function factLabel({ key, personLabel }: Fact, subject: unknown): string {
  return personLabel && subject === 'individual' ? `register-${key}-person-label` : `register-${key}-label`;
}
