import { parsePage } from '../core/press-numbers.ts';
import { type Op, ops } from './buttons.ts';
import { goOn } from './draft-presses.ts';
import type { Outcome, Step } from './form.ts';
import { canKeep, previousAnswer, questionBefore } from './position.ts';
import { showButtons } from './show-buttons.ts';
import { answer, refuse, refuseChoice, save, stepOver } from './step.ts';

/** Handles a button of the form, or its typed label. */
export async function handlePress(step: Step, op: Op, value: string): Promise<Outcome> {
  const { ctx, form, scene, question } = step;
  switch (op) {
    case ops.page:
      return showButtons(step, parsePage(value) ?? 0);
    case ops.skip:
      if (!question.optional) return refuse(step, 'form-not-optional');
      return (await hasPart(step)) ? pressOwn(step, ops.done, '') : answer(step, null);
    case ops.keep:
      if (await hasPart(step)) return pressOwn(step, ops.done, '');
      return canKeep(step) ? answer(step, previousAnswer(step)) : refuseChoice(step);
    case ops.back:
      return save(step, {}, questionBefore(step)?.key ?? null);
    case ops.save:
      if (form.savable === false) return stepOver(step);
      await ctx.say({
        text: scene.html('form-saved', { title: form.title(scene) }),
        buttons: [[{ text: scene.t('draft-continue'), callback_data: goOn.data(scene.draft.id) }]],
      });
      return 'over';
    case ops.again:
      return (await question.answer.press?.(step, op, value)) ?? 'moved';
    default:
      return pressOwn(step, op, value);
  }
}

/** Files that have arrived are part of the answer, for any following press. */
async function hasPart(step: Step): Promise<boolean> {
  return (await step.question.answer.hasPart?.(step)) ?? false;
}

/** Takes a button of the kind's own. */
async function pressOwn(step: Step, op: Op, value: string): Promise<Outcome> {
  const outcome = await step.question.answer.press?.(step, op, value);
  if (outcome) return outcome;
  // A button of another kind cannot be under this question.
  return op === ops.done ? refuse(step, 'form-not-understood') : stepOver(step);
}
