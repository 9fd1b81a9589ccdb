import { askReply } from './ask.ts';
import type { Outcome, Step } from './form.ts';

/**
 * Replies while the question stays, above the question's own buttons in their order. Where they are
 * typed, a number keeps its meaning. `link`: with the link to the page that takes files.
 */
export async function sayWithin(step: Step, text: string, { link = false } = {}): Promise<Outcome> {
  const { wantsFiles, ...same } = await askReply(step);
  await step.ctx.say({ ...same, text, ...(link && wantsFiles && { wantsFiles }) });
  return 'stay';
}
