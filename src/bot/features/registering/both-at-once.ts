import { findLabel } from '../../../text/find-label.ts';
import { ops } from '../../forms/buttons.ts';
import type { AnswerKind, Asked } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { button, optionRows } from '../../forms/kinds/option-rows.ts';
import { save } from '../../forms/step.ts';
import { otherWordsOf } from './option-words.ts';
import type { RegistrationQuestion, RegistrationScene } from './registration-scene.ts';

/** Values of the buttons that answer this question and the next with the same word. */
const both = { yes: 'both.yes', no: 'both.no' } as const;
const answers = ['yes', 'no'] as const;

/**
 * The question for a difficult area. Where the next one has the same answer, one press answers
 * both; the single buttons answer this question alone.
 */
export const difficult: Partial<RegistrationQuestion> = {
  ask: (s) =>
    [s.html('register-difficult'), ...(asksBoth(s) ? [s.html('register-both-how')] : [])].join('\n'),
  answer: bothAnswer(),
};

function asksBoth(s: Pick<RegistrationScene, 'answers' | 'subject'>): boolean {
  return s.subject.exemplarId === undefined && !('labour' in s.answers) && !('difficult' in s.answers);
}

function bothAnswer(): AnswerKind<string, RegistrationScene['subject']> {
  const single = choiceAnswer<RegistrationScene['subject']>({
    options: (s) =>
      answers.map((value) => ({
        value,
        label: s.t(`register-difficult-${value}`),
        also: otherWordsOf('difficult', value),
      })),
  });
  return {
    ...single,
    buttons: (asked, page) => ({ rows: [...optionRows(asked, page), ...bothRow(asked)] }),
    named(text, asked) {
      if (!asksBoth(asked.scene)) return single.named?.(text, asked);
      const own = asked.options.map(({ value, label }) => ({ value, label }));
      const pairs = answers.map((one) => ({
        value: both[one],
        label: asked.scene.t(`register-both-${one}`),
      }));
      const all = [...own, ...pairs];
      const at = findLabel(
        text,
        all.map(({ label }) => label),
      );
      const value = at === undefined ? undefined : all[at]?.value;
      return value === undefined ? single.named?.(text, asked) : { op: ops.choose, value };
    },
    async press(step, op, value) {
      const meant = answers.find((one) => op === ops.choose && both[one] === value);
      if (meant && asksBoth(step.scene)) return save(step, { difficult: meant, labour: meant });
      return single.press?.(step, op, value);
    },
  };
}

function bothRow(asked: Asked<RegistrationScene['subject']>) {
  if (!asksBoth(asked.scene)) return [];
  return [answers.map((one) => button(asked, asked.scene.t(`register-both-${one}`), ops.choose, both[one]))];
}
