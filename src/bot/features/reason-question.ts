import { fitsLength, lengthOf, normalise } from '../../text/normalise.ts';
import type { Maybe, Question, Scene } from '../forms/form.ts';
import { textAnswer } from '../forms/kinds/text.ts';

/** Limits of the length of an officer's reason. */
export const reasonLength = { min: 10, max: 1000 };

/** Creates the question for a reason, in the words of one decision. */
export function reasonQuestion<Subject = unknown>(
  ask: (scene: Scene<Subject>) => Maybe<string>,
  length = reasonLength,
): Question<string, Subject> {
  return {
    key: 'reason',
    ask,
    label: (s) => s.t('decision-reason-label'),
    answer: textAnswer({
      read: (text, s) => {
        const value = normalise(text);
        return fitsLength(value, length)
          ? { ok: true, value }
          : { ok: false, say: s.html('decision-reason-length', { ...length, have: lengthOf(value) }) };
      },
    }),
  };
}
