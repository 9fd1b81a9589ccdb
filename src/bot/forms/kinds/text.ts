import { z } from 'zod';
import { goOnFrom, startAgain } from '../../../drafts/composed-text.ts';
import { ops } from '../buttons.ts';
import type { AnswerKind, Asked, Maybe, Option, Outcome, Read, Scene, Step } from '../form.ts';
import { sayWithin } from '../say-within.ts';
import { begunKey, write } from '../step.ts';
import { choose, namedOption } from './choose.ts';
import { composedOf, earlierText, namedWriting, writingRow, writings } from './mending-buttons.ts';
import { optionRows } from './option-rows.ts';
import { answerWithWords } from './read-words.ts';

/** Creates an answer that is one message. `options` adds buttons that answer or act. */
export function textAnswer<Subject = unknown>(given: {
  read(text: string, scene: Scene<Subject>): Maybe<Read<string>>;
  options?(scene: Scene<Subject>): Maybe<Option[]>;
}): AnswerKind<string, Subject> {
  return lineAnswer({ ...given, value: z.string() });
}

/** Creates an answer that is one message, read as a value of another type. */
export function lineAnswer<Value, Subject = unknown>(given: {
  read(text: string, scene: Scene<Subject>): Maybe<Read<Value>>;
  options?(scene: Scene<Subject>): Maybe<Option[]>;
  value: z.ZodType<Value>;
}): AnswerKind<Value, Subject> {
  return {
    value: given.value,
    waitsFor: 'words',
    foreignMarks: 'all',
    noSkips: true,
    ...(given.options && { options: given.options }),
    buttons: (asked, page) => ({
      rows: [...optionRows(asked, page), ...(canBeMended(asked) ? writingRow(asked) : [])],
    }),
    named: (text, asked) =>
      namedOption(text, asked) ?? (canBeMended(asked) ? namedWriting(text, asked) : undefined),
    read: given.read,
    text: (step, text) => answerWithWords(step, asWhole(step, text), given),
    async press(step, op, value) {
      if (op !== ops.choose) return undefined;
      if (!canBeMended(step)) return choose(step, value);
      if (value === writings.more) return begin(step, 'form-write-more-line');
      return value === writings.anew ? begin(step, 'form-write-anew-line') : choose(step, value);
    },
  };
}

/** Tells whether the earlier answer is a line of words: a number or a choice is given again. */
function canBeMended(asked: Asked): boolean {
  const { question, options } = asked;
  return !question.wantsNumber && options.length === 0 && earlierText(asked) !== undefined;
}

async function begin(step: Step, how: string): Promise<Outcome> {
  const { question, scene } = step;
  const more = how === 'form-write-more-line';
  const text = more ? goOnFrom(earlierText(step) ?? '') : startAgain(undefined);
  const saved = write(step, { [begunKey(question)]: text }, question.key);
  return sayWithin({ ...step, scene: { ...scene, ...saved } }, scene.html(how));
}

/** Joins the earlier line and the typed text, where [Viết thêm] was chosen. */
export function asWhole(asked: Asked, typed: string): string {
  const earlier = composedOf(asked)?.earlier.join(' ') ?? '';
  return `${earlier}${earlier === '' || /^\s*[,.;:)]/.test(typed) ? '' : ' '}${typed.trimStart()}`;
}
