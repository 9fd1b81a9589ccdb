import { z } from 'zod';
import { fold } from '../../../forms/fold.ts';
import { formData, ops, rowsOf } from '../buttons.ts';
import { askDiscard } from '../discard.ts';
import type { AnswerKind, Reply, Scene, Step } from '../form.ts';
import { reviewLines, reviewText } from '../review-screen.ts';
import { refuseChoice, save } from '../step.ts';
import { button } from './option-rows.ts';

const saysSend = new Set(['gửi đi', 'gửi luôn', 'gửi ạ', 'đồng ý', 'send'].map(fold));

/** Makes the last screen of a form: every answer at once, then send. */
export function confirmAnswer(given: {
  sendLabel(scene: Scene): string;
  editable: boolean;
}): AnswerKind<string> {
  return {
    value: z.string(),
    waitsFor: 'choice',
    below: ({ form, scene }, room) => reviewText(form, scene, room),
    buttons(asked) {
      const { scene } = asked;
      const edit = given.editable ? [button(asked, scene.t('form-edit'), ops.edit)] : [];
      return {
        rows: [
          [button(asked, given.sendLabel(scene), ops.choose, 'send')],
          [...edit, button(asked, scene.t('form-save'), ops.save)],
          [button(asked, scene.t('form-cancel'), ops.cancel)],
        ],
        common: false,
      };
    },
    named(text, { scene }) {
      const typed = fold(text);
      const send = fold(given.sendLabel(scene));
      if (send === typed || saysSend.has(typed) || (typed !== '' && send.startsWith(`${typed} `)))
        return { op: ops.choose, value: 'send' };
      if (fold(scene.t('form-edit')) === typed && given.editable) return { op: ops.edit, value: '' };
      if (fold(scene.t('form-cancel')) === typed) return { op: ops.cancel, value: '' };
      return undefined;
    },
    text: refuseChoice,
    async press(step, op, value) {
      const { ctx, form, scene, question } = step;
      switch (op) {
        case ops.choose:
          return save(step, { [question.key]: value });
        case ops.edit:
          await ctx.say(await editList(step));
          return 'stay';
        case ops.goto:
          return save(step, {}, value);
        case ops.cancel:
          await ctx.say(askDiscard(scene, form));
          return 'stay';
        case ops.done:
          return refuseChoice(step);
        default:
          return undefined;
      }
    },
  };
}

/** Which line to mend: every line of the review screen. */
async function editList({ scene, question, form }: Step): Promise<Reply> {
  const lines = await reviewLines(form, scene);
  return {
    text: scene.html('form-edit-which'),
    buttons: [
      ...rowsOf(
        lines.map((line) => ({
          text: line.label,
          callback_data: formData(scene.draft.id, question.key, ops.goto, line.question.key),
        })),
      ),
      [{ text: scene.t('form-back'), callback_data: formData(scene.draft.id, question.key, ops.again) }],
    ],
  };
}
