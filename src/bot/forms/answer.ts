import type { BotContext } from '../core/context.ts';
import { findWholeLabel } from '../core/typed-press.ts';
import { type FormPress, readFormData } from './buttons.ts';
import type { Form, Outcome, Question, Scene, Step } from './form.ts';
import { handleMessage } from './handle-message.ts';
import { handlePress } from './handle-press.ts';
import { readInput, typedButton } from './input.ts';
import { buildAsked } from './position.ts';

/** Handles an update as the answer to `question`: replies and saves. */
export async function handleAnswer(
  ctx: BotContext,
  form: Form,
  scene: Scene,
  question: Question,
): Promise<Outcome> {
  const input = readInput(ctx.update);
  const step: Step = { ctx, ...(await buildAsked(form, scene, question)) };
  const press =
    input.kind === 'text'
      ? (typedButton(input.text, step) ?? typedPage(input.text, step))
      : input.kind === 'press'
        ? input.press
        : undefined;
  const outcome = press ? await handlePress(step, press.op, press.value) : await handleMessage(step, input);
  // The buttons of a message whose press was refused stay as they are.
  ctx.pressed ??= outcome === 'stay' || outcome === 'again' ? 'kept' : 'chosen';
  if (outcome === 'moved') await question.answer.answered?.(step);
  return outcome;
}

/** Reads the typed label of a button that turns the pages of this question: "Trang 2/3". */
export function typedPage(text: string, { ctx, question, scene }: Step): FormPress | undefined {
  const press = readFormData(findWholeLabel(ctx.turn.shown, text, ctx.msg?.date ?? 0)?.data);
  return press?.question === question.key && press.draftId === scene.draft.id ? press : undefined;
}
