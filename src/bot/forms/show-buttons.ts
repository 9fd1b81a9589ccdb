import { editButtons } from '../core/send.ts';
import { askReply, questionButtons } from './ask.ts';
import type { Outcome, Step } from './form.ts';

/**
 * Shows the same question with other buttons: in place, or once more where the message cannot be
 * changed.
 */
export async function showButtons(step: Step, page: number): Promise<Outcome> {
  const changed = await editButtons(step.ctx, await questionButtons(step, page));
  if (!changed) await step.ctx.say(await askReply(step, page));
  return 'stay';
}
