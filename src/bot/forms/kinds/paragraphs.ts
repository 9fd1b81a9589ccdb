import { z } from 'zod';
import { lengthOf, normalise } from '../../../text/normalise.ts';
import { ops } from '../buttons.ts';
import type { AnswerKind, Asked, Outcome, Step } from '../form.ts';
import { canKeep, previousAnswer } from '../position.ts';
import { sayWithin } from '../say-within.ts';
import { answer, begunKey, write } from '../step.ts';
import { doneRow } from './option-rows.ts';
import { commandNamed } from './read-words.ts';

/** Creates an answer that is several messages, joined, until [Xong]. Lengths in characters. */
export function paragraphsAnswer(given: { min: number; max: number }): AnswerKind<string> {
  return {
    value: z.string(),
    waitsFor: 'words',
    foreignMarks: 'all',
    doneByWords: true,
    buttons: (asked) => ({ rows: [doneRow(asked)] }),
    begun: partOf,
    text: (step, text) => add(step, text, given.max),
    foreignMark: (step, mark) => sayWithin(step, step.scene.html('form-no-such-mark', { mark })),
    press: async (step, op) => (op === ops.done ? done(step, given.min) : undefined),
  };
}

/** The text begun since the earlier answer. */
function partOf({ question, scene }: Asked): string | undefined {
  return z.string().safeParse(scene.answers[begunKey(question)]).data;
}

async function add(step: Step, text: string, max: number): Promise<Outcome> {
  const { question, scene } = step;
  const before = partOf(step);
  const whole = normalise(before === undefined ? text : `${before}\n${text}`);
  const have = lengthOf(whole);
  if (have > max) return sayWithin(step, scene.html('form-text-too-long', { max, have }));
  write(step, { [begunKey(question)]: whole }, question.key);
  const instead = canKeep(step) ? [scene.html('form-begun-choose')] : [];
  return sayWithin(
    step,
    [scene.html('form-text-added', { have, max }), ...commandNamed(step, text), ...instead].join('\n'),
  );
}

async function done(step: Step, min: number): Promise<Outcome> {
  const { scene } = step;
  const text = partOf(step) ?? previousAnswer(step);
  const have = typeof text === 'string' ? lengthOf(text) : 0;
  return have < min ? sayWithin(step, scene.html('form-text-too-short', { min, have })) : answer(step, text);
}
