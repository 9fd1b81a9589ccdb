import type { BotContext } from '../core/context.ts';
import type { Form, Outcome, Question, Scene, Step } from './form.ts';
import { readInput, typedButton } from './input.ts';
import { askedOf } from './position.ts';
import { takeMessage } from './take-message.ts';
import { takePress } from './take-press.ts';

/** Handles an update as the answer to `question`: replies and saves. */
export async function takeAnswer(
  ctx: BotContext,
  form: Form,
  scene: Scene,
  question: Question,
): Promise<Outcome> {
  const input = readInput(ctx.update);
  const step: Step = { ctx, ...(await askedOf(form, scene, question)) };
  const press =
    input.kind === 'text' ? typedButton(input.text, step) : input.kind === 'press' ? input.press : undefined;
  const outcome = press ? await takePress(step, press.op, press.value) : await takeMessage(step, input);
  ctx.pressed ??= outcome === 'stay' ? 'kept' : 'chosen';
  if (outcome === 'moved') await question.answer.answered?.(step);
  return outcome;
}
