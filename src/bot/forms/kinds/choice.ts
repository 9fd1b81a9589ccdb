import { z } from 'zod';
import type { Answers } from '../../../drafts/draft.ts';
import { parseYesNo } from '../../../drafts/parse/parse-yes-no.ts';
import { findLabelPart } from '../../../text/find-label-part.ts';
import { ops } from '../buttons.ts';
import type { AnswerKind, Maybe, Option, Outcome, Scene, Step } from '../form.ts';
import { refuseChoice, refuseSaying, save } from '../step.ts';
import { choose, namedOption } from './choose.ts';
import { optionRows } from './option-rows.ts';

/** Creates an answer that is one of a few options; a label may be typed too. */
export function choiceAnswer<Subject = unknown>(given: {
  options(scene: Scene<Subject>): Maybe<Option[]>;
  /** The options that "có" and "không" choose; `yes` and `no` when left out. */
  yes?: string;
  no?: string;
  /**
   * Reads other words than those of an option, as changes of the answers; undefined: not
   * understood.
   */
  typed?(text: string, scene: Scene<Subject>): Maybe<Answers | undefined>;
  /** Says why an option cannot be chosen now (HTML); undefined: it can. */
  refuses?(value: string, scene: Scene<Subject>): Maybe<string | undefined>;
}): AnswerKind<string, Subject> {
  const { yes = 'yes', no = 'no' } = given;
  const pick = async (step: Step<Subject>, value: string): Promise<Outcome> => {
    const why = await given.refuses?.(value, step.scene);
    return why === undefined ? choose(step, value) : refuseSaying(step, why);
  };
  return {
    value: z.string(),
    waitsFor: 'choice',
    options: given.options,
    codesOf: (value) => [value],
    buttons: (asked, page) => ({ rows: optionRows(asked, page) }),
    named: namedOption,
    async text(step, text) {
      const meant = parseYesNo(text);
      const value = meant.ok ? (meant.value ? yes : no) : undefined;
      if (value !== undefined && step.options.some((option) => option.value === value)) {
        return pick(step, value);
      }
      const set = await given.typed?.(text, step.scene);
      if (set) return save(step, set);
      const labels = step.options.map(({ label, words }) => words ?? label);
      const named = step.options[findLabelPart(text, labels) ?? labels.length];
      return named ? pick(step, named.value) : refuseChoice(step);
    },
    async press(step, op, value) {
      if (op === ops.choose) return pick(step, value);
      return op === ops.done ? refuseChoice(step) : undefined;
    },
  };
}
