import { commandButtons } from '../core/command-buttons.ts';
import type { BotContext } from '../core/context.ts';

/**
 * Says that no plan is open, and returns true where that is so. A command that only writes would
 * ask a question without an answer.
 */
export async function saidNoPlanIsOpen(ctx: BotContext): Promise<boolean> {
  if (ctx.house.plans.open().length > 0) return false;
  await ctx.say({ text: ctx.html('no-open-plan'), buttons: commandButtons(ctx, ['baocao']) });
  return true;
}
