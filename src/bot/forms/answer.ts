import type { BotContext } from '../context.ts';
import { optionsOf } from './ask.ts';
import type { Form, Question, Scene } from './form.ts';
import { readInput, typedButton } from './input.ts';
import type { Outcome } from './step.ts';
import { takeMessage } from './take-message.ts';
import { takePress } from './take-press.ts';

/** Takes an update as the answer to `question`, tells the person what they need to know, and saves. */
export async function takeAnswer(
  ctx: BotContext,
  form: Form,
  scene: Scene,
  question: Question,
): Promise<Outcome> {
  const input = readInput(ctx.update);
  const options = await optionsOf(question, scene);
  const step = { ctx, form, scene, question, options };
  const press =
    input.kind === 'text'
      ? typedButton(input.text, form, question, scene, options)
      : input.kind === 'press'
        ? input.press
        : undefined;
  const outcome = press ? await takePress(step, press.op, press.value) : await takeMessage(step, input);
  ctx.pressed = outcome === 'stay' ? 'kept' : 'chosen';
  // Otherwise the phone would go on offering to share its number instead of letters.
  if (question.answer.kind === 'phone' && outcome === 'moved' && ctx.can.buttons)
    await ctx.say({ text: ctx.html('form-noted'), removeKeyboard: true });
  return outcome;
}
