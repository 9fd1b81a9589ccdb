import type { BotContext } from '../core/context.ts';
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
    input.kind === 'text' ? typedButton(input.text, step) : input.kind === 'press' ? input.press : undefined;
  const outcome = press ? await handlePress(step, press.op, press.value) : await handleMessage(step, input);
  ctx.pressed ??= outcome === 'stay' ? 'kept' : 'chosen';
  if (outcome === 'moved') await question.answer.answered?.(step);
  return outcome;
}
