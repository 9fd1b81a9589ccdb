import { z } from 'zod';
import { ops } from '../buttons.ts';
import type { AnswerKind, Maybe, Option, Read, Scene } from '../form.ts';
import { choose, namedOption } from './choose.ts';
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
    buttons: (asked, page) => ({ rows: optionRows(asked, page) }),
    named: namedOption,
    read: given.read,
    text: (step, text) => answerWithWords(step, text, given),
    press: async (step, op, value) => (op === ops.choose ? choose(step, value) : undefined),
  };
}
