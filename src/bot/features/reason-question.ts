import { fitsLength, lengthOf, normalise } from '../../text/normalise.ts';
import type { Maybe, Question, Scene } from '../forms/form.ts';
import { textAnswer } from '../forms/kinds/text.ts';

/** Limits of the length of an officer's reason. */
export const reasonLength = { min: 10, max: 1000 };

/** The decision that a reason explains. Each has its own example, shown after a bad answer. */
export type ReasonFor =
  | 'return'
  | 'reject'
  | 'reopen'
  | 'document'
  | 'nil'
  | 'nominees'
  | 'delegate'
  | 'due'
  | 'person'
  | 'ground'
  | 'step-dropped'
  | 'step-reopened'
  | 'activity'
  | 'award'
  | 'plan';

/** Creates the question for a reason, in the words of one decision. */
export function reasonQuestion<Subject = unknown>(
  of: ReasonFor,
  ask: (scene: Scene<Subject>) => Maybe<string>,
  length = reasonLength,
): Question<string, Subject> {
  return {
    key: 'reason',
    ask,
    label: (s) => s.t('decision-reason-label'),
    answer: {
      ...textAnswer({
        read: (text, s) => {
          const value = normalise(text);
          return fitsLength(value, length)
            ? { ok: true, value }
            : {
                ok: false,
                say: s.html('decision-reason-length', {
                  ...length,
                  have: lengthOf(value),
                  example: s.t(`reason-example-${of}`),
                }),
              };
        },
      }),
      tellsWhy: true,
    },
  };
}
