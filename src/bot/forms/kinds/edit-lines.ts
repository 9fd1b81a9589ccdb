import type { Answers } from '../../../drafts/draft.ts';
import { parseLineNumbers } from '../../../drafts/parse/parse-line-numbers.ts';
import { findLabels } from '../../../text/find-labels.ts';
import { arrangeRows, formData, ops } from '../buttons.ts';
import type { Asked, Outcome, Reply, Step } from '../form.ts';
import { chosenLinesKey, questionsOf } from '../position.ts';
import { type ReviewLine, reviewLines } from '../review-screen.ts';
import { begunKey, refuse, refuseChoice, save, stepOver, write } from '../step.ts';
import { button } from './option-rows.ts';

/** Lists the lines of the review screen that can be changed: the open ones. */
async function linesToChange({ form, scene }: Asked): Promise<ReviewLine[]> {
  const lines = await reviewLines(form, scene);
  return lines.filter(({ question }) => !form.locks?.locked(question, scene));
}

/** Asks which line to change. Until a line is chosen, typed numbers mean the lines of this list. */
export async function askWhichLine(step: Step): Promise<Outcome> {
  write(step, { [begunKey(step.question)]: 'edit' }, step.question.key);
  await step.ctx.say(await editList(step));
  return 'stay';
}

/** Tells whether the list of lines is what the person sees. */
export function choosesLine({ scene, question }: Asked): boolean {
  return scene.answers[begunKey(question)] === 'edit';
}

async function editList(step: Step): Promise<Reply> {
  const { scene, question, form } = step;
  const { locks } = form;
  return {
    text: scene.html('form-edit-which'),
    buttons: [
      ...arrangeRows(
        (await linesToChange(step)).map((line) => ({
          text: line.label,
          callback_data: formData(scene.draft.id, question.key, ops.goto, line.question.key),
        })),
      ),
      ...(locks?.any(scene) ? [[button(step, locks.label(scene), ops.goto, locks.opener)]] : []),
      [{ text: scene.t('form-back'), callback_data: formData(scene.draft.id, question.key, ops.again) }],
    ],
  };
}

/**
 * Goes to the lines that a text names: "tóm tắt", "năm sinh và địa bàn", and by their numbers while
 * the list stands there. Several are asked one after the other.
 */
export async function goToTypedLines(step: Step, text: string): Promise<Outcome> {
  const lines = await linesToChange(step);
  const numbered = choosesLine(step) && !step.ctx.can.buttons;
  const numbers = numbered ? parseLineNumbers(text, { last: lines.length }) : undefined;
  const labels = lines.map(({ label }) => label);
  const named = numbers?.ok ? numbers.value.map((n) => n - 1) : findLabels(text, labels, { numbered });
  const keys = (named ?? []).flatMap((at) => lines[at]?.question.key ?? []);
  const inOrder = lines.map(({ question }) => question.key).filter((key) => keys.includes(key));
  const [first, ...more] = inOrder;
  if (first === undefined) return refuseChoice(step);
  return save(step, { [begunKey(step.question)]: undefined, ...chosenAfter(step, first, more) }, first);
}

/** The lines still to be asked after `first`, with the other questions of their lines. */
function chosenAfter({ form, scene }: Asked, first: string, more: string[]): Answers {
  const lines = [first, ...more];
  const parts = questionsOf(form, scene).filter(({ partOf = '' }) => lines.includes(partOf));
  const then = [...more, ...parts.map(({ key }) => key)];
  return { [chosenLinesKey]: then.length > 0 ? then : undefined };
}

/**
 * Goes to a line of the review screen. A button may be older than the lock on its line: then it
 * opens nothing.
 */
export async function goToLine(step: Step, key: string): Promise<Outcome> {
  const { form, scene, question } = step;
  const { locks } = form;
  const target = questionsOf(form, scene).find((one) => one.key === key);
  if (!target) return stepOver(step);
  if (!locks?.locked(target, scene))
    return save(step, { [begunKey(question)]: undefined, ...chosenAfter(step, key, []) }, key);
  return refuse(step, 'form-line-locked', { line: target.label(scene), opener: locks.label(scene) });
}
