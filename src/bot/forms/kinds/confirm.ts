import { z } from 'zod';
import { readingsOf, saysWords } from '../../../text/courtesy.ts';
import { fold } from '../../../text/fold.ts';
import { ops } from '../buttons.ts';
import { askDiscard } from '../discard.ts';
import type { AnswerKind, Maybe, Scene } from '../form.ts';
import { reviewText } from '../review-screen.ts';
import { begunKey, refuseChoice, save, stepOver } from '../step.ts';
import { askWhichLine, choosesLine, goToLine, goToTypedLines } from './edit-lines.ts';
import { button } from './option-rows.ts';

const sendWords = ['gửi', 'gửi đi', 'gửi luôn', 'gửi hồ sơ', 'đồng ý', 'send', 'send it', 'submit'];

/** Whether a text says to send: by the label, its first words, or words of its own. */
function saysSending(text: string, label: string): boolean {
  if ([label, ...sendWords].some((words) => saysWords(text, words))) return true;
  return readingsOf(text).some((reading) => fold(label).startsWith(`${fold(reading)} `));
}

/**
 * Creates the last screen of a form: every answer at once, then send. `below` shows other text than
 * the answers.
 */
export function confirmAnswer<Subject = unknown>(given: {
  sendLabel(scene: Scene<Subject>): string;
  editable: boolean;
  below?(scene: Scene<Subject>): Maybe<string>;
}): AnswerKind<string, Subject> {
  return {
    value: z.string(),
    waitsFor: 'choice',
    leadsToLines: true,
    below: ({ form, scene }, room) => given.below?.(scene) ?? reviewText(form, scene, room),
    buttons(asked) {
      const { form, scene } = asked;
      const { locks } = form;
      const edit = given.editable ? [button(asked, scene.t('form-edit'), ops.edit)] : [];
      return {
        rows: [
          [button(asked, given.sendLabel(scene), ops.choose, 'send')],
          [...edit, button(asked, scene.t('form-save'), ops.save)],
          [button(asked, scene.t('form-cancel'), ops.cancel)],
          // Last: where buttons are numbered, the others keep their numbers.
          ...(locks?.any(scene) ? [[button(asked, locks.label(scene), ops.goto, locks.opener)]] : []),
        ],
        common: false,
      };
    },
    named(text, asked) {
      const {
        form: { locks },
        scene,
      } = asked;
      // Under the list of lines, [Quay lại] leads to the review screen.
      if (choosesLine(asked) && saysWords(text, scene.t('form-back'))) return { op: ops.again, value: '' };
      const send = given.sendLabel(scene);
      if (saysSending(text, send)) return { op: ops.choose, value: 'send' };
      if (saysWords(text, scene.t('form-edit')) && given.editable) return { op: ops.edit, value: '' };
      if (saysWords(text, scene.t('form-cancel'))) return { op: ops.cancel, value: '' };
      if (locks?.any(scene) && saysWords(text, locks.label(scene)))
        return { op: ops.goto, value: locks.opener };
      return undefined;
    },
    text: (step, text) => (given.editable ? goToTypedLines(step, text) : refuseChoice(step)),
    async press(step, op, value) {
      const { ctx, form, scene, question } = step;
      switch (op) {
        case ops.choose:
          return value === 'send'
            ? save(step, { [begunKey(question)]: undefined, [question.key]: value })
            : stepOver(step);
        case ops.edit:
          return given.editable ? askWhichLine(step) : stepOver(step);
        case ops.goto:
          return given.editable ? goToLine(step, value) : stepOver(step);
        case ops.cancel:
          await ctx.say(askDiscard(scene, form));
          return 'stay';
        case ops.again:
          return save(step, { [begunKey(question)]: undefined }, question.key);
        case ops.done:
          return refuseChoice(step);
        default:
          return undefined;
      }
    },
  };
}
