import { z } from 'zod';
import type { Answers } from '../drafts/draft.ts';
import type { FactKind, FactReader } from '../exemplars/facts/fact.ts';
import { ownKind, textLine, wholeNumber } from '../exemplars/facts/kinds.ts';
import { EvaluationResult } from '../store/generated/enums.ts';
import { asked, type EvaluationQuestion, maybeAsked, questionOfField } from './question.ts';

/** A text of one message. */
const words = (max: number) => textLine({ min: 3, max, brief: true });

/** One of a few values; their words are the texts `evaluate-<field>-<value>`. */
function oneOfValues<Value extends string>(values: Record<string, Value>): FactKind<Value> {
  return {
    given: { by: 'choice', values: Object.values(values) },
    schema: z.enum(values),
    say: (value, { t }, { key }) => t(`evaluate-${key}-${value}`),
  };
}

/**
 * Every question about an exemplar in the annual report, declared once, in order (Plan 101, IV.3;
 * lessons: I.2, help: II.3). A new one needs a line here, its texts `evaluate-<field>…` in both
 * locales, and its column by a migration.
 */
export const evaluationFields = {
  result: asked(oneOfValues(EvaluationResult), { column: { heading: 'Đánh giá', share: 13 } }),
  spreadTo: maybeAsked(words(500), {
    after: ['spread'],
    column: { heading: 'Nơi đã nhân rộng', share: 17 },
  }),
  spreadCount: maybeAsked(wholeNumber({ min: 1, max: 1_000_000 }), {
    after: ['spread'],
    optional: true,
    column: { heading: 'Số đơn vị, hộ', share: 8 },
  }),
  difficulties: maybeAsked(words(1000), {
    optional: true,
    column: { heading: 'Khó khăn', share: 28 },
  }),
  help: maybeAsked(words(1000), { optional: true, column: { heading: 'Cần giúp đỡ', share: 19 } }),
  // The number of files: the files themselves are attachments.
  evidence: asked(
    ownKind(
      z
        .number()
        .nullish()
        .transform((n) => n ?? 0),
      { say: (n, { t }) => t('register-files-shown', { n }) },
    ),
    { optional: true, stored: false },
  ),
  lesson: maybeAsked(words(1000), {
    optional: true,
    column: { heading: 'Bài học kinh nghiệm', share: 22 },
  }),
};

const fields = z.object(evaluationFields);

/** What a unit found of an exemplar: the answers to all questions. */
export type EvaluationFacts = z.output<typeof fields>;

/** The questions in their order. */
export const evaluationQuestions: EvaluationQuestion[] = Object.entries(evaluationFields).map(
  ([field, schema]) => questionOfField(field, schema),
);

/** Tells whether a question is asked after this result. */
export function isAskedAfter({ after }: EvaluationQuestion, result: unknown): boolean {
  return after === undefined || after.some((one) => one === result);
}

/** Builds the key of a question about one exemplar: in drafts, and in what an officer returns. */
export function keyAbout(field: string, exemplarId: number): string {
  return `${field}@${exemplarId}`;
}

/**
 * Reads the answers about one exemplar. A question that its result leaves out is null. Throws for
 * answers that are not complete, which is a bug.
 */
export function readEvaluation(answers: Answers, exemplarId: number): EvaluationFacts {
  const result = answers[keyAbout('result', exemplarId)];
  return fields.parse(
    Object.fromEntries(
      evaluationQuestions.map((question) => [
        question.field,
        isAskedAfter(question, result) ? (answers[keyAbout(question.field, exemplarId)] ?? null) : null,
      ]),
    ),
  );
}

/** Says an answer on a screen or on paper; null: there is none. */
export function sayEvaluation(
  { field, kind }: EvaluationQuestion,
  value: unknown,
  reader: FactReader,
): string | null {
  if (value === null || value === undefined || value === '') return null;
  const place = { key: field, category: undefined, nameOf: () => undefined, ownWords: () => undefined };
  return kind.say ? kind.say(value, reader, place) : String(value);
}
