import { z } from 'zod';
import { readingsOf, saysWords } from '../../../text/courtesy.ts';
import { fold } from '../../../text/fold.ts';
import { arrangeRows, formData, ops } from '../buttons.ts';
import { askDiscard } from '../discard.ts';
import type { AnswerKind, Outcome, Reply, Scene, Step } from '../form.ts';
import { questionsOf } from '../position.ts';
import { reviewLines, reviewText } from '../review-screen.ts';
import { refuse, refuseChoice, save, stepOver } from '../step.ts';
import { button } from './option-rows.ts';

const sendWords = ['gửi', 'gửi đi', 'gửi luôn', 'đồng ý', 'send'];

/** Whether a text says to send: by the label, its first words, or words of its own. */
function saysSending(text: string, label: string): boolean {
  if ([label, ...sendWords].some((words) => saysWords(text, words))) return true;
  return readingsOf(text).some((reading) => fold(label).startsWith(`${fold(reading)} `));
}

/** Creates the last screen of a form: every answer at once, then send. */
export function confirmAnswer<Subject = unknown>(given: {
  sendLabel(scene: Scene<Subject>): string;
  editable: boolean;
}): AnswerKind<string, Subject> {
  return {
    value: z.string(),
    waitsFor: 'choice',
    below: ({ form, scene }, room) => reviewText(form, scene, room),
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
    named(text, { form: { locks }, scene }) {
      const send = given.sendLabel(scene);
      if (saysSending(text, send)) return { op: ops.choose, value: 'send' };
      if (saysWords(text, scene.t('form-edit')) && given.editable) return { op: ops.edit, value: '' };
      if (saysWords(text, scene.t('form-cancel'))) return { op: ops.cancel, value: '' };
      if (locks?.any(scene) && saysWords(text, locks.label(scene)))
        return { op: ops.goto, value: locks.opener };
      return undefined;
    },
    text: refuseChoice,
    async press(step, op, value) {
      const { ctx, form, scene, question } = step;
      switch (op) {
        case ops.choose:
          return value === 'send' ? save(step, { [question.key]: value }) : stepOver(step);
        case ops.edit:
          if (!given.editable) return stepOver(step);
          await ctx.say(await editList(step));
          return 'stay';
        case ops.goto:
          return given.editable ? goTo(step, value) : stepOver(step);
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

/**
 * Goes to a line of the review screen. A button may be older than the lock on its line: then it
 * opens nothing.
 */
async function goTo(step: Step, key: string): Promise<Outcome> {
  const { form, scene } = step;
  const { locks } = form;
  const target = questionsOf(form, scene).find((question) => question.key === key);
  if (!target) return stepOver(step);
  if (!locks?.locked(target, scene)) return save(step, {}, key);
  await refuse(step, 'form-line-locked', { line: target.label(scene), opener: locks.label(scene) });
  return 'moved';
}

/** Asks which line to change: every open line of the review screen. */
async function editList(step: Step): Promise<Reply> {
  const { scene, question, form } = step;
  const { locks } = form;
  const lines = (await reviewLines(form, scene)).filter((line) => !locks?.locked(line.question, scene));
  return {
    text: scene.html('form-edit-which'),
    buttons: [
      ...arrangeRows(
        lines.map((line) => ({
          text: line.label,
          callback_data: formData(scene.draft.id, question.key, ops.goto, line.question.key),
        })),
      ),
      ...(locks?.any(scene) ? [[button(step, locks.label(scene), ops.goto, locks.opener)]] : []),
      [{ text: scene.t('form-back'), callback_data: formData(scene.draft.id, question.key, ops.again) }],
    ],
  };
}
