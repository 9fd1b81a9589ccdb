import { z } from 'zod';
import { ops } from '../buttons.ts';
import type { AnswerKind, Maybe, Option, Read, Scene } from '../form.ts';
import { choose, namedOption } from './choose.ts';
import { optionRows } from './option-rows.ts';
import { readWords } from './read-words.ts';

/** Makes an answer that is one message. `options` adds buttons that answer or act. */
export function textAnswer<Value = string>(given: {
  read(text: string, scene: Scene): Maybe<Read<Value>>;
  options?(scene: Scene): Maybe<Option[]>;
  /** Shape of the answer; a text when left out. */
  value?: z.ZodType<Value>;
}): AnswerKind {
  return {
    value: given.value ?? z.string(),
    waitsFor: 'words',
    foreignMarks: 'all',
    noSkips: true,
    ...(given.options && { options: given.options }),
    buttons: (asked, page) => ({ rows: optionRows(asked, page) }),
    named: namedOption,
    read: given.read,
    text: (step, text) => readWords(step, text, given.read),
    press: async (step, op, value) => (op === ops.choose ? choose(step, value) : undefined),
  };
}
