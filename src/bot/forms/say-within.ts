import { askReply } from './ask.ts';
import type { Outcome, Step } from './form.ts';

/**
 * Replies while the question stays, above the question's own buttons in their order. Where they are
 * typed, a number keeps its meaning.
 */
export async function sayWithin(step: Step, text: string): Promise<Outcome> {
  const { wantsFiles: _link, ...same } = await askReply(step);
  await step.ctx.say({ ...same, text });
  return 'stay';
}
