/**
 * The nouns of evaluations (Plan 101, IV.3). An *evaluation* is what a unit found of one of its
 * exemplars in a year. A *question* of it is one declaration in `questions.ts`: prompt, reading,
 * review, the line that an officer returns, history and the columns of Word and Excel follow.
 */
import type { z } from 'zod';
import type { FactKind } from '../exemplars/facts/fact.ts';
import type { EvaluationResult } from '../store/generated/enums.ts';

/** The parts of a declaration other than its kind; all may be left out. */
export interface QuestionDeclared {
  /** The results after which it is asked. Left out: after each. */
  after?: readonly EvaluationResult[];
  /** [Bỏ qua] skips it. */
  optional?: true;
  /** False: it is not a column of `evaluation`. */
  stored?: false;
  /** Its column in the table of the annual report and in *Kết quả năm*. */
  column?: { heading: string; share: number };
}

/** A declared question, complete. Its field names it in drafts, texts and the database. */
export interface EvaluationQuestion extends QuestionDeclared {
  field: string;
  kind: FactKind<unknown>;
}

/** The declarations, by the schema that each made. */
const declared = new Map<z.ZodType, QuestionDeclared & { kind: FactKind<unknown> }>();

/** Declares a question that every evaluation has answered. Returns the schema of its value. */
export function asked<Value>(kind: FactKind<Value>, given: QuestionDeclared = {}): z.ZodType<Value> {
  declared.set(kind.schema, { ...given, kind });
  return kind.schema;
}

/** Declares a question without an answer where it is skipped or not asked. */
export function maybeAsked<Value>(
  kind: FactKind<Value>,
  given: QuestionDeclared = {},
): z.ZodType<NonNullable<Value> | null> {
  const schema = kind.schema.nullish().transform((value) => value ?? null);
  declared.set(schema, { ...given, kind });
  return schema;
}

/** Completes a declaration with its field. Throws when the schema declares no question. */
export function questionOfField(field: string, schema: z.ZodType): EvaluationQuestion {
  const given = declared.get(schema);
  if (!given) throw new Error(`${field} is no question of an evaluation`);
  return { ...given, field };
}
