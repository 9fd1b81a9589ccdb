import { z } from 'zod';
import type { Question, Scene } from '../../forms/form.ts';

/** The schema of the subject of a decision on an exemplar. */
export const decisionSubject = z.object({
  exemplarId: z.int(),
  code: z.string(),
  /** The filter of the queue that the draft came from. Release 0.1.0 wrote none. */
  filter: z.string().optional(),
  /** The last line of its history that the officer's screen showed. Release 0.1.0 wrote none. */
  seen: z.int().optional(),
});

/** The subject of a decision on an exemplar. */
export type DecisionSubject = z.infer<typeof decisionSubject>;

/** A scene of a form that decides on an exemplar. */
export type DecisionScene = Scene<DecisionSubject>;

/** A question of a form that decides on an exemplar. */
export type DecisionQuestion<Value = unknown> = Question<Value, DecisionSubject>;

/** The schema of the subject of a decision on a document. */
export const documentSubject = z.object({
  filingId: z.int(),
  document: z.string(),
  filter: z.string().optional(),
});

/** The subject of a decision on a document. */
export type DocumentSubject = z.infer<typeof documentSubject>;

/** A scene of a form that decides on a document. */
export type DocumentScene = Scene<DocumentSubject>;
